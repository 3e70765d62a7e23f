"""Talks of sales with customers: noted, asked for, passed on in time or late, and who may do and see what."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import contacting
from proxeny.accounts.models import Talk, TalkPoint
from proxeny.accounts.talks import access, asking, calling_off, findings, noting, saying
from proxeny.accounts.talks.standing import State, due_on, in_state, late_before, state_of
from proxeny.accounts.talks.telling import tell_of_missing
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.calendar import WorkCalendar, work_calendar
from proxeny.core.sentences import Sentence
from proxeny.docket import gathering, reading
from proxeny.docket.sources import SOURCES
from proxeny.identity.access import NotFound
from proxeny.ledger import reading as ledger
from proxeny.ledger import verifying
from proxeny.notices.models import Notice
from tests.accounts.talked import THURSDAY, talk
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
COMPLAINT = TalkPoint.Kind.COMPLAINT


def errors(call: Callable[[], object]) -> set[str]:
    with pytest.raises(ValidationError) as refused:
        call()
    return set(refused.value.message_dict)


def state(held: Talk, on: date = TODAY) -> State:
    return state_of(Talk.objects.get(pk=held.pk), on, work_calendar())


def told(vendor: Cast) -> dict[str, list[str]]:
    names = {person.pk: username for username, person in vendor.people.items()}
    found: dict[str, list[str]] = {}
    for one in Notice.objects.order_by("pk"):
        text = Sentence.from_json(one.text).in_language("en")
        found.setdefault(names[one.staff_id], []).append(text.replace("\u00a0", " ").replace("\u202f", " "))
    return found


def test_who_sells_speaks_or_leads_notes_a_talk_and_nobody_else(vendor: Cast) -> None:
    for username in ("pan", "zhou", "he"):
        assert talk(vendor, by=username).held_by == vendor["pan"]
    for outsider in ("lin", "tang", "xu", "zhang", "shen", "nobody"):
        with pytest.raises(NotFound):
            talk(vendor, by=outsider)
    with pytest.raises(ValueError, match="a person's"):
        noting.note(vendor.luban, held_on=TODAY, by=Actor.system("demo"))


def test_a_talk_needs_somebody_of_sales_a_day_near_enough_and_people_of_that_customer(vendor: Cast) -> None:
    star = vendor.star_river
    assert errors(lambda: noting.note(star, held_on=TODAY, by=vendor.actor("zhou"))) == {"held_by"}
    assert errors(lambda: talk(vendor, held_by=vendor["zhang"])) == {"held_by"}
    assert errors(lambda: talk(vendor, held_on=TODAY + timedelta(days=400))) == {"held_on"}
    stranger = contacting.add(vendor.yunqi, {"name": "别家的人"}, by=vendor.actor("lin"))
    assert errors(lambda: talk(vendor, contacts=[stranger])) == {"contacts"}
    assert not Talk.objects.exists()


def test_what_was_said_is_due_by_the_end_of_the_next_working_day(vendor: Cast) -> None:
    held = talk(vendor, held_on=date(2026, 11, 20))  # a Friday
    assert state(held, date(2026, 11, 19)) == State.PLANNED
    assert {state(held, date(2026, 11, day)) for day in (20, 21, 22, 23)} == {State.OWED}
    assert state(held, date(2026, 11, 24)) == State.LATE


def test_late_by_the_calendar_and_late_by_the_question_to_the_database_are_the_same() -> None:
    calendar = WorkCalendar("CN")
    for held in (date(2025, 9, 1) + timedelta(days=days) for days in range(250)):
        for on in (held + timedelta(days=days) for days in range(-3, 16)):
            assert (due_on(held, calendar) < on) == (held < late_before(on, calendar)), (held, on)


def test_the_condition_and_the_rule_tell_the_same_of_every_talk(vendor: Cast) -> None:
    calendar = work_calendar()
    for days in range(-9, 4):
        held = talk(vendor, held_on=TODAY + timedelta(days=days))
        if days in (-7, -2):
            saying.say(held, COMPLAINT, "慢", by=vendor.actor("pan"))
        if days in (-6, -1):
            saying.nothing(held, by=vendor.actor("pan"))
        if days in (-5, 2):
            calling_off.call_off(held, by=vendor.actor("zhou"))
    for one in State:
        by_rule = {held.pk for held in Talk.objects.all() if state_of(held, TODAY, calendar) == one}
        assert by_rule, one
        assert (
            set(Talk.objects.filter(in_state([one], TODAY, calendar)).values_list("pk", flat=True)) == by_rule
        )


def test_only_who_sells_or_leads_passes_on_what_was_said_and_who_speaks_asks(vendor: Cast) -> None:
    held = talk(vendor)
    for outsider in ("zhou", "lin", "tang", "xu", "zhang", "shen", "nobody"):
        with pytest.raises(NotFound):
            saying.say(held, COMPLAINT, "导出还是慢", by=vendor.actor(outsider))
        with pytest.raises(NotFound):
            saying.nothing(held, by=vendor.actor(outsider))
    for outsider in ("lin", "tang", "xu", "shen"):
        with pytest.raises(NotFound):
            asking.ask(held, by=vendor.actor(outsider))
    saying.say(held, COMPLAINT, "导出还是慢", by=vendor.actor("pan"))
    assert state(held) == State.SYNCED


def test_points_reach_who_speaks_for_the_customer_at_once_and_only_them(vendor: Cast) -> None:
    held = talk(vendor)
    point = saying.say(held, COMPLAINT, " 导出还是慢 ", by=vendor.actor("pan"))
    assert saying.say(held, COMPLAINT, "导出还是慢", by=vendor.actor("pan")) == point
    assert told(vendor) == {"zhou": ["潘磊 heard at 鲁班建材 on 12 Nov, a complaint: 导出还是慢"]}
    saying.take_back(held, point.pk, by=vendor.actor("pan"))
    assert told(vendor) == {}
    assert state(held) == State.LATE


def test_nothing_is_a_statement_that_a_point_outweighs_and_that_can_be_taken_back(vendor: Cast) -> None:
    held, pan = talk(vendor), vendor.actor("pan")
    saying.nothing(held, by=pan)
    saying.nothing(held, by=pan)
    assert state(held) == State.NOTHING
    saying.something_after_all(held, by=pan)
    assert state(held) == State.LATE
    saying.nothing(held, by=pan)
    saying.say(held, TalkPoint.Kind.PLAN, "三月扩容", by=pan)
    assert state(held) == State.SYNCED
    assert errors(lambda: saying.nothing(held, by=pan)) == {"words"}
    kinds = [line.kind for line in reversed(ledger.about(held.record))]
    assert kinds == ["talk.noted", "talk.nothing", "talk.nothing-taken-back", "talk.nothing", "talk.point"]
    assert verifying.verify().ok


def test_of_a_talk_to_come_or_called_off_nothing_is_passed_on(vendor: Cast) -> None:
    pan = vendor.actor("pan")
    planned = talk(vendor, held_on=TODAY + timedelta(days=3))
    assert errors(lambda: saying.say(planned, COMPLAINT, "x", by=pan)) == {"words"}
    off = calling_off.call_off(talk(vendor), by=pan)
    assert errors(lambda: saying.say(off, COMPLAINT, "x", by=pan)) == {"words"}
    assert state(calling_off.hold(off, by=pan)) == State.LATE
    held = talk(vendor)
    saying.say(held, COMPLAINT, "x", by=pan)
    with pytest.raises(ValidationError):
        calling_off.call_off(held, by=pan)


def test_one_takes_back_only_ones_own_point(vendor: Cast) -> None:
    held = talk(vendor)
    point = saying.say(held, COMPLAINT, "x", by=vendor.actor("he"))
    with pytest.raises(NotFound):
        saying.take_back(held, point.pk, by=vendor.actor("pan"))


def test_asked_for_a_talk_sales_is_told_once_a_day_until_it_is_passed_on(vendor: Cast) -> None:
    held, zhou = talk(vendor), vendor.actor("zhou")
    asking.ask(held, words="请同步", by=zhou)
    asking.ask(held, words="请同步", by=zhou)
    assert told(vendor) == {"pan": ["周雨 asks you to pass on what 鲁班建材 said on 12 Nov: 请同步"]}
    saying.say(held, COMPLAINT, "x", by=vendor.actor("pan"))
    assert set(told(vendor)) == {"zhou"}


def test_whoever_notes_that_somebody_else_talked_asks_for_it(vendor: Cast) -> None:
    held = talk(vendor, by="zhou", asking="听说周四见面了")
    assert (held.asked_by, held.asked_words) == (vendor["zhou"], "听说周四见面了")
    assert list(told(vendor)) == ["pan"]


def test_what_is_missing_lies_before_who_speaks_and_leads_and_sales_is_told_once(vendor: Cast) -> None:
    late, owed = talk(vendor, subject="续约"), talk(vendor, held_on=TODAY)
    (one,) = findings.missing(TODAY)
    text = one.sentence.in_language("en").replace("\u00a0", " ")
    assert text == "潘磊 talked with them on 12 Nov; what was said is missing since 13 Nov."
    assert findings.missing in SOURCES
    gathering.gather(TODAY, findings.missing(TODAY))
    lying = {
        name: len(reading.docket(vendor.actor(name), TODAY).items) for name in ("zhou", "he", "lin", "pan")
    }
    assert lying == {"zhou": 1, "he": 1, "lin": 0, "pan": 0}
    assert (tell_of_missing.call(), tell_of_missing.call()) == (1, 0)
    assert list(told(vendor)) == ["pan"]
    saying.nothing(late, by=vendor.actor("pan"))
    assert told(vendor) == {}
    assert list(findings.missing(TODAY)) == []
    with clock.on(TODAY + timedelta(days=2)):
        assert [found.cause.since for found in findings.missing(clock.today())] == [owed.held_on]


def test_each_reads_the_talks_of_customers_that_are_open_to_them(vendor: Cast) -> None:
    talk(vendor)
    reads = {name for name in vendor.people if access.talks(vendor.actor(name)).exists()}
    writes = {name for name in vendor.people if access.talks(vendor.actor(name), write=True).exists()}
    says = {name for name in vendor.people if access.talks_to_tell_of(vendor.actor(name)).exists()}
    assert reads == {"zhou", "he", "tang", "pan", "shen"}
    assert writes == {"zhou", "he", "pan"}
    assert says == {"he", "pan"}
    assert THURSDAY.weekday() == 3
