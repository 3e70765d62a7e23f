import csv
from io import BytesIO, StringIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.cast import Cast, SignIn, make_account
from tests.web.lists.test_pages import names, page


def rows_of(client: Client, query: str, route: str = "accounts-export") -> list[list[str]]:
    text = client.get(reverse(route) + query).getvalue().decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))


@pytest.mark.parametrize("query", ["?level=key&sort=-name", "?q=N-00&sort=number", "?left=0&speaker=none"])
def test_the_file_holds_what_the_page_shows_in_its_order(hundred: Cast, sign_in: SignIn, query: str) -> None:
    make_account("Z-1", "无主", level="key")
    lead = sign_in("he")
    heading, *rows = rows_of(lead, query)
    assert [row[heading.index("name")] for row in rows] == names(page(lead, query))
    assert rows


def test_the_file_has_the_columns_that_are_shown_in_their_order(hundred: Cast, sign_in: SignIn) -> None:
    heading = rows_of(sign_in("he"), "?columns=region,money,level")[0]
    assert heading == ["account", "name", "region", "amount_a_year", "currency", "amount_from", "level"]


def test_what_a_reader_may_not_know_is_not_even_a_heading(hundred: Cast, sign_in: SignIn) -> None:
    heading = rows_of(sign_in("pan"), "?columns=swing,judgement,level")[0]
    assert heading == ["account", "name", "judgement", "judged_by", "judged_on", "level"]


def test_all_pages_are_in_the_file(hundred: Cast, sign_in: SignIn) -> None:
    assert len(rows_of(sign_in("he"), "?page=2")) == 104


def test_neither_file_runs_a_formula(vendor: Cast, sign_in: SignIn) -> None:
    make_account("=1+1", "@SUM(A1)\x01", spokesperson=vendor["lin"])
    lead = sign_in("he")
    assert [row[0] for row in rows_of(lead, "?q=SUM")[1:]] == ["'=1+1"]
    book = load_workbook(BytesIO(lead.get(reverse("accounts-export-xlsx") + "?q=SUM").getvalue()))
    cells = [cell for row in book.active.iter_rows(min_row=2) for cell in row]
    assert [cell.value for cell in cells][:2] == ["'=1+1", "'@SUM(A1)"]
    assert "f" not in {cell.data_type for cell in cells}


def test_the_workbook_says_the_same_as_the_text(hundred: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    book = load_workbook(BytesIO(lead.get(reverse("accounts-export-xlsx") + "?level=key").getvalue()))
    rows = [
        ["" if value is None else value for value in row] for row in book.active.iter_rows(values_only=True)
    ]
    assert rows == rows_of(lead, "?level=key")


def test_colleagues_and_imports_have_files_too(vendor: Cast, sign_in: SignIn) -> None:
    assert ["周雨", "zhou", "spokesperson"] in [
        row[:3] for row in rows_of(sign_in("tang"), "", "people-export")
    ]
    assert rows_of(sign_in("he"), "", "imports-export")[0][:2] == ["import", "file"]
