from datetime import UTC, datetime, timedelta

import pytest

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.desk import visiting
from proxeny.desk.models import Visit
from tests.cast import Cast

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


class Watch:
    """A clock that a test puts forward."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watch = Watch(NOON)
    monkeypatch.setattr(clock, "machine_now", lambda: watch.at)
    return watch


def test_looking_again_within_five_minutes_is_one_visit(vendor: Cast, watch: Watch) -> None:
    zhou, luban = vendor.actor("zhou"), vendor.luban.record
    visiting.note(luban, by=zhou)
    watch.forward(minutes=4)
    visiting.note(luban, by=zhou)
    visit = Visit.objects.get()
    assert (visit.about, visit.times, visit.at) == (str(luban), 1, NOON)
    watch.forward(minutes=1)
    visiting.note(luban, by=zhou)
    visit.refresh_from_db()
    assert (visit.times, visit.at) == (2, NOON + timedelta(minutes=5))


def test_a_visit_noted_a_moment_ago_costs_one_look_and_no_write(
    vendor: Cast, watch: Watch, django_assert_num_queries: object
) -> None:
    zhou, luban = vendor.actor("zhou"), vendor.luban.record
    visiting.note(luban, by=zhou)
    with django_assert_num_queries(1):  # type: ignore[operator]
        visiting.note(luban, by=zhou)


def test_the_latest_come_first_and_are_ones_own(vendor: Cast, watch: Watch) -> None:
    zhou = vendor.actor("zhou")
    for account in (vendor.luban, vendor.star_river):
        visiting.note(account.record, by=zhou)
        watch.forward(minutes=10)
    visiting.note(vendor.yunqi.record, by=vendor.actor("lin"))
    assert visiting.latest(zhou, 5) == [vendor.star_river.record, vendor.luban.record]
    assert visiting.latest(zhou, 1) == [vendor.star_river.record]
    assert visiting.latest(vendor.actor("he"), 5) == []


def test_what_is_opened_often_and_lately_is_known_better(vendor: Cast, watch: Watch) -> None:
    zhou = vendor.actor("zhou")
    for _ in range(6):
        visiting.note(vendor.luban.record, by=zhou)
        watch.forward(minutes=6)
    visiting.note(vendor.star_river.record, by=zhou)
    known = visiting.familiarity(zhou, "account")
    assert known[str(vendor.luban.pk)] > known[str(vendor.star_river.pk)] > 3
    watch.forward(days=8)
    assert visiting.familiarity(zhou, "account")[str(vendor.star_river.pk)] < 3
    assert visiting.familiarity(zhou, "staff") == {}
    assert max(known.values()) <= 8


def test_the_program_itself_visits_nothing(vendor: Cast) -> None:
    visiting.note(Reference("account", "1"), by=Actor.system("sweep"))
    assert not Visit.objects.exists()


def test_the_real_time_counts_while_another_day_is_looked_at(vendor: Cast, watch: Watch) -> None:
    with clock.on(NOON.date() - timedelta(days=100)):
        visiting.note(vendor.luban.record, by=vendor.actor("zhou"))
    assert Visit.objects.get().at == NOON
