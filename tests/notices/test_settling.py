from datetime import UTC, datetime, timedelta

import pytest

from proxeny.accounts.telling import SHARED
from proxeny.core import clock
from proxeny.core.sentences import Sentence
from proxeny.judgement.telling import JUDGED
from proxeny.notices import reading, settling, sweeping, telling
from proxeny.notices.models import Notice
from tests.cast import Cast

AT_WORK = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time, to be set as the first of the list."""
    moment = [AT_WORK]
    monkeypatch.setattr(clock, "machine_now", lambda: moment[0])
    return moment


def tell(vendor: Cast, key: str, *, kind: str = JUDGED, to: str = "zhou") -> Notice:
    (notice,) = telling.tell(
        [vendor[to]],
        kind=kind,
        about=vendor.luban.record,
        text=Sentence(key),
        reason=Sentence("because you speak for this customer"),
        key=key,
    )
    return notice


def said(inbox: reading.Inbox) -> list[list[str]]:
    return [[text.pattern for text, _reason, _at in group.said] for group in inbox.groups]


def test_what_is_of_one_kind_about_one_thing_lies_together_newest_first(
    vendor: Cast, now: list[datetime]
) -> None:
    tell(vendor, "first")
    now[0] += timedelta(minutes=1)
    tell(vendor, "another", kind=SHARED)
    now[0] += timedelta(minutes=1)
    tell(vendor, "second")
    assert said(reading.inbox(vendor.actor("zhou"))) == [["second", "first"], ["another"]]
    assert reading.unread_count(vendor.actor("zhou")) == 2


def test_reading_one_reads_its_group_and_no_other(vendor: Cast) -> None:
    one, other = tell(vendor, "first"), tell(vendor, "another", kind=SHARED)
    tell(vendor, "second")
    assert settling.read([one.pk], actor=vendor.actor("zhou")) == 2
    assert settling.read([one.pk], actor=vendor.actor("zhou")) == 0
    assert reading.unread_count(vendor.actor("zhou")) == 1
    settling.unread([one.pk], actor=vendor.actor("zhou"))
    assert reading.unread_count(vendor.actor("zhou")) == 2
    settling.read_all(actor=vendor.actor("zhou"))
    other.refresh_from_db()
    assert other.read_at
    assert reading.unread_count(vendor.actor("zhou")) == 0


def test_done_and_back_again_leaves_what_was_unread_unread(vendor: Cast, now: list[datetime]) -> None:
    zhou = vendor.actor("zhou")
    one = tell(vendor, "first")
    settling.read([one.pk], actor=zhou)
    now[0] += timedelta(minutes=1)
    two = tell(vendor, "second")
    assert settling.done([two.pk], actor=zhou) == 2
    assert said(reading.inbox(zhou)) == []
    assert said(reading.archive(zhou)) == [["second", "first"]]
    assert settling.done([two.pk], actor=zhou) == 0
    assert settling.undone([two.pk], actor=zhou) == 2
    assert said(reading.inbox(zhou)) == [["second", "first"]]
    assert [notice.read_at is None for notice in reading.inbox(zhou).groups[0].notices] == [True, False]


def test_what_comes_after_done_opens_a_new_group_and_coming_back_leaves_older_ones_put_away(
    vendor: Cast, now: list[datetime]
) -> None:
    zhou = vendor.actor("zhou")
    old = tell(vendor, "long ago")
    settling.done([old.pk], actor=zhou)
    now[0] += timedelta(hours=1)
    new = tell(vendor, "today")
    assert said(reading.inbox(zhou)) == [["today"]]
    settling.done([new.pk], actor=zhou)
    settling.undone([new.pk], actor=zhou)
    assert said(reading.inbox(zhou)) == [["today"]]


def test_nobody_settles_what_is_anothers(vendor: Cast) -> None:
    mine = tell(vendor, "first")
    for outsider in ("lin", "he", "tang"):
        actor = vendor.actor(outsider)
        for verb in (settling.read, settling.unread, settling.done, settling.undone):
            assert verb([mine.pk], actor=actor) == 0
        assert settling.read_all(actor=actor) == 0
        with pytest.raises(reading.NotFound):
            reading.notice_for(actor, mine.pk)
        assert said(reading.inbox(actor)) == []
    mine.refresh_from_db()
    assert (mine.read_at, mine.done_at) == (None, None)


def test_what_comes_in_the_evening_waits_for_the_morning(vendor: Cast, now: list[datetime]) -> None:
    zhou = vendor.actor("zhou")
    now[0] = EVENING
    late = tell(vendor, "late")
    morning = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    assert late.shown_from == reading.waits_until(zhou) == morning
    inbox = reading.inbox(zhou)
    assert (said(inbox), inbox.waiting, reading.unread_count(zhou)) == ([], 1, 0)
    settling.read_all(actor=zhou)
    now[0] = morning
    inbox = reading.inbox(zhou)
    assert (said(inbox), inbox.waiting, reading.unread_count(zhou)) == ([["late"]], 0, 1)
    assert reading.waits_until(zhou) is None


def test_the_bell_asks_once(vendor: Cast, django_assert_num_queries: object) -> None:
    tell(vendor, "first")
    actor = vendor.actor("zhou")
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert reading.unread_count(actor) == 1


def test_the_bell_counts_no_further_than_a_hundred(vendor: Cast) -> None:
    first = tell(vendor, "first")
    fields = {name: getattr(first, name) for name in ("staff", "kind", "text", "reason", "at", "shown_from")}
    Notice.objects.bulk_create(
        Notice(**fields, about=f"account:{number}", key=str(number)) for number in range(1000, 1150)
    )
    assert reading.unread_count(vendor.actor("zhou")) == reading.MOST_COUNTED


def test_done_notices_are_kept_for_180_days_and_open_ones_for_ever(vendor: Cast, now: list[datetime]) -> None:
    zhou = vendor.actor("zhou")
    old = tell(vendor, "old")
    settling.done([old.pk], actor=zhou)
    tell(vendor, "open", kind=SHARED)
    now[0] += timedelta(days=180)
    assert sweeping.sweep.call() == 0
    now[0] += timedelta(days=1)
    assert sweeping.sweep.call() == 1
    assert [notice.key for notice in Notice.objects.all()] == ["open"]


def test_the_sweep_withdraws_what_may_no_longer_be_seen(vendor: Cast) -> None:
    tell(vendor, "first")
    luban = vendor.luban
    luban.spokesperson = vendor["lin"]
    luban.save()
    assert sweeping.sweep.call() == 1
    assert not Notice.objects.exists()
