import gzip
import io
import json
import tempfile
from pathlib import Path

import openpyxl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from proxeny.intake.tabular.fields import Field, Kind
from proxeny.intake.tabular.headers import match_header
from proxeny.intake.tabular.interpreting import Interpreter, Parsed
from proxeny.intake.tabular.opening import open_source
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.returning import return_as_delimited

FIELDS = tuple(Field(kind.value, kind, choices={"a": ("b",)}, currency="currency") for kind in Kind)


def sheet() -> bytes:
    book = openpyxl.Workbook()
    for row in (["text", "date", "money"], ["a", 46027, 1.5], ["=1", "2026/1/5", "x"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


SHEET = sheet()
HEADER = ",".join(kind.value for kind in Kind).encode()


def take(content: bytes) -> str:
    """Import `content` and give back what was refused; return the reason when all of it is."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "file"
        path.write_bytes(content)
        try:
            source = open_source(path)
            taken = list(Interpreter(source, FIELDS, match_header(FIELDS, source.header), Reading()))
            refused = [row for row in taken if not isinstance(row, Parsed)]
            return_as_delimited(io.BytesIO(), source, refused)
            json.dumps([problem.as_json() for row in refused for problem in row.problems])
        except TabularError as error:
            return error.problem.reason()
    return "taken"


@given(st.binary(max_size=400))
@example(b"\x1f\x8b\x08\0")
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + b"\0" * 18)
def test_any_bytes_are_taken_or_refused(content):
    assert take(content)


@given(st.binary(max_size=200), st.sampled_from([b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"]))
def test_any_bytes_under_a_header_are_taken_or_refused(content, mark):
    assert take(mark + HEADER + b"\n" + content)
    assert take(gzip.compress(HEADER + b"\n" + content))


@given(st.text(max_size=200))
def test_any_text_under_a_header_is_taken_or_refused(text):
    assert take(HEADER + b"\n" + text.encode())


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
        max_leaves=8,
    )
)
@example("\ud800")
def test_any_json_on_a_line_is_taken_or_refused(value):
    assert take(
        b'{"text": 1, "date": 2}\n'
        + json.dumps({"text": value, "date": value}).encode()
        + b"\n"
        + json.dumps(value).encode()
    )


@settings(max_examples=60)
@given(st.integers(0, len(SHEET) - 1), st.binary(min_size=1, max_size=6), st.booleans())
def test_any_damage_to_a_spreadsheet_is_taken_or_refused(place, damage, cut):
    assert take(SHEET[:place] if cut else SHEET[:place] + damage + SHEET[place + len(damage) :])
