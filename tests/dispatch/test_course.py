"""What teams and we do with an order, move by move."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.core import clock
from proxeny.dispatch import (
    accepting,
    adding,
    asking,
    designating,
    finishing,
    handing_over,
    returning,
    sending,
    withdrawing,
)
from proxeny.dispatch.models import Complaint, Move, MoveKind, Order, Standing
from proxeny.dispatch.overtaken import Overtaken
from proxeny.ledger import reading
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

pytestmark = pytest.mark.usefixtures("on_22_november")


def kinds(order: Order) -> list[str]:
    return list(order.moves.values_list("kind", flat=True))


def give_back(order: Order, at: Works, who: str, believed: object, seen: int) -> Order:
    return returning.give_back(order, reason="不是我们的盘", believed=believed, by=at.actor(who), seen=seen)


def test_a_sent_order_lies_with_the_team_with_its_facts_locked_and_its_targets_running(
    order: Order, at: Works
) -> None:
    assert (order.team, order.standing, order.last) == (at.storage, Standing.SENT, 1)
    assert {fact["what"] for fact in order.facts} == {"shows", "severity", "since", "customer"}
    assert order.names_customer
    assert order.accept_due is not None
    assert order.done_due is not None
    assert order.accept_due < order.done_due


def test_each_move_is_one_row_and_one_line_about_order_case_customer_and_team(
    order: Order, at: Works
) -> None:
    accepting.accept(order, by=at.actor("zhang"), seen=1)
    about = [at.case.account.record, at.case.record, order.record]
    lines = [line for line in reading.about(order.record) if line.kind.startswith("order.")]
    assert [line.kind for line in lines] == ["order.accepted", "order.sent"]
    assert [line.sequence for line in reversed(lines)] == list(order.moves.values_list("entry", flat=True))
    assert set(lines[0].subjects) == {*map(str, about), f"team:{at.storage.pk}"}


def test_accepting_puts_it_into_the_hands_of_who_accepts_and_doing_it_twice_does_no_harm(
    order: Order, at: Works
) -> None:
    zhang = at.actor("zhang")
    assert accepting.accept(order, by=zhang, seen=1).holder == at["zhang"]
    again = accepting.accept(order, by=zhang, seen=1)
    assert (again.standing, again.accept_due, kinds(order)) == (Standing.ACCEPTED, None, ["sent", "accepted"])


def test_another_of_the_team_can_take_it_over_knowingly(order: Order, at: Works) -> None:
    accepting.accept(order, by=at.actor("zhang"), seen=1)
    assert accepting.accept(order, by=at.actor("lei"), seen=2).holder == at["lei"]


def test_who_acts_on_what_they_saw_before_another_moved_is_told_who_did_what(order: Order, at: Works) -> None:
    accepting.accept(order, by=at.actor("zhang"), seen=1)
    with pytest.raises(Overtaken) as told:
        give_back(order, at, "lei", at.network, seen=1)
    assert (told.value.move.by, told.value.move.kind) == (at["zhang"], MoveKind.ACCEPTED)
    assert kinds(order) == ["sent", "accepted"]


def test_who_had_the_order_a_moment_ago_is_told_that_it_was_handed_over(order: Order, at: Works) -> None:
    handing_over.hand_over(order, team=at.network, text="盘没问题,看链路", by=at.actor("zhang"), seen=1)
    with pytest.raises(Overtaken):
        accepting.accept(order, by=at.actor("lei"), seen=1)


def test_an_order_is_returned_only_with_a_reason_and_the_team_believed_right(order: Order, at: Works) -> None:
    with pytest.raises(ValidationError) as refused:
        returning.give_back(order, reason=" ", believed=None, by=at.actor("zhang"), seen=1)
    assert set(refused.value.message_dict) == {"reason", "believed"}
    with pytest.raises(ValidationError) as refused:
        give_back(order, at, "zhang", at.storage, seen=1)
    assert set(refused.value.message_dict) == {"believed"}
    back = give_back(order, at, "zhang", at.network, seen=1)
    assert (back.standing, back.returns, back.holder, back.done_due) == (Standing.RETURNED, 1, None, None)


def test_a_returned_order_is_passed_on_with_one_move(order: Order, at: Works) -> None:
    give_back(order, at, "zhang", at.network, seen=1)
    on = sending.pass_on(order, team=at.network, by=at.actor("zhou"), seen=2)
    assert (on.team, on.standing, on.loops) == (at.network, Standing.SENT, 0)
    with pytest.raises(ValidationError):
        sending.pass_on(order, team=at.compute, by=at.actor("zhou"), seen=3)


def test_the_loop_of_the_story_ends_with_the_team_that_is_designated(order: Order, at: Works) -> None:
    zhou = at.actor("zhou")
    give_back(order, at, "zhang", at.network, seen=1)
    sending.pass_on(order, team=at.network, by=zhou, seen=2)
    give_back(order, at, "wang", at.compute, seen=3)
    sending.pass_on(order, team=at.compute, by=zhou, seen=4)
    give_back(order, at, "zhao", at.storage, seen=5)
    on = designating.designate(order, team=at.storage, reason="日志里是盘的延迟", by=zhou, seen=6)
    assert (on.team, on.standing, on.is_designated) == (at.storage, Standing.SENT, True)
    assert (on.returns, on.loops) == (3, 1)
    with pytest.raises(ValidationError, match="objection"):
        give_back(order, at, "zhang", at.network, seen=7)
    with pytest.raises(ValidationError, match="objection"):
        handing_over.hand_over(order, team=at.network, text="x", by=at.actor("zhang"), seen=7)
    objected = designating.object_to(order, text="盘的指标正常", by=at.actor("zhang"), seen=7)
    assert (objected.team, objected.standing, objected.last) == (at.storage, Standing.SENT, 8)
    assert accepting.accept(order, by=at.actor("zhang"), seen=7).standing == Standing.ACCEPTED, (
        "an objection overtakes nobody"
    )


def test_nobody_is_designated_before_the_order_went_astray_nor_objects_before(
    order: Order, at: Works
) -> None:
    with pytest.raises(ValidationError):
        designating.designate(order, team=at.network, reason="x", by=at.actor("zhou"), seen=1)
    with pytest.raises(ValidationError):
        designating.object_to(order, text="x", by=at.actor("zhang"), seen=1)


def test_while_a_question_waits_for_us_the_clock_of_the_team_rests(order: Order, at: Works) -> None:
    accepting.accept(order, by=at.actor("zhang"), seen=1)
    asked = asking.ask(order, text="哪个版本?", by=at.actor("zhang"), seen=2)
    assert (asked.standing, asked.done_due) == (Standing.ASKED, None)
    answered = asking.answer(order, text="5.2", by=at.actor("zhou"), seen=3)
    assert (answered.standing, answered.holder) == (Standing.ACCEPTED, at["zhang"])
    assert answered.done_due == order.done_due


def test_done_is_confirmed_with_the_customers_word_or_comes_back_as_not_solved(
    order: Order, at: Works
) -> None:
    finishing.done(order, text="加了索引", by=at.actor("zhang"), seen=1)
    back = finishing.not_solved(order, text="50 万行还是超时", by=at.actor("zhou"), seen=2)
    assert (back.standing, back.holder) == (Standing.ACCEPTED, at["zhang"])
    finishing.done(order, text="分批导出", by=at.actor("zhang"), seen=3)
    closed = finishing.confirm(order, customer_word="王敏", by=at.actor("zhou"), seen=4)
    assert closed.closed_at is not None
    assert order.moves.last().customer_word == "王敏"
    with pytest.raises(ValidationError, match="closed"):
        adding.add_fact(order, text="x", by=at.actor("zhou"), seen=5)


def test_an_order_is_confirmed_only_once_it_was_reported_done(order: Order, at: Works) -> None:
    with pytest.raises(ValidationError):
        finishing.confirm(order, by=at.actor("zhou"), seen=1)


def test_a_fact_added_is_a_move_and_the_locked_ones_stay(order: Order, at: Works) -> None:
    adding.add_fact(order, text="客户用的是 5.2", by=at.actor("zhou"), seen=1)
    adding.add_fact(order, text="客户用的是 5.2", by=at.actor("zhou"), seen=1)
    adding.add_fact(order, text="磁盘 90%", by=at.actor("zhang"), seen=1)
    locked = order.facts
    order.refresh_from_db()
    assert kinds(order) == ["sent", "added", "added"]
    assert order.facts == locked


def test_a_withdrawn_order_is_closed_and_says_why(order: Order, at: Works) -> None:
    with pytest.raises(ValidationError):
        withdrawing.withdraw(order, reason="", by=at.actor("zhou"), seen=1)
    gone = withdrawing.withdraw(order, reason="客户自己改好了", by=at.actor("zhou"), seen=1)
    assert gone.standing == Standing.WITHDRAWN
    assert gone.closed_at is not None


def test_what_is_wanted_and_of_whom_has_to_be_said(at: Works) -> None:
    yesterday = clock.now() - timedelta(days=1)
    with pytest.raises(ValidationError) as refused:
        ordered.order(at, team=None, wanted=" ", wanted_by=yesterday)
    assert set(refused.value.message_dict) == {"team", "wanted", "wanted_by"}
    assert not Order.objects.exists()


def test_sending_twice_sends_one(order: Order, at: Works) -> None:
    assert ordered.order(at) == order
    assert Move.objects.count() == 1


def test_only_the_facts_that_were_chosen_go_along(at: Works) -> None:
    words = f"word:{at.case.messages.get().pk}"
    order = ordered.order(at, facts=["shows", words])
    assert [fact["what"] for fact in order.facts] == ["shows", "word"]
    assert order.facts[1]["text"] == at.case.text
    assert not order.names_customer


def test_an_order_out_of_a_confidential_case_names_no_customer(at: Works) -> None:
    case = ordered.open_case(
        at.vendor, is_confidential=True, title="鲁班建材:销售乱承诺", text="替代方案不行"
    )
    with pytest.raises(ValidationError) as refused:
        ordered.order(at, case=case, wanted="修好鲁班建材的导出")
    assert set(refused.value.message_dict) == {"wanted"}
    order = ordered.order(at, case=case, facts=["customer", "shows", "severity", "since", "word:1"])
    assert not order.names_customer
    assert {fact["what"] for fact in order.facts} == {"severity", "since"}
    assert not reading.about(order.record), "what stands open on record tells nothing of it"
    give_back(order, at, "zhang", at.network, seen=1)
    with pytest.raises(ValidationError):
        sending.pass_on(order, team=at.network, text="鲁班建材在等", by=at.actor("zhou"), seen=2)


def test_only_a_person_moves_an_order(order: Order) -> None:
    from tests.cast import SETTING_UP

    with pytest.raises(ValueError, match="colleague"):
        accepting.accept(order, by=SETTING_UP, seen=1)
    assert not Complaint.objects.exists()
