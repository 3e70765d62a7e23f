import gzip
import hashlib
from pathlib import Path

import pytest

from proxeny.intake.tabular.limits import Limits
from proxeny.intake.tabular.opening import open_source
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.source import Source

TABLE = "客户,城市\n甲公司,上海\n乙公司,北京\n"


@pytest.fixture
def opened(tmp_path):
    def open_bytes(content: bytes, **named: object) -> Source:
        path = tmp_path / "file"
        path.write_bytes(content)
        return open_source(path, **named)

    return open_bytes


def refusal(opened, content: bytes, **named: object):
    with pytest.raises(TabularError) as caught:
        list(opened(content, **named).rows())
    return caught.value.problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_table_is_the_same_in_every_encoding_plain_or_packed(opened, encoding, pack):
    source = opened(pack(TABLE.encode(encoding)))
    assert source.header == ("客户", "城市")
    assert [tuple(row.values.values()) for row in source.rows()] == [("甲公司", "上海"), ("乙公司", "北京")]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_the_rows_alike(opened, mark):
    rows = [["name", "note"], ["a", "1,5; so | what"], ["b", 'say "no"']]
    text = "\n".join(mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    source = opened(text.encode())
    assert source.delimiter == mark
    assert [list(row.values.values()) for row in source.rows()] == rows[1:]


def test_decimal_commas_do_not_make_a_comma_the_delimiter(opened):
    assert opened(b"name;net, total;tax\nA;1,50;0,20\nB;2,50;0,40\n").delimiter == ";"


def test_a_first_line_may_name_the_delimiter(opened):
    source = opened(b"sep=^\na^b\n1^2\n")
    assert (source.header, source.header_row, source.delimiter) == (("a", "b"), 2, "^")


def test_rows_count_as_in_a_spreadsheet_whatever_ends_the_lines(opened):
    source = opened(b'a,b\r\n1,"x\r\ny"\n\n3,z\r4,\r\n')
    assert [(row.number, row.values["b"]) for row in source.rows()] == [(2, "x\r\ny"), (4, "z"), (5, "")]


def test_a_ragged_row_is_bad_and_the_others_go_on(opened):
    rows = list(opened(b"a,b\n1,2\n3\n4,5,6\n7,8,,\n").rows())
    assert [[problem.code for problem in row.problems] for row in rows] == [[], ["ragged"], ["ragged"], []]
    assert rows[2].surplus == ("6",)


@pytest.mark.parametrize(
    ("content", "code", "row"),
    [
        (b"", "empty_file", None),
        (b"\xef\xbb\xbf \n\n", "empty_file", None),
        (b"a,b\n", "header_only", 1),
        (b"a,b,a\n1,2,3\n", "duplicate_header", 1),
        (b'a,b\n1,2\n3,"x\n4,y\n', "unclosed_quote", 3),
        (b"a~b;c\n1;2\n", "", None),
        (b"%PDF-1.7\n", "is_document", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old_spreadsheet", None),
        (b"<html><table><tr><td>a", "is_markup", None),
        (b'[{"a": 1}]', "json_document", None),
        (bytes(range(256)) * 20, "binary", None),
        (gzip.compress(b"PK\x03\x04rest", mtime=0), "compressed_twice", None),
        (gzip.compress(TABLE.encode() * 999, mtime=0)[:-20], "damaged_archive", None),
        (b"Sales 2026\nname,city\nA,B\n", "title_above_header", 1),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_reason_and_place(opened, content, code, row):
    if not code:
        assert opened(content).header == ("a~b", "c")
        return
    problem = refusal(opened, content)
    assert (problem.code, problem.row) == (code, row)


def test_one_column_full_of_another_mark_is_a_wrong_delimiter(opened):
    problem = refusal(opened, b"a;b\n1;2\n3;4\n", delimiter=",")
    assert (problem.code, problem.params["mark"]) == ("wrong_delimiter", ";")
    assert opened("客户\n甲，乙\n".encode()).header == ("客户",)


def test_western_text_is_not_taken_for_chinese(opened):
    table = "name,city\nMüller,Köln\nLefèvre,Orléans\n".encode("cp1252")
    assert refusal(opened, table).code == "encoding_unknown"
    assert next(opened(table, encoding="cp1252").rows()).values["name"] == "Müller"


def test_damaged_utf8_is_not_taken_for_chinese(opened):
    problem = refusal(opened, TABLE.encode() + b"\xff\xff,x\n")
    assert (problem.code, problem.params["line"]) == ("encoding_unknown", 4)


def test_a_million_columns_are_refused_before_they_are_held(opened):
    assert (
        refusal(opened, b",".join(b"%d" % n for n in range(1_000_000)) + b"\n1\n").code == "too_many_columns"
    )


@pytest.mark.parametrize("quote", [b"", b'"'])
def test_an_endless_cell_makes_its_row_bad_and_is_not_held(opened, quote):
    source = opened(
        b"a,b\n1," + quote + b"x" * 300_000 + quote + b"\n2,y\n", limits=Limits(cell_chars=100_000)
    )
    first, second = source.rows()
    assert [(problem.code, problem.row, problem.column) for problem in first.problems] == [
        ("cell_too_long", 2, "b")
    ]
    assert first.values["b"] == ""
    assert second.values == {"a": "2", "b": "y"}


def test_a_nul_is_named_with_row_and_column(opened):
    rows = list(opened(b"a,b\n1,2\n3,x\0y\n").rows())
    assert [(problem.code, problem.row, problem.column) for problem in rows[1].problems] == [("nul", 3, "b")]


def test_a_packed_bomb_stops_at_the_cap(opened):
    bomb = gzip.compress(b"a,b\n" + b"1,2\n" * 500_000)
    assert refusal(opened, bomb, limits=Limits(text_bytes=1_000_000)).code == "too_much_text"


def test_json_lines_have_the_keys_of_all_their_objects_and_exact_numbers(opened):
    source = opened(b'{"a": 0.10, "b": {"c": 1}}\n{"d": true, "a": null}\nnot json\n{"a": 1, "a": 2}\n[1]\n')
    rows = list(source.rows())
    assert source.header == ("a", "b", "d")
    assert (str(rows[0].values["a"]), rows[0].values["b"]) == ("0.10", '{"c": "1"}')
    assert [[problem.code for problem in row.problems] for row in rows[2:]] == [
        ["not_json"],
        ["duplicate_key"],
        ["not_an_object"],
    ]


def test_a_source_names_its_bytes_and_notices_that_they_changed(opened):
    source = opened(TABLE.encode())
    assert source.sha256 == hashlib.sha256(TABLE.encode()).hexdigest()
    Path(source.path).write_bytes(TABLE.encode() + "丙公司,深圳\n".encode())
    with pytest.raises(TabularError, match="changed"):
        list(source.rows())
