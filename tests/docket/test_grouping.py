from datetime import date

import pytest

from proxeny.accounts.models import Account
from proxeny.core.findings import Cause, Finding
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.docket import gathering, reading
from tests.cast import TODAY, Cast, make_account

pytestmark = pytest.mark.usefixtures("on_22_november")


def finding(account: Account | None, meter: str, yuan: int) -> Finding:
    return Finding(
        "swing",
        account.pk if account else None,
        Cause(f"swing/{meter}/CNY/down", date(2026, 11, 3), 0.4),
        Sentence("It fell."),
        stake=Money.of(yuan, "CNY"),
        doubt=0.3,
    )


def test_the_matters_of_one_customer_stand_together_below_the_heaviest(vendor: Cast) -> None:
    gathering.gather(
        TODAY,
        [
            finding(vendor.luban, "sms", 10),
            finding(vendor.star_river, "disk", 90_000),
            finding(vendor.luban, "disk", 100_000),
        ],
    )
    groups = reading.docket(vendor.actor("he"), TODAY).groups
    assert [(group.account and group.account.name, len(group.items)) for group in groups] == [
        ("鲁班建材", 2),
        ("星河物流", 1),
    ]
    assert groups[0].stakes == [Money.of(100_000, "CNY")]


def test_more_than_fifteen_matters_are_counted_not_listed(vendor: Cast) -> None:
    many = [make_account(f"T-{number}", f"客户{number}", spokesperson=vendor["zhou"]) for number in range(40)]
    gathering.gather(TODAY, [finding(account, "disk", 1000 + number) for number, account in enumerate(many)])
    docket = reading.docket(vendor.actor("zhou"), TODAY)
    assert docket.shown == 15
    assert len(docket.items) == 40
    assert [item.account.name for item in docket.items[:2] if item.account] == ["客户39", "客户38"]


def test_what_concerns_no_single_customer_is_for_those_who_import(vendor: Cast) -> None:
    gathering.gather(TODAY, [finding(None, "unknown", 5)])
    seen = {username: len(reading.docket(vendor.actor(username), TODAY).items) for username in vendor.people}
    assert {username for username, count in seen.items() if count} == {"he", "tang"}
