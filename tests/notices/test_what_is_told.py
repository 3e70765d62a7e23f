"""What people are told of, and why: each by the verb that does it."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from proxeny.accounts import assigning
from proxeny.accounts.models import Account
from proxeny.core import clock, outbox
from proxeny.core.sentences import Sentence
from proxeny.docket import answering, reading
from proxeny.docket.models import Matter, Sighting
from proxeny.identity import adding, teaming
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.intake import telling as imports
from proxeny.intake.models import Batch
from proxeny.judgement import judging
from proxeny.judgement.models import Judgement
from proxeny.judgement.telling import tell_of_lapsing
from proxeny.notices import settling
from proxeny.notices.models import Notice
from tests.cast import SETTING_UP, Cast

MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time, to be set as the first of the list."""
    moment = [MONDAY]
    monkeypatch.setattr(clock, "machine_now", lambda: moment[0])
    return moment


def told(person: Staff) -> list[tuple[str, str]]:
    """What a person is told and why, oldest first."""
    notices = Notice.objects.filter(staff=person).order_by("pk")
    both = [(Sentence.from_json(one.text), Sentence.from_json(one.reason)) for one in notices]
    return [(text.in_language("en"), reason.in_language("en")) for text, reason in both]


def give(vendor: Cast, account: Account, **who: Staff | None) -> None:
    account.refresh_from_db()
    wanted = {"level": account.level, "spokesperson": account.spokesperson, "sales": account.sales, **who}
    assigning.assign(account, by=vendor.actor("he"), **wanted)  # type: ignore[arg-type]


def test_a_customer_given_away_is_told_to_who_gets_it_who_had_it_and_who_shares_it(vendor: Cast) -> None:
    give(vendor, vendor.luban, spokesperson=vendor["lin"])
    assert told(vendor["lin"]) == [
        ("何苗 gave you 鲁班建材: you speak for it now.", "because you speak for this customer")
    ]
    assert told(vendor["zhou"]) == [
        ("You no longer speak for 鲁班建材; 林可 does.", "because you spoke for this customer until now")
    ]
    assert told(vendor["pan"]) == [("林可 speaks for 鲁班建材 now.", "because you sell to this customer")]
    assert told(vendor["he"]) == []
    assert Notice.objects.count() == 3


def test_that_nobody_sells_any_more_is_told_to_who_speaks(vendor: Cast) -> None:
    give(vendor, vendor.luban, sales=None)
    assert told(vendor["zhou"]) == [
        ("Nobody sells to 鲁班建材 any more.", "because you speak for this customer")
    ]
    assert told(vendor["pan"])[0][0] == "You no longer sell to 鲁班建材; nobody does yet."


def test_a_change_of_level_is_told_to_nobody(vendor: Cast) -> None:
    account = vendor.luban
    assigning.assign(
        account,
        level=Account.Level.SMALL,
        spokesperson=vendor["zhou"],
        sales=vendor["pan"],
        by=vendor.actor("he"),
    )
    assert not Notice.objects.exists()


def test_who_loses_a_customer_keeps_no_news_of_it(vendor: Cast) -> None:
    judging.judge(vendor.luban, band=Judgement.Band.RED, reason="x", by=vendor.actor("he"))
    assert len(told(vendor["zhou"])) == 1
    give(vendor, vendor.luban, spokesperson=vendor["lin"])
    assert [text for text, _ in told(vendor["zhou"])] == ["You no longer speak for 鲁班建材; 林可 does."]


def test_a_judgement_of_somebody_else_is_told_and_taken_back(vendor: Cast) -> None:
    judgement = judging.judge(
        vendor.luban, band=Judgement.Band.RED, reason="IT 换了人", by=vendor.actor("he")
    )
    assert told(vendor["zhou"]) == [
        ("何苗 judged 鲁班建材: in trouble.", "because you speak for this customer")
    ]
    assert "IT" not in str(list(Notice.objects.values_list("text", flat=True)))
    judging.withdraw(judgement, by=vendor.actor("he"))
    assert told(vendor["zhou"]) == []


def test_one_who_has_read_of_a_judgement_hears_that_it_was_taken_back(vendor: Cast) -> None:
    judgement = judging.judge(vendor.luban, band=Judgement.Band.RED, reason="x", by=vendor.actor("he"))
    settling.read_all(actor=vendor.actor("zhou"))
    judging.withdraw(judgement, by=vendor.actor("he"))
    assert told(vendor["zhou"])[-1][0] == "何苗 took back the judgement of 鲁班建材."


def test_ones_own_judgement_is_no_news(vendor: Cast) -> None:
    judging.judge(vendor.luban, band=Judgement.Band.RED, reason="x", by=vendor.actor("zhou"))
    assert not Notice.objects.exists()


def test_a_judgement_that_lapses_is_told_a_week_before_and_once_after(
    vendor: Cast, now: list[datetime]
) -> None:
    judging.judge(
        vendor.luban,
        band=Judgement.Band.GREEN,
        reason="x",
        by=vendor.actor("zhou"),
        expires_on=date(2026, 12, 20),
    )
    now[0] += timedelta(days=19)
    assert tell_of_lapsing.call() == 0
    now[0] += timedelta(days=1)
    assert (tell_of_lapsing.call(), tell_of_lapsing.call()) == (1, 0)
    now[0] += timedelta(days=9)
    assert (tell_of_lapsing.call(), tell_of_lapsing.call()) == (1, 0)
    assert told(vendor["zhou"]) == [
        ("Your judgement of 鲁班建材 lapses on 20\xa0Dec.", "because the judgement is yours"),
        ("Your judgement of 鲁班建材 lapsed on 20\xa0Dec.", "because the judgement is yours"),
    ]


def test_a_judgement_that_a_newer_one_stands_for_lapses_unsaid(vendor: Cast, now: list[datetime]) -> None:
    for days in (20, 90):
        judging.judge(
            vendor.luban,
            band=Judgement.Band.GREEN,
            reason="x",
            by=vendor.actor("zhou"),
            expires_on=MONDAY.date() + timedelta(days=days),
        )
        now[0] += timedelta(minutes=1)
    now[0] += timedelta(days=15)
    assert tell_of_lapsing.call() == 0


@pytest.fixture
def item(vendor: Cast) -> reading.Item:
    """A matter on Zhou's docket of that Monday."""
    matter = Matter.objects.create(
        account=vendor.luban, kind="swing", family="swing/存储//down", first_seen=MONDAY.date()
    )
    said = Sentence("%(meter)s: nothing since %(since)s.", {"meter": "对象存储", "since": "x"})
    Sighting.objects.create(
        matter=matter, account=vendor.luban, on=MONDAY.date(), sentence=said.as_json(), urgency=1, doubt=1
    )
    return reading.item_for(vendor.actor("zhou"), matter.pk, MONDAY.date())


def test_that_another_answered_a_matter_of_ones_docket_is_told(vendor: Cast, item: reading.Item) -> None:
    answer = answering.dismiss(item, reason="known", by=vendor.actor("he"))
    assert told(vendor["zhou"]) == [
        ("何苗 dismissed this at 鲁班建材: 对象存储: nothing since x.", "because you speak for this customer")
    ]
    answering.take_back(answer, by=vendor.actor("he"))
    assert told(vendor["zhou"]) == []
    answering.snooze(item, until=date(2026, 12, 3), reason="later", by=vendor.actor("zhou"))
    assert told(vendor["zhou"]) == []


def test_a_judgement_given_as_an_answer_is_told_once(vendor: Cast, item: reading.Item) -> None:
    answering.judge(item, band=Judgement.Band.RED, reason="x", by=vendor.actor("he"))
    assert [text for text, _ in told(vendor["zhou"])] == ["何苗 judged 鲁班建材: in trouble."]


def test_a_role_given_or_ended_is_told_by_the_outbox_and_once(vendor: Cast, now: list[datetime]) -> None:
    outbox.deliver(1000)
    assert not Notice.objects.exists(), "one who is new is not told of what they came with"
    now[0] += timedelta(days=1)
    adding.grant(vendor["xu"], Role.ENGINEER, by=vendor.actor("tang"))
    adding.end(vendor["xu"], Role.ENGINEER, by=vendor.actor("tang"))
    adding.grant(vendor["tang"], Role.LEAD, by=vendor.actor("tang"))
    adding.grant(vendor["nobody"], Role.PRODUCT, by=SETTING_UP)
    outbox.deliver(1000)
    assert told(vendor["xu"]) == [
        ("唐总 made you Engineer. You see more from now on.", "because it is about you"),
        ("唐总 ended your part as Engineer. What it opened is closed now.", "because it is about you"),
    ]
    assert told(vendor["tang"]) == []
    assert told(vendor["nobody"])[0][0].startswith("The administrator made you Product.")


def test_who_loses_a_role_keeps_no_news_of_what_it_opened(vendor: Cast, now: list[datetime]) -> None:
    outbox.deliver(1000)
    judging.judge(vendor.luban, band=Judgement.Band.RED, reason="x", by=vendor.actor("he"))
    now[0] += timedelta(days=1)
    adding.end(vendor["zhou"], Role.SPOKESPERSON, by=vendor.actor("tang"))
    outbox.deliver(1000)
    assert [text for text, _ in told(vendor["zhou"])] == [
        "唐总 ended your part as Spokesperson. What it opened is closed now."
    ]


def test_a_team_joined_is_told(vendor: Cast) -> None:
    team = teaming.found("存储组", by=vendor.actor("tang"))
    teaming.join(team, vendor["zhang"], by=vendor.actor("tang"))
    teaming.head(team, vendor["zhang"], by=vendor.actor("tang"))
    outbox.deliver(1000)
    assert [text for text, _ in told(vendor["zhang"])] == [
        "唐总 took you into the team 存储组.",
        "唐总 made you the head of the team 存储组.",
    ]


def test_leads_are_told_what_a_colleague_leaves_behind(vendor: Cast) -> None:
    adding.let_go(vendor["zhou"], by=vendor.actor("tang"), reason="moved away")
    adding.let_go(vendor["pan"], by=vendor.actor("tang"), reason="moved away")
    outbox.deliver(1000)
    outbox.deliver(1000)
    assert told(vendor["he"]) == [
        ("周雨 has left and spoke for 2 customers. Nobody who is here does now.", "because you lead")
    ]
    assert Notice.objects.count() == 1


def batch(vendor: Cast, state: str, *, minutes: int = 0, **rows: int) -> Batch:
    return Batch.objects.create(
        kind=Batch.Kind.ACCOUNTS,
        state=state,
        file_name="客户.csv",
        reason="The file is empty." if state == "failed" else "",
        report={"rows": {"good": 12, "bad": 0, "aside": 0, **rows}},
        by=vendor["he"].reference,
        job=uuid4(),
        started_at=MONDAY,
        finished_at=MONDAY + timedelta(minutes=minutes),
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ({"state": "done", "bad": 3}, "客户.csv is in: 12 rows. 3 could not be read and 0 were set aside."),
        ({"state": "failed"}, "客户.csv could not be imported; nothing of it stands. The file is empty."),
        ({"state": "done", "minutes": 2}, "客户.csv is in: 12 rows, none bad."),
        ({"state": "done"}, None),
        ({"state": "cancelled"}, None),
        ({"state": "running"}, None),
    ],
)
def test_an_import_tells_who_asked_for_it_only_what_they_would_not_have_seen(
    vendor: Cast, made: dict[str, object], expected: str | None
) -> None:
    one = batch(vendor, **made)  # type: ignore[arg-type]
    imports.ended(one.pk)
    imports.ended(one.pk)
    assert told(vendor["he"]) == ([(expected, "because you uploaded this file")] if expected else [])
    assert Notice.objects.exclude(staff=vendor["he"]).count() == 0
