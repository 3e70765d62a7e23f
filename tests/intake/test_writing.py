import io
import tempfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.intake.tabular.exporting import plain_text
from proxeny.intake.tabular.interpreting import Refused
from proxeny.intake.tabular.opening import open_source
from proxeny.intake.tabular.problems import Problem, TabularError
from proxeny.intake.tabular.returning import REASON_COLUMN, return_as_delimited, return_as_spreadsheet
from proxeny.intake.tabular.writing import write_delimited, write_json_lines, write_spreadsheet

TRICKY = st.text(alphabet="'=+-@＝＋－＠ \t\r\n\x00\x01\u200b\ufeff\"',;|ab1.5中_x000D", max_size=12)
TEXT = st.one_of(st.text(max_size=20), TRICKY)
NUMBER = st.decimals(min_value=-(10**9), max_value=10**9, places=3)
MOMENT = st.datetimes(min_value=datetime(1901, 1, 1), max_value=datetime(2199, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0, hour=moment.hour or 1)
)
TYPED = st.one_of(
    TEXT, NUMBER, st.booleans(), st.dates(date(1901, 1, 1), date(2199, 1, 1)), MOMENT, st.none()
)


@st.composite
def tables(draw, cells):
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=5))
    kept = [row for row in rows if any(plain_text(cell).strip() for cell in row)]
    return [f"column {place}" for place in range(width)], kept or [["x"] * width]


def read_back(write, header, rows):
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "table"
        with path.open("wb") as out:
            write(out, header, rows)
        source = open_source(path)
        assert list(source.header) == header
        return [list(row.values.values()) for row in source.rows()]


def without_nul(table):
    header, rows = table
    return header, [
        [cell.replace("\0", "") if isinstance(cell, str) else cell for cell in row] for row in rows
    ]


@given(tables(TEXT))
def test_a_delimited_table_is_read_back_as_it_was(table):
    header, rows = table
    assert read_back(write_delimited, header, rows) == rows


@given(tables(TYPED))
def test_typed_cells_come_back_from_csv_as_the_text_that_means_the_same(table):
    header, rows = table
    assert read_back(write_delimited, header, rows) == [[plain_text(cell) for cell in row] for row in rows]


@given(tables(TYPED))
def test_a_spreadsheet_is_read_back_as_it_was(table):
    header, rows = table
    expected = [[None if cell == "" else cell for cell in row] for row in rows]
    assert read_back(write_spreadsheet, header, rows) == expected


@given(tables(st.one_of(TEXT, NUMBER, st.booleans(), st.none())))
def test_json_lines_are_read_back_as_they_were(table):
    header, rows = table
    assert read_back(write_json_lines, header, rows) == rows


def test_a_number_that_a_spreadsheet_would_round_is_written_as_text(tmp_path):
    exact = Decimal("1234567890123456.78")
    assert read_back(write_spreadsheet, ["a"], [[exact], [Decimal("-12.50")]]) == [
        [str(exact)],
        [Decimal("-12.5")],
    ]


def test_a_formula_stays_text_in_a_spreadsheet():
    out = io.BytesIO()
    write_spreadsheet(out, ["a"], [["=1+1"]])
    cell = openpyxl.load_workbook(out).active["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_a_text_that_no_sheet_can_hold_is_not_cut():
    with pytest.raises(TabularError) as caught:
        write_spreadsheet(io.BytesIO(), ["a"], [["x"], ["x" * 40_000]])
    assert (caught.value.problem.code, caught.value.problem.row) == ("cell_too_long_for_sheet", 3)


@pytest.mark.parametrize("give_back", [return_as_delimited, return_as_spreadsheet])
def test_refused_rows_come_back_with_their_reasons_and_can_be_given_again(tmp_path, give_back):
    path = tmp_path / "file"
    path.write_text("name,since\n'=x,soon\nb,2026-01-05,c\n")
    for _ in range(2):
        source = open_source(path)
        first, second = source.rows()
        refused = [
            Refused(2, (Problem("not_a_date", 2, "since", "soon"), Problem("required", 2, "name")), first),
            Refused(3, (Problem("ragged", 3, params={"cells": 3, "columns": 2}),), second),
        ]
        path = tmp_path / "back"
        with path.open("wb") as out:
            give_back(out, source, refused, translate=lambda text: text)
        returned = open_source(path)
        rows = list(returned.rows())
        assert returned.header == ("name", "since", REASON_COLUMN)
        assert rows[0].values["name"] == "=x"
        assert rows[0].values[REASON_COLUMN] == "since: “soon” is not a date.\nname: A value is needed here."
        assert rows[1].surplus == ("c",)
