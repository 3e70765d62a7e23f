from datetime import UTC, datetime

import pytest
from django.db import transaction

from proxeny.accounts.telling import SHARED, YOURS
from proxeny.core import clock
from proxeny.core.models import OutboxEvent
from proxeny.core.references import Reference
from proxeny.core.sentences import Sentence
from proxeny.judgement.telling import JUDGED
from proxeny.notices import choosing, reading, telling
from proxeny.notices.models import Choice, Notice
from tests.cast import PEOPLE, Cast

AT_WORK = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, 10:00 in Shanghai


@pytest.fixture(autouse=True)
def _at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "machine_now", lambda: AT_WORK)


def tell(vendor: Cast, *usernames: str, kind: str = JUDGED, key: str = "one", by: str = "he") -> list[Notice]:
    return telling.tell(
        [vendor[username] for username in usernames],
        kind=kind,
        about=vendor.luban.record,
        text=Sentence(
            "%(who)s judged %(account)s: %(band)s.",
            {"who": "何苗", "account": "鲁班建材", "band": {"pattern": "in trouble"}},
        ),
        reason=Sentence("because you speak for this customer"),
        key=key,
        by=vendor.actor(by),
    )


def test_only_those_are_told_who_may_see_it(vendor: Cast) -> None:
    told = tell(vendor, *PEOPLE)
    assert {notice.staff.username for notice in told} == {"zhou", "tang"}


def test_of_what_hides_no_judgement_sales_and_auditor_are_told_too_and_an_outsider_never(
    vendor: Cast,
) -> None:
    told = {notice.staff.username for notice in tell(vendor, *PEOPLE, kind=SHARED)}
    assert told == {"zhou", "tang", "pan", "shen"}
    assert not told & {"lin", "xu", "zhang", "nobody"}


def test_nobody_is_told_of_their_own_act(vendor: Cast) -> None:
    assert tell(vendor, "zhou", by="zhou") == []


def test_telling_twice_is_telling_once(vendor: Cast) -> None:
    assert len(tell(vendor, "zhou")) == 1
    assert tell(vendor, "zhou") == []
    assert Notice.objects.count() == OutboxEvent.objects.filter(kind="NoticeWaiting").count() == 1


def test_who_has_left_is_told_nothing(vendor: Cast) -> None:
    vendor["zhou"].is_active = False
    assert tell(vendor, "zhou") == []


def test_who_does_not_want_it_is_not_told(vendor: Cast) -> None:
    choosing.choose({JUDGED: Choice.Way.NEVER}, actor=vendor.actor("zhou"))
    assert tell(vendor, "zhou") == []
    assert len(tell(vendor, "zhou", kind=SHARED)) == 1


def test_a_kind_that_nobody_registered_is_refused(vendor: Cast) -> None:
    with pytest.raises(ValueError, match="registered"):
        tell(vendor, "zhou", kind="made.up")


def test_what_did_not_happen_is_not_told(vendor: Cast) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        tell(vendor, "zhou")
        raise RuntimeError("the change failed")
    assert not Notice.objects.exists()
    assert not OutboxEvent.objects.filter(kind="NoticeWaiting").exists()


def test_the_event_says_whose_and_from_when(vendor: Cast) -> None:
    (notice,) = tell(vendor, "zhou")
    event = OutboxEvent.objects.get(kind="NoticeWaiting")
    assert event.payload == {
        "notice": notice.pk,
        "staff": vendor["zhou"].pk,
        "shown_from": AT_WORK.isoformat(),
    }


def test_it_is_said_in_the_language_of_who_reads(vendor: Cast) -> None:
    tell(vendor, "zhou")
    (group,) = reading.inbox(vendor.actor("zhou")).groups
    text, reason, at = group.said[0]
    assert text.in_language("en") == "何苗 judged 鲁班建材: in trouble."
    assert reason.in_language("en") == "because you speak for this customer"
    assert at == AT_WORK


def test_who_loses_the_customer_reads_no_more_of_it(vendor: Cast) -> None:
    tell(vendor, "zhou")
    luban = vendor.luban
    luban.spokesperson = vendor["lin"]
    luban.save()
    assert reading.inbox(vendor.actor("zhou")).groups == []
    notice = Notice.objects.get()
    with pytest.raises(reading.NotFound):
        reading.notice_for(vendor.actor("zhou"), notice.pk)


def test_a_notice_taken_back_unread_is_gone_and_one_that_was_read_stays(vendor: Cast) -> None:
    tell(vendor, "zhou", "tang")
    Notice.objects.filter(staff=vendor["tang"]).update(read_at=AT_WORK)
    assert telling.take_back("one") == {vendor["zhou"].pk}
    assert Notice.objects.get().staff == vendor["tang"]


def test_where_nobody_speaks_for_a_customer_nobody_is_told(vendor: Cast) -> None:
    told = telling.tell(
        [None], kind=YOURS, about=Reference("account", "1"), text=Sentence("x"), reason=Sentence("y"), key="k"
    )
    assert told == []
