"""Who reads an order and who moves it: every role, the teams, and an outsider to each."""

import pytest

from proxeny.core.actors import Actor
from proxeny.dispatch import accepting, access, finishing, handing_over, returning, sending, withdrawing
from proxeny.dispatch.events import Kind
from proxeny.dispatch.models import Order
from proxeny.identity import adding, teaming
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, Role
from proxeny.ledger import kinds as ledger_kinds
from tests.cast import SETTING_UP
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

EVERYBODY = (
    "zhou",
    "lin",
    "he",
    "tang",
    "pan",
    "xu",
    "zhang",
    "shen",
    "nobody",
    "lei",
    "wang",
    "zhao",
    "qian",
)


def who(at: Works, can: object) -> set[str]:
    return {name for name in EVERYBODY if can(at.actor(name))}  # type: ignore[operator]


def reads(order: Order) -> object:
    return lambda actor: access.orders(actor).filter(pk=order.pk).exists()


def test_we_the_team_the_owner_and_the_auditor_read_an_order_and_nobody_else(order: Order, at: Works) -> None:
    assert who(at, reads(order)) == {"zhou", "he", "tang", "shen", "zhang", "lei"}


def test_who_speaks_for_the_customer_and_leads_act_for_us_and_the_team_for_itself(
    order: Order, at: Works
) -> None:
    assert who(at, lambda actor: access.may_act_for_us(actor, order)) == {"zhou", "he"}
    assert who(at, lambda actor: access.may_act_for_team(actor, order)) == {"zhang", "lei"}
    writable = who(at, lambda actor: access.orders(actor, write=True).filter(pk=order.pk).exists())
    assert writable == {"zhou", "he", "zhang", "lei"}


def test_the_program_itself_reads_all(order: Order) -> None:
    assert access.orders(Actor.system("sweep")).get() == order


def test_who_has_the_case_in_hand_acts_for_us_too(order: Order, at: Works) -> None:
    at.case.owner = at["lin"]
    at.case.save()
    assert access.may_act_for_us(at.actor("lin"), order)


def test_a_team_that_had_it_reads_on_and_moves_it_no_more(order: Order, at: Works) -> None:
    handing_over.hand_over(order, team=at.network, text="看链路", by=at.actor("zhang"), seen=1)
    order.refresh_from_db()
    assert who(at, reads(order)) == {"zhou", "he", "tang", "shen", "zhang", "lei", "wang"}
    assert who(at, lambda actor: access.may_act_for_team(actor, order)) == {"wang"}
    with pytest.raises(NotFound):
        accepting.accept(order, by=at.actor("zhang"), seen=2)


def test_a_team_only_believed_right_has_no_part_in_it_yet(order: Order, at: Works) -> None:
    returning.give_back(order, reason="x", believed=at.network, by=at.actor("zhang"), seen=1)
    assert not reads(order)(at.actor("wang"))  # type: ignore[operator]


def test_who_left_the_team_reads_nothing_of_it(order: Order, at: Works) -> None:
    teaming.leave(at.storage, at["zhang"], by=SETTING_UP)
    with pytest.raises(NotFound):
        access.order_for(at.actor("zhang"), order.number)


def test_who_has_no_right_to_orders_reads_none_though_they_belong_to_the_team(
    order: Order, at: Works
) -> None:
    teaming.join(at.storage, at["pan"], by=SETTING_UP)
    teaming.join(at.storage, at["nobody"], by=SETTING_UP)
    for name in ("pan", "nobody"):
        with pytest.raises(NotFound):
            access.order_for(at.actor(name), order.number)


def test_an_order_out_of_a_confidential_case_is_there_for_its_team_and_who_has_that_channel(
    at: Works,
) -> None:
    case = ordered.open_case(at.vendor, is_confidential=True, title="保密事项", text="保密")
    order = ordered.order(at, case=case)
    assert who(at, reads(order)) == {"zhou", "he", "tang", "zhang", "lei"}


def test_an_outsider_can_make_no_move(order: Order, at: Works) -> None:
    ours = {"zhou", "he"}
    for name in set(EVERYBODY) - ours:
        with pytest.raises(NotFound):
            withdrawing.withdraw(order, reason="x", by=at.actor(name), seen=1)
        with pytest.raises(NotFound):
            sending.send(at.case, team=at.storage, wanted="y", by=at.actor(name))
    for name in set(EVERYBODY) - {"zhang", "lei"}:
        with pytest.raises(NotFound):
            finishing.done(order, text="x", by=at.actor(name), seen=1)
    order.refresh_from_db()
    assert (order.last, Order.objects.count()) == (1, 1)


def test_engineers_see_what_lies_with_their_teams_oldest_first_and_nothing_else(
    order: Order, at: Works
) -> None:
    other = ordered.order(at, wanted="另一件", team=at.network)
    later = ordered.order(at, wanted="第二件")
    assert list(access.lying_with(at.actor("zhang"))) == [order, later]
    assert list(access.lying_with(at.actor("wang"))) == [other]
    for name in ("qian", "zhou", "tang", "pan", "nobody"):
        assert not access.lying_with(at.actor(name)).exists()
    finishing.done(order, text="x", by=at.actor("zhang"), seen=1)
    assert list(access.lying_with(at.actor("lei"))) == [later]


def test_who_sells_to_one_customer_and_speaks_for_another_reads_no_order_of_the_former(
    order: Order, at: Works
) -> None:
    adding.grant(at["pan"], Role.SPOKESPERSON, by=SETTING_UP)
    at.vendor.yunqi.spokesperson = at["pan"]
    at.vendor.yunqi.save()
    assert not reads(order)(Staff.objects.get(pk=at["pan"].pk).actor)  # type: ignore[operator]


def test_what_sales_reads_of_the_record_of_its_customers_holds_no_orders() -> None:
    assert {kind.value for kind in Kind} <= ledger_kinds.of_area(Area.INSIDE)
