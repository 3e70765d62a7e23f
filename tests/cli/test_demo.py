from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from pytest_django import Settings

from proxeny.accounts.models import Account, Contact, Contract
from proxeny.cli import demo
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.queue import Cancelled, worker
from proxeny.demo import Vendor, background, generate, loading, naming
from proxeny.demo.steps import PASSWORD, STEPS, Step
from proxeny.docket import sweeping
from proxeny.docket.models import Sighting
from proxeny.identity import adding
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff, Team, TeamMembership
from proxeny.identity.roles import Role
from proxeny.intake.models import Batch
from proxeny.judgement.models import Judgement, Sweep
from proxeny.judgement.sweeping import standing
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
    monkeypatch.setattr(loading, "generate", lambda _today: few)
    return few


def killed_at(last: int) -> loading.Report:
    def report(number: int, _step: Step) -> None:
        if number == last:
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
        for step in range(1, len(STEPS) + 1):
            with pytest.raises(StoppedError):
                loading.load(killed_at(step))
        assert not Sweep.objects.exists()
        assert PASSWORD in "".join(demo.load_if_empty())
        found = loaded()
        assert demo.load_if_empty()
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


@pytest.mark.django_db
def test_a_morning_laid_out_before_the_last_file_was_in_does_not_pass_for_the_loads_own(
    small: Vendor,
) -> None:
    with clock.on(TODAY):
        sweeping.sweep(TODAY, by=Actor.system("test"))
        with pytest.raises(StoppedError):
            loading.load(killed_at(len(STEPS)))
        assert not loading.is_complete()
        demo.load_if_empty()
        assert loading.is_complete()
        laid_out = Sweep.objects.get()
        assert standing(TODAY) == laid_out
        worker.drain()
        assert standing(TODAY) == laid_out


def assert_words_stand_under_their_own_day(small: Vendor) -> None:
    for judgement, word in zip(Judgement.objects.order_by("at"), small.words, strict=True):
        assert clock.start_of(word.on) <= judgement.at < clock.start_of(word.on + timedelta(days=1))
        assert judgement.by.added_at < judgement.at
        assert judgement.account.added_at < judgement.at


@pytest.mark.django_db
def test_what_was_planted_lies_on_the_docket_with_those_who_can_sign_in(small: Vendor) -> None:
    with clock.on(TODAY):
        said = demo.load_if_empty()
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
        assert bool(authenticate(asking, username=one.username, password=PASSWORD)) == one.signs_in


@pytest.mark.django_db
def test_an_installation_that_somebody_began_is_left_alone(vendor: Cast) -> None:
    found = loaded()
    assert demo.load_if_empty() == []
    assert loaded() == found


@pytest.mark.django_db(transaction=True)
def test_an_owner_has_it_loaded_in_the_background_stops_it_and_goes_on(small: Vendor) -> None:
    owner = adding.add_staff("Zhou", "陈静", by=Actor.system("test"), roles=[Role.OWNER])
    with clock.on(TODAY):
        background.begin(by=owner.actor)
        background.stop(by=owner.actor)
        assert background.standing().stopped
        background.begin(by=owner.actor)
        worker.drain()
        assert loading.is_complete()
        assert background.standing() is None
        assert not background.may_load(owner.actor)
    assert owner.roles == {"owner", "lead"}
    assert "zhou-yunti" in {one.username for one in naming.who_signs_in()}
    speaks = Account.objects.get(reference="YT-1007").spokesperson
    assert (speaks.username, speaks.name) == ("zhou-yunti", "周敏")
    assert not Judgement.objects.filter(by=owner).exists()
    assert Staff.objects.count() == len(small.colleagues) + 1


@pytest.mark.django_db(transaction=True)
def test_a_load_that_is_stopped_half_way_says_so_and_the_next_completes_it(
    small: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = adding.add_staff("chen", "陈静", by=Actor.system("test"), roles=[Role.OWNER])
    load = loading.load

    def stopped_at_the_customers(report: loading.Report, progress: loading.Progress) -> None:
        def report_and_stop(number: int, step: Step) -> None:
            report(number, step)
            if number == 4:
                raise Cancelled

        load(report_and_stop, progress)

    with clock.on(TODAY):
        background.begin(by=owner.actor)
        with monkeypatch.context() as until_then:
            until_then.setattr(loading, "load", stopped_at_the_customers)
            worker.drain()
        assert background.standing().stopped
        assert background.standing().step == 3
        assert Account.objects.exists()
        assert background.may_load(owner.actor)
        background.begin(by=owner.actor)
        worker.drain()
        assert loading.is_complete()


def test_nobody_but_an_owner_loads_it_and_not_among_real_customers(vendor: Cast) -> None:
    for username in ("tang", "he", "zhou", "nobody"):
        with pytest.raises(NotFound):
            background.begin(by=vendor.actor(username))
    Account.objects.all().delete()
    for username in ("he", "zhou", "nobody"):
        with pytest.raises(NotFound):
            background.begin(by=vendor.actor(username))
    background.begin(by=vendor.actor("tang"))
    assert background.standing().goes_on


def test_the_page_about_the_demo_names_everybody_who_can_sign_in_and_every_planted_customer() -> None:
    page = (DOCUMENTS / "demo.md").read_text("utf-8")
    made = generate(TODAY)
    names = {customer.reference: customer.name for customer in made.customers}
    assert PASSWORD in page
    assert not [one.username for one in made.colleagues if one.signs_in and f"`{one.username}`" not in page]
    assert not [names[one.reference] for one in made.planted if names[one.reference] not in page]
