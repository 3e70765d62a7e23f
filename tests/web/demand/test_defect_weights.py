"""The list of defects by how often they came, whom they trouble and what waits."""

from datetime import date

import pytest
from django.urls import reverse

from proxeny.accounts.models import Account, Contract, ContractLine
from proxeny.cases.opening import Opening, open_case
from proxeny.core import clock
from proxeny.demand import linking, recording
from proxeny.demand.models import Defect
from tests.cast import Cast, SignIn


def contract(account: Account, minor: int) -> None:
    """Let the customer bring so much this year."""
    kept = {
        "added_at": clock.now(),
        "changed_at": clock.now(),
        "currency": "CNY",
        "number": account.reference,
    }
    year = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
    row = Contract.objects.create(account=account, **kept, **year)
    ContractLine.objects.create(contract=row, product="年费", amount_minor=minor)


def shown_by(vendor: Cast, title: str, *accounts: Account) -> Defect:
    """Note a defect that cases of these customers show."""
    he = vendor.actor("he")
    defect = recording.open_defect(title=title, symptom="断开", by=he)
    for account in accounts:
        linking.link(defect, open_case(account, Opening(title="x", text="x"), by=he), by=he)
    return defect


@pytest.mark.parametrize(
    ("order", "first"), [("cases", "来得多"), ("customers", "人多"), ("waiting", "钱多")]
)
def test_the_list_is_sorted_by_cases_customers_or_money(
    vendor: Cast, sign_in: SignIn, order: str, first: str
) -> None:
    contract(vendor.yunqi, 900_000_00)
    contract(vendor.luban, 100_00)
    shown_by(vendor, "人多", vendor.luban, vendor.star_river)
    shown_by(vendor, "来得多", vendor.luban, vendor.luban, vendor.luban)
    shown_by(vendor, "钱多", vendor.yunqi)
    shown_by(vendor, "没人遇到")
    for reader in ("he", "zhang", "pan"):
        page = sign_in(reader).get(reverse("defects"), {"sort": order}).content.decode()
        places = {title: page.index(title) for title in ("人多", "来得多", "钱多", "没人遇到")}
        assert min(places, key=places.__getitem__) == first


def test_a_confidential_case_moves_nothing_in_the_list_of_those_outside(
    vendor: Cast, sign_in: SignIn
) -> None:
    shown_by(vendor, "一家", vendor.yunqi)
    defect = recording.open_defect(title="两家", symptom="断开", by=vendor.actor("zhou"))
    for account in (vendor.luban, vendor.star_river):
        secret = open_case(
            account, Opening(title="x", text="x", is_confidential=True), by=vendor.actor("zhou")
        )
        linking.link(defect, secret, by=vendor.actor("zhou"))
    firsts = {}
    for reader in ("zhou", "zhang"):
        page = sign_in(reader).get(reverse("defects"), {"sort": "customers"}).content.decode()
        firsts[reader] = "两家" if page.index("两家") < page.index("一家") else "一家"
    assert firsts == {"zhou": "两家", "zhang": "一家"}
