"""Complaints: drafted by themselves where a target is missed or an order goes astray, sent only by a person."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from proxeny.core import clock
from proxeny.dispatch import (
    accepting,
    access,
    asking,
    complaining,
    finishing,
    handing_over,
    letter,
    overdue,
    returning,
    sending,
)
from proxeny.dispatch.models import Complaint, Order
from proxeny.identity import teaming
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import SETTING_UP
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

SHANGHAI = ZoneInfo("Asia/Shanghai")


def on(text: str) -> datetime:
    """A moment of November 2026; the 16th is a Monday."""
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=SHANGHAI)


@pytest.fixture
def order(at: Works) -> Order:
    """Sent on Monday at nine; of a severe case: to be accepted in an hour, to be done in two days."""
    with clock.at(on("16 09:00")):
        return ordered.order(at)


def due(order: Order) -> tuple[str | None, str | None]:
    moments = (order.accept_due, order.done_due)
    local = [one.astimezone(SHANGHAI) if one else None for one in moments]
    return tuple(f"{one:%d %H:%M}" if one else None for one in local)  # type: ignore[return-value]


def drafts(at_moment: datetime) -> list[str]:
    with clock.at(at_moment):
        overdue.draft_complaints.call()
    return list(Complaint.objects.order_by("pk").values_list("cause", flat=True))


def loop(order: Order, at: Works) -> None:
    handing_over.hand_over(order, team=at.network, text="看链路", by=at.actor("zhang"), seen=1)
    handing_over.hand_over(order, team=at.compute, text="看主机", by=at.actor("wang"), seen=2)
    handing_over.hand_over(order, team=at.storage, text="看盘", by=at.actor("zhao"), seen=3)


def test_targets_run_on_the_hours_of_the_team(order: Order) -> None:
    assert due(order) == ("16 10:00", "17 18:00")


def test_a_question_moves_what_is_due_by_as_long_as_we_took_to_answer(order: Order, at: Works) -> None:
    with clock.at(on("16 09:30")):
        accepting.accept(order, by=at.actor("zhang"), seen=1)
        asked = asking.ask(order, text="版本?", by=at.actor("zhang"), seen=2)
    assert due(asked) == (None, None)
    with clock.at(on("16 11:30")):
        assert due(asking.answer(order, text="5.2", by=at.actor("zhou"), seen=3)) == (None, "18 11:00")


def test_an_order_not_accepted_in_time_drafts_one_complaint_and_sends_none(order: Order) -> None:
    assert drafts(on("16 09:59")) == []
    assert drafts(on("16 10:05")) == ["not-accepted"]
    assert drafts(on("16 10:10")) == ["not-accepted"]
    assert Complaint.objects.get().sent_at is None
    assert drafts(on("17 18:05")) == ["not-accepted", "not-done"]


def test_a_target_missed_between_two_looks_is_found_when_the_order_moves(order: Order, at: Works) -> None:
    with clock.at(on("16 10:02")):
        accepting.accept(order, by=at.actor("zhang"), seen=1)
    assert Complaint.objects.get().cause == Complaint.Cause.NOT_ACCEPTED
    assert drafts(on("16 10:05")) == ["not-accepted"]


def test_what_was_done_in_time_drafts_nothing_while_it_waits_to_be_confirmed(order: Order, at: Works) -> None:
    with clock.at(on("16 09:10")):
        finishing.done(order, text="加了索引", by=at.actor("zhang"), seen=1)
    assert drafts(on("25 09:00")) == []


def test_the_second_return_drafts_at_once_to_the_team_that_made_it(order: Order, at: Works) -> None:
    with clock.at(on("16 09:10")):
        returning.give_back(order, reason="链路", believed=at.network, by=at.actor("zhang"), seen=1)
        sending.pass_on(order, team=at.network, by=at.actor("zhou"), seen=2)
        assert not Complaint.objects.exists()
        returning.give_back(order, reason="主机", believed=at.compute, by=at.actor("wang"), seen=3)
    one = Complaint.objects.get()
    assert (one.cause, one.team) == (Complaint.Cause.RETURNED_AGAIN, at.network)
    assert len(one.facts) == 5, "the cause, and four moves"


def test_a_loop_drafts_one_to_the_team_that_closed_it(order: Order, at: Works) -> None:
    with clock.at(on("16 09:10")):
        loop(order, at)
    one = Complaint.objects.get()
    assert (one.cause, one.team) == (Complaint.Cause.LOOP, at.compute)
    assert "存储组 → 网络组 → 计算组 → 存储组" in letter.text_of(one, "en")


def test_the_words_are_drafted_in_the_language_of_who_reads_and_name_the_head(order: Order) -> None:
    drafts(on("16 10:05"))
    one = Complaint.objects.get()
    english, chinese = letter.text_of(one, "en"), letter.text_of(one, "zh")
    assert english.startswith("雷工,\n")
    assert "was to be accepted by" in english
    assert ordered.WANTED in english
    assert english != chinese
    assert "周雨 sent order" in english


def test_what_a_person_wrote_is_what_is_sent_and_then_locked(order: Order, at: Works) -> None:
    drafts(on("16 10:05"))
    one, zhou = Complaint.objects.get(), at.actor("zhou")
    complaining.edit(one, text="雷工,请今天给个说法。", by=zhou)
    sent = complaining.send(one, by=zhou)
    assert (sent.to, sent.sent_by, sent.text) == (at["lei"], at["zhou"], "雷工,请今天给个说法。")
    assert complaining.send(one, by=zhou).sent_at == sent.sent_at
    with pytest.raises(ValidationError):
        complaining.edit(one, text="x", by=zhou)
    with pytest.raises(ValidationError):
        complaining.drop(one, because="x", by=zhou)
    kinds = [line.kind for line in reading.about(order.record)]
    assert kinds == ["complaint.sent", "complaint.drafted", "order.sent"]


def test_sent_as_it_was_drafted_it_keeps_the_words_that_were_read(order: Order, at: Works) -> None:
    drafts(on("16 10:05"))
    one = Complaint.objects.get()
    read = letter.text_of(one)
    assert complaining.send(one, by=at.actor("he")).text == read


def test_without_a_head_there_is_nobody_to_complain_to(order: Order, at: Works) -> None:
    drafts(on("16 10:05"))
    teaming.leave(at.storage, at["lei"], by=SETTING_UP)
    with pytest.raises(ValidationError, match="head"):
        complaining.send(Complaint.objects.get(), by=at.actor("zhou"))


def test_one_is_dropped_for_a_reason_and_not_drafted_again(order: Order, at: Works) -> None:
    drafts(on("16 10:05"))
    one, zhou = Complaint.objects.get(), at.actor("zhou")
    with pytest.raises(ValidationError):
        complaining.drop(one, because=" ", by=zhou)
    assert complaining.drop(one, because="已经当面说过", by=zhou).dropped_by == at["zhou"]
    with pytest.raises(ValidationError):
        complaining.send(one, by=zhou)
    assert drafts(on("16 11:05")) == ["not-accepted"]


def test_the_head_reads_it_once_it_is_sent_and_answers_it(order: Order, at: Works) -> None:
    drafts(on("16 10:05"))
    one, lei = Complaint.objects.get(), at.actor("lei")
    with pytest.raises(NotFound):
        access.complaint_for(lei, one.pk)
    with pytest.raises(NotFound):
        complaining.answer(one, text="今晚", by=lei)
    complaining.send(one, by=at.actor("zhou"))
    assert access.complaint_for(lei, one.pk) == one
    with pytest.raises(ValidationError):
        complaining.answer(one, text="", by=lei)
    assert complaining.answer(one, text="张工今晚处理", by=lei).answered_by == at["lei"]
    assert complaining.answer(one, text="张工今晚处理", by=lei).answer == "张工今晚处理"
    with pytest.raises(ValidationError):
        complaining.answer(one, text="算了", by=lei)


def test_nobody_else_reads_or_sends_one(order: Order, at: Works) -> None:
    drafts(on("16 10:05"))
    one = Complaint.objects.get()
    everybody = ("zhou", "lin", "he", "tang", "pan", "xu", "zhang", "shen", "nobody", "lei", "wang", "qian")
    assert {who for who in everybody if access.complaints(at.actor(who)).exists()} == {
        "zhou",
        "he",
        "tang",
        "shen",
    }
    for who in set(everybody) - {"zhou", "he"}:
        with pytest.raises(NotFound):
            complaining.send(one, by=at.actor(who))
        with pytest.raises(NotFound):
            complaining.drop(one, because="x", by=at.actor(who))
    assert {who for who in everybody if _may_answer(at, who, one)} == set()


def _may_answer(at: Works, who: str, complaint: Complaint) -> bool:
    return access.may_answer(at.actor(who), complaint)
