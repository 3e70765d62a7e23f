import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook

from proxeny.intake.tabular.limits import Limits
from proxeny.intake.tabular.opening import open_source
from proxeny.intake.tabular.problems import TabularError


@pytest.fixture
def book(tmp_path):
    def saved(**sheets):
        book = Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "book")
        return tmp_path / "book"

    return saved


def with_part(path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path) as old:
        parts = {entry: old.read(entry) for entry in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry, old_content in (parts | {name: content}).items():
            new.writestr(entry, old_content)


MAIN = b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = (
    b"<x:workbook "
    + MAIN
    + b' xmlns:r="%s"><x:sheets>' % DOCUMENT.encode()
    + b'<x:sheet name="Hidden" state="hidden" r:id="a"/>'
    b'<x:sheet name="Shown" r:id="b"/></x:sheets></x:workbook>'
)
RELATIONS = "".join(
    ["<Relationships>"]
    + [
        f'<Relationship Id="{key}" Type="{DOCUMENT}/{kind}" Target="{target}"/>'
        for key, kind, target in (
            ("a", "worksheet", "none.xml"),
            ("b", "worksheet", "worksheets/sheet1.xml"),
            ("c", "sharedStrings", "/xl/strings.xml"),
            ("d", "styles", "styles.xml"),
        )
    ]
    + ["</Relationships>"]
).encode()
STRINGS = "<sst><si><r><t>東</t></r><r><t>京_x000A_</t></r><rPh><t>トウキョウ</t></rPh></si></sst>".encode()
STYLES = (
    b'<s><numFmts><numFmt numFmtId="170" formatCode="yyyy/m/d h:mm"/></numFmts>'
    b'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    b'<cellXfs><xf/><xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="46"/></cellXfs></s>'
)


def sheet_of(rows: bytes) -> bytes:
    return b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"


def refusal(path, **named):
    with pytest.raises(TabularError) as caught:
        list(open_source(path, **named).rows())
    return caught.value.problem


def test_values_keep_their_kind_and_rows_their_number(book):
    moment = datetime(2026, 1, 5, 9, 30)
    path = book(
        First=[
            ["no", "day", "sum", "ok"],
            [],
            [10023, date(2026, 1, 5), 0.1 + 0.2, True],
            ["A", moment, -12.5],
        ]
    )
    rows = list(open_source(path).rows())
    assert [row.number for row in rows] == [3, 4]
    assert list(rows[0].values.values()) == [Decimal(10023), date(2026, 1, 5), Decimal("0.3"), True]
    assert list(rows[1].values.values()) == ["A", moment, Decimal("-12.5"), None]


def test_a_sheet_can_be_named_and_an_unknown_one_lists_what_there_is(book):
    path = book(One=[["a"], [1]], Two=[["b"], [2]])
    assert open_source(path, sheet="Two").header == ("b",)
    assert refusal(path, sheet="Three").params["sheets"] == "One, Two"


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"]
)
def test_an_entity_in_any_part_is_refused(book, part):
    path = book(One=[["a"], [1]])
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with_part(path, part, bomb)
    problem = refusal(path)
    assert (problem.code, problem.params["entry"]) == ("forbidden_markup", part)


def test_an_archive_is_measured_before_it_is_unpacked(book):
    path = book(One=[["a"], [1]])
    with_part(path, "xl/media/bomb", b"\0" * 3_000_000)
    assert path.stat().st_size < 50_000
    assert refusal(path, limits=Limits(package_bytes=1_000_000)).code == "package_too_big"
    assert refusal(path, limits=Limits(package_entries=3)).code == "too_many_entries"


def test_a_row_number_far_beyond_the_sheet_does_not_run_on(book):
    path = book(One=[["a"], [1]])
    with zipfile.ZipFile(path) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    with_part(path, "xl/worksheets/sheet1.xml", sheet.replace(b'<row r="2">', b'<row r="999999999999">'))
    problem = refusal(path)
    assert (problem.code, problem.row) == ("damaged_spreadsheet", 2)


def test_another_archive_says_what_it_is(tmp_path):
    for part, code in (("word/document.xml", "is_document"), ("notes.txt", "is_archive")):
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as package:
            package.writestr(part, "<x/>")
        (tmp_path / "file").write_bytes(content.getvalue())
        assert refusal(tmp_path / "file").code == code


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize(
    "content", [b"<x/>", b"<x>", b"", sheet_of(b"<row><c r='A1' t='s'><v>9</v></c></row>")]
)
def test_parts_that_contradict_each_other_are_damage_or_nothing(book, part, content):
    path = book(One=[["a"], ["x"]])
    with_part(path, part, content)
    assert refusal(path).code in {"damaged_spreadsheet", "no_sheet", "empty_file"}


def test_cells_are_read_as_other_programs_write_them(book):
    path = book(One=[["a"], [1]])
    with_part(path, "xl/workbook.xml", WORKBOOK)
    with_part(path, "xl/_rels/workbook.xml.rels", RELATIONS)
    with_part(path, "xl/strings.xml", STRINGS)
    with_part(path, "xl/styles.xml", STYLES)
    header = b"<row>" + b"".join(b"<c t='str'><v>%d</v></c>" % n for n in range(1, 9)) + b"</row>"
    cells = (
        b"<row r='4'><c r='A4' t='s'><v>0</v></c><c r='B4' s='1'><v>46027</v></c>"
        b"<c r='C4' s='2'><v>46027.25</v></c>"
        b"<c r='D4' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c>"
        b"<c r='F4' t='d'><v>2026-01-05</v></c>"
        b"<c r='G4' t='e'><v>#N/A</v></c><c r='H4' s='3'><v>1.5</v></c></row>"
    )
    never = b"<row r='6'><c r='A6'><f>B6*2</f></c><c r='B6' t='str'><f>C6</f><v></v></c></row>"
    with_part(path, "xl/worksheets/sheet1.xml", sheet_of(header + cells + never))
    source = open_source(path)
    first, second = source.rows()
    assert source.sheets == ("Hidden", "Shown")
    assert (source.sheet, first.number) == ("Shown", 4)
    assert list(first.values.values()) == [
        "東京\n",
        date(2026, 1, 5),
        datetime(2026, 1, 5, 6),
        "inline",
        None,
        date(2026, 1, 5),
        "#N/A",
        "1 day, 12:00:00",
    ]
    assert [(problem.code, problem.row, problem.column) for problem in second.problems] == [
        ("not_computed", 6, "1")
    ]


def test_a_cell_or_row_beyond_the_limits_is_bad_alone(book):
    path = book(One=[["a", "b"], ["x" * 2000, 1], [1, 2], [1, 2, 3, 4, 5]])
    rows = list(open_source(path, limits=Limits(cell_chars=1000, columns=4)).rows())
    assert [[problem.code for problem in row.problems] for row in rows] == [
        ["cell_too_long"],
        [],
        ["too_many_columns"],
    ]


def test_days_may_be_counted_from_1904(book):
    path = book(One=[["a"], [date(2026, 1, 5)]])
    with zipfile.ZipFile(path) as package:
        workbook = package.read("xl/workbook.xml")
    with_part(path, "xl/workbook.xml", workbook.replace(b"<workbookPr ", b"<workbookPr date1904='1' "))
    source = open_source(path)
    assert source.days_from_1904
    assert next(source.rows()).values["a"] == date(2030, 1, 6)
