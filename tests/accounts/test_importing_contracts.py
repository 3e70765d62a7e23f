from decimal import Decimal

import pytest

from proxeny.accounts.models import Account, Contract
from proxeny.core.money import Money
from proxeny.intake import undoing
from tests.accounts.rows import errors, everything, imported
from tests.cast import Cast

HEADER = "客户编号,合同编号,开始日期,结束日期,产品,数量,金额\n"
TWO_LINES = HEADER + "LB-01,HT-1,2026-01-01,2026-12-31,API,2,1000.10\nLB-01,HT-1,,,短信,,0.2\n"


def lines(number: str) -> list[tuple[str, Decimal, int]]:
    contract = Contract.objects.get(number=number)
    return list(contract.lines.values_list("product", "quantity", "amount_minor"))


def test_rows_of_one_number_are_one_contract_exact_to_the_minor_unit(vendor: Cast) -> None:
    _batch, document = imported("contracts", TWO_LINES)
    assert document["rows"]["good"] == 2
    assert (document["made"], document["accounts"]) == (1, 1)
    assert lines("HT-1") == [("API", Decimal(2), 100_010), ("短信", Decimal(1), 20)]
    assert Contract.objects.get().amount == Money(100_030, "CNY")


def test_a_contract_with_a_bad_row_is_refused_whole(vendor: Cast) -> None:
    text = TWO_LINES + "LB-01,HT-2,2026-01-01,2026-12-31,API,1,5\nLB-01,HT-2,,,API,1,five\n"
    _batch, document = imported("contracts", text)
    assert errors(document) == [(4, "合同编号"), (5, "金额")]
    assert not Contract.objects.filter(number="HT-2").exists()


def test_rows_of_one_contract_that_disagree_are_refused(vendor: Cast) -> None:
    text = HEADER + "LB-01,HT-1,2026-01-01,2026-12-31,API,1,5\nLB-01,HT-1,2026-01-01,2027-12-31,API,1,5\n"
    _batch, document = imported("contracts", text)
    assert (3, "结束日期") in errors(document)
    assert document["rows"]["bad"] == 2


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("NO-1,HT-9,2026-01-01,2026-12-31,API,1,5", "客户编号"),
        ("LB-01,HT-9,2026-12-31,2026-01-01,API,1,5", "结束日期"),
        ("LB-01,HT-9,,2026-12-31,API,1,5", "开始日期"),
        ("LB-01,HT-9,2026-01-01,2026-12-31,,1,5", "产品"),
        ("LB-01,HT-9,2026-01-01,2026-12-31,API,1,", "金额"),
        ("LB-01,HT-9,2026-01-01,2026-12-31,API,1,5.001", "金额"),
        ("LB-01,HT-9,2026-01-01,2026-12-31,API,0.00001,5", "数量"),
        ("LB-01,HT-9,2026-01-01,2026-12-31,API,1,99999999999999999999", "金额"),
        ("XH-02,HT-1,2026-01-01,2026-12-31,API,1,5", "客户编号"),
    ],
)
def test_what_cannot_be_a_contract_is_refused_where_it_is_wrong(vendor: Cast, row: str, column: str) -> None:
    imported("contracts", TWO_LINES)
    _batch, document = imported("contracts", f"{HEADER}{row}\n", mode="update")
    assert errors(document) == [(2, column)]
    assert Contract.objects.count() == 1


def test_updating_changes_the_lines_it_names_and_replacing_all_of_them(vendor: Cast) -> None:
    imported("contracts", TWO_LINES)
    text = HEADER + "LB-01,HT-1,,2027-12-31,短信,3,9\nLB-01,HT-1,,,存储,1,7\n"
    imported("contracts", text, mode="update")
    expected = [("API", Decimal(2), 100_010), ("短信", Decimal(3), 900), ("存储", Decimal(1), 700)]
    assert lines("HT-1") == expected
    assert Contract.objects.get().ends_on.year == 2027
    imported("contracts", text, mode="replace")
    assert lines("HT-1") == expected[1:]


def test_a_contract_without_a_currency_is_in_its_own_or_the_customers(vendor: Cast) -> None:
    Account.objects.filter(pk=vendor.luban.pk).update(currency="JPY")
    text = HEADER.replace("金额", "amount") + "LB-01,HT-1,2026-01-01,2026-12-31,API,1,500\n"
    imported("contracts", text)
    assert Contract.objects.get().amount == Money(500, "JPY")
    _batch, document = imported("contracts", text.replace("500", "US$500"), mode="update")
    assert errors(document) == [(2, "currency")]
    imported("contracts", text.replace("500", "US$500"), mode="replace")
    assert Contract.objects.get().amount == Money(50_000, "USD")


def test_contracts_without_products_have_one_line_called_as_the_edition(vendor: Cast) -> None:
    text = "account,number,start,end,plan,total\nLB-01,HT-1,2026-01-01,2026-12-31,Pro,80\n"
    imported("contracts", text)
    assert lines("HT-1") == [("Pro", Decimal(1), 8000)]


def test_contracts_come_back_with_their_lines(vendor: Cast) -> None:
    imported("contracts", TWO_LINES)
    before = everything()
    text = HEADER + "LB-01,HT-1,,,API,7,7\nXH-02,HT-2,2026-01-01,2026-12-31,API,1,5\n"
    batch, document = imported("contracts", text, mode="replace")
    assert (document["made"], document["changed"]) == (1, 1)
    undoing.undo(batch, by=vendor.actor("he"))
    assert everything() == before
