from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from proxeny.accounts.models import Contact, Contract, ContractLine
from proxeny.core import clock
from proxeny.judgement import judging
from proxeny.judgement.models import Judgement, Sweep, Swing
from tests.cast import TODAY, Cast, SignIn
from tests.web.accounts.asking import REASON, YESTERDAY
from tests.web.accounts.consumed import consume


@pytest.fixture(autouse=True)
def _folder_of_facts(settings: Settings, tmp_path: Path) -> None:
    settings.USAGE_FOLDER = tmp_path


@pytest.fixture
def on_the_day(sign_in: SignIn) -> Iterator[SignIn]:
    """Sign in as somebody who looks at 22 November 2026, in English."""

    def client(username: str) -> Client:
        browser = sign_in(username)
        browser.get(reverse("preferences"), {"on": TODAY.isoformat()})
        return browser

    with clock.on(TODAY):
        yield client


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English, with a contract, people, a judgement and a swing at Luban."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    luban, now = vendor.luban, clock.now()
    contract = Contract.objects.create(
        account=luban,
        number="LB-2026",
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
        edition="企业版",
        currency="CNY",
        added_at=now,
        changed_at=now,
    )
    ContractLine.objects.create(contract=contract, position=1, product="对象存储", amount_minor=57_300_000)
    ContractLine.objects.create(contract=contract, position=2, product="对账模块", amount_minor=28_700_000)
    people: list[dict[str, Any]] = [
        {"name": "周工", "part": "it", "influence": 3},
        {"name": "李总", "part": "boss", "influence": 4, "is_sponsor": True, "left_on": date(2026, 10, 18)},
    ]
    for one in people:
        Contact.objects.create(account=luban, added_at=now, changed_at=now, **one)
    with clock.on(date(2026, 10, 20)):
        judging.judge(
            luban, band=Judgement.Band.YELLOW, reason=REASON, forecast=0.35, by=vendor.actor("zhou")
        )
    sweep = Sweep.objects.create(on=TODAY, data_version="x", finished_at=now)
    Swing.objects.create(
        sweep=sweep,
        account=luban,
        meter="storage",
        measure="amount",
        horizon="short",
        since=date(2026, 11, 3),
        direction="down",
        change=-0.38,
        level_before=6000,
        level_now=3700,
        month_minor=-6_600_000,
        currency="CNY",
        compared_with={"yardstick": "own_weekday_rhythm", "weeks": 12},
        certainty=0.93,
    )
    return vendor


@pytest.fixture
def consumed(vendor: Cast) -> Cast:
    """Two years of consumption at Luban, 62 % of it in the last 19 days, ten days of May without record."""
    amounts: list[float | None] = [1000.0] * 730
    amounts[-19:] = [620.0] * 19
    amounts[-200:-190] = [None] * 10
    consume(vendor.luban, YESTERDAY - timedelta(days=729), amounts)
    return vendor
