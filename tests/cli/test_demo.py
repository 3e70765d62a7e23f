from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from pytest_django import Settings

from proxeny.accounts.models import Account, Contact, Contract
from proxeny.cli import demo
from proxeny.cli.demo_vendor import Vendor, generate
from proxeny.core import clock
from proxeny.docket.models import Sighting
from proxeny.identity.models import Staff, Team, TeamMembership
from proxeny.intake.models import Batch
from proxeny.judgement.models import Judgement, Sweep
from proxeny.ledger.models import Entry
from proxeny.ledger.verifying import verify
from tests.cast import Cast

TODAY = date(2026, 11, 22)
FEW = {"YT-1007", "YT-1008", "YT-1009", "YT-1010", "YT-1053"}
DOCUMENTS = Path(__file__).resolve().parents[2] / "docs"


class StoppedError(Exception):
    pass


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> Vendor:
    settings.HOME = tmp_path
    settings.USAGE_FOLDER, settings.FILES_FOLDER = tmp_path / "usage", tmp_path / "files"
    whole = generate(TODAY)
    few = replace(
        whole,
        colleagues=tuple(
            one for one in whole.colleagues if one.signs_in or one.username in {"hou", "pan", "bai", "qin"}
        ),
        customers=tuple(one for one in whole.customers if one.reference in FEW),
        people=tuple(one for one in whole.people if one.reference in FEW),
        agreements=tuple(one for one in whole.agreements if one.reference in FEW),
        series=tuple(one for one in whole.series if one.reference in FEW),
        corrections=tuple(one for one in whole.corrections if one.reference in FEW),
        orders=tuple(one for one in whole.orders if one.reference in FEW),
        words=tuple(one for one in whole.words if one.reference in FEW),
    )
    monkeypatch.setattr(demo, "generate", lambda _today: few)
    return few


def killed_at(step: int) -> Callable[[str], None]:
    def report(said: str) -> None:
        if said.startswith(f"[{step}/"):
            raise StoppedError

    return report


def loaded() -> dict[str, int]:
    everything = (
        Account,
        Batch,
        Contact,
        Contract,
        Entry,
        Judgement,
        Sighting,
        Staff,
        Sweep,
        Team,
        TeamMembership,
    )
    return {kind.__name__: kind.objects.count() for kind in everything}


@pytest.mark.django_db
def test_a_load_that_was_cut_short_at_any_step_is_completed_by_the_next(small: Vendor) -> None:
    with clock.on(TODAY):
        for step in range(1, len(demo.STEPS) + 1):
            with pytest.raises(StoppedError):
                demo.load_if_empty(killed_at(step))
        assert not Sweep.objects.exists()
        assert demo.PASSWORD in "".join(demo.load_if_empty(lambda _said: None))
        found = loaded()
        assert demo.load_if_empty(lambda _said: None)
    assert loaded() == found
    assert found["Staff"] == found["TeamMembership"] == len(small.colleagues)
    assert found["Account"] == len(small.customers)
    assert found["Contact"] == len(small.people)
    assert found["Contract"] == len(small.agreements)
    assert found["Judgement"] == len(small.words)
    assert sorted(Batch.objects.values_list("file_name", "state")) == [
        ("accounts.csv", "done"),
        ("contracts.csv", "done"),
        ("orders.csv", "done"),
        ("people.csv", "done"),
        ("usage-corrections.csv", "done"),
        ("usage.csv.gz", "done"),
    ]
    assert verify().ok
    assert_words_stand_under_their_own_day(small)


def assert_words_stand_under_their_own_day(small: Vendor) -> None:
    for judgement, word in zip(Judgement.objects.order_by("at"), small.words, strict=True):
        assert clock.start_of(word.on) <= judgement.at < clock.start_of(word.on + timedelta(days=1))
        assert judgement.by.added_at < judgement.at
        assert judgement.account.added_at < judgement.at


@pytest.mark.django_db
def test_what_was_planted_lies_on_the_docket_with_those_who_can_sign_in(small: Vendor) -> None:
    with clock.on(TODAY):
        said = demo.load_if_empty(lambda _said: None)
    rows = Batch.objects.get(file_name="orders.csv").report["rows"]
    assert (rows["bad"], rows["aside"]) == (3, 3)
    assert [batch.report["rows"]["bad"] for batch in Batch.objects.exclude(file_name="orders.csv")] == [0] * 5
    seen = Sighting.objects.filter(on=TODAY, matter__kind="swing")
    assert set(seen.values_list("matter__account__reference", "matter__account__spokesperson__username")) == {
        ("YT-1007", "zhou"),
        ("YT-1008", "zhou"),
        ("YT-1009", "zhou"),
    }
    asking = RequestFactory().post("/")
    for one in small.colleagues:
        assert (f" {one.username} " in said[-1]) == one.signs_in
        assert bool(authenticate(asking, username=one.username, password=demo.PASSWORD)) == one.signs_in


@pytest.mark.django_db
def test_an_installation_that_somebody_began_is_left_alone(vendor: Cast) -> None:
    found = loaded()
    assert demo.load_if_empty() == []
    assert loaded() == found


def test_the_page_about_the_demo_names_everybody_who_can_sign_in_and_every_planted_customer() -> None:
    page = (DOCUMENTS / "demo.md").read_text("utf-8")
    made = generate(TODAY)
    names = {customer.reference: customer.name for customer in made.customers}
    assert demo.PASSWORD in page
    assert not [one.username for one in made.colleagues if one.signs_in and f"`{one.username}`" not in page]
    assert not [names[one.reference] for one in made.planted if names[one.reference] not in page]
