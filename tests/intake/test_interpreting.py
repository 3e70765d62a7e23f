from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from proxeny.intake.tabular.fields import Field, Kind
from proxeny.intake.tabular.headers import match_header
from proxeny.intake.tabular.interpreting import Interpreter, Parsed, Refused, preview
from proxeny.intake.tabular.opening import open_source
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.reading import Reading

FIELDS = (
    Field("reference", Kind.REFERENCE, required=True),
    Field("name", required=True),
    Field("since", Kind.DATE),
    Field("limit", Kind.MONEY, currency="currency"),
    Field("currency", Kind.CURRENCY),
)
READING = Reading(zone=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def interpreted(tmp_path):
    def interpret(text: str, reading: Reading = READING) -> list[Parsed | Refused]:
        path = tmp_path / "file"
        path.write_text(text, encoding="utf-8")
        source = open_source(path)
        return list(Interpreter(source, FIELDS, match_header(FIELDS, source.header), reading))

    return interpret


def codes(refused: Parsed | Refused) -> list[tuple[str | None, str]]:
    assert isinstance(refused, Refused)
    return [(problem.column, problem.code) for problem in refused.problems]


def test_everything_wrong_with_a_row_is_said_at_once_in_the_order_of_its_columns(interpreted):
    good, bad = interpreted("reference,limit,name,since,currency\nA,1.5,a,,CNY\nB,1.234567,,31.4.2026,CNY\n")
    assert good.values == {
        "reference": "A",
        "name": "a",
        "since": None,
        "limit": Decimal("1.5"),
        "currency": "CNY",
    }
    assert codes(bad) == [("limit", "too_fine"), ("name", "required"), ("since", "no_such_day")]
    assert bad.problems[2].as_json() == {
        "row": 3,
        "column": "since",
        "reason": "“31.4.2026” is no day of the calendar.",
    }


def test_one_clear_cell_settles_its_column(interpreted):
    rows = interpreted(
        'reference,name,since,limit,currency\nA,a,03/04/2026,"1,234",CNY\nB,b,13/04/2026,"1,2",CNY\n', READING
    )
    assert codes(rows[0]) == [("limit", "too_fine")]
    rows = interpreted(
        'reference,name,since,limit,currency\nA,a,03/04/2026,"1,234",CNY\nB,b,13/04/2026,"￥1,234.5",CNY\n'
    )
    assert (rows[0].values["since"], rows[0].values["limit"]) == (date(2026, 4, 3), 1234)


def test_cells_that_contradict_each_other_settle_nothing(interpreted):
    rows = interpreted("reference,name,since\nA,a,13/04/2026\nB,b,04/13/2026\nC,c,03/04/2026\n")
    assert [row.values["since"] for row in rows[:2]] == [date(2026, 4, 13), date(2026, 4, 13)]
    assert codes(rows[2]) == [("since", "date_ambiguous")]


@pytest.mark.parametrize(
    ("limit", "currency", "outcome"),
    [
        ("￥12", "CNY", "CNY"),
        ("￥12", "EUR", "currency_mismatch"),
        ("€12", "", "EUR"),
        ("￥12", "", "CNY"),
        ("$12", "", "currency_ambiguous"),
        ("12", "", "CNY"),
        ("12.5", "JPY", "too_fine"),
        ("12.345", "KWD", "KWD"),
    ],
)
def test_an_amount_is_in_the_rows_currency_or_its_own_or_the_default(interpreted, limit, currency, outcome):
    reading = Reading(currency="CNY", decimal_mark=".")
    [row] = interpreted(f"reference,name,limit,currency\nA,a,{limit},{currency}\n", reading)
    if isinstance(row, Refused):
        assert codes(row) == [("limit", outcome)]
    else:
        assert row.values["currency"] == outcome


def test_an_amount_without_any_currency_is_refused(interpreted):
    [row] = interpreted("reference,name,limit\nA,a,12\n")
    assert codes(row) == [("limit", "currency_missing")]


def test_a_refused_currency_is_reported_once(interpreted):
    [row] = interpreted("reference,name,limit,currency\nA,a,12,gold\n")
    assert codes(row) == [("currency", "currency_unknown")]


def test_a_missing_column_stops_the_import_but_not_the_preview(tmp_path):
    path = tmp_path / "file"
    path.write_text("name,other\na,1\nb,2\nc,3\n")
    source = open_source(path)
    columns = match_header(FIELDS, source.header)
    with pytest.raises(TabularError, match="reference"):
        Interpreter(source, FIELDS, columns, READING)
    seen = preview(source, FIELDS, columns, READING, rows=2)
    assert [row.row.values["other"] for row in seen.rows] == ["1", "2"]
    assert seen.columns.missing == ("reference",)
