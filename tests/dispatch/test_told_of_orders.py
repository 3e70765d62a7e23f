"""Who is told of orders, what lies on the docket, and what a case says of its orders."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.catalogue.models import Rota, RotaTurn
from proxeny.core import clock
from proxeny.core.sentences import Sentence
from proxeny.dispatch import (
    asking,
    complaining,
    designating,
    findings,
    finishing,
    handing_over,
    overdue,
    returning,
    sending,
    summary,
)
from proxeny.dispatch.asking_the_owner import ask_the_owner
from proxeny.dispatch.models import Complaint, Order
from proxeny.docket.sources import SOURCES
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from proxeny.notices.models import Notice
from tests.dispatch import ordered
from tests.dispatch.ordered import Works
from tests.dispatch.test_complaints import loop, on

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 20)


@pytest.fixture
def order(at: Works) -> Order:
    """Sent on Monday at nine, by Zhou."""
    with clock.at(on("16 09:00")):
        return ordered.order(at)


def told(at: Works, since: int = 0) -> dict[str, list[str]]:
    """What each person was told of orders, oldest first."""
    names = {one.pk: name for name, one in {**at.vendor.people, **at.engineers}.items()}
    found: dict[str, list[str]] = {}
    for one in Notice.objects.filter(kind__startswith="order.", pk__gt=since).order_by("pk"):
        said = Sentence.from_json(one.text).in_language("en")
        found.setdefault(names[one.staff_id], []).append(said)
    return found


def latest() -> int:
    newest = Notice.objects.order_by("-pk").first()
    return newest.pk if newest else 0


def said(source: object, day: date) -> list[str]:
    with clock.at(on(f"{day.day} 20:00")):
        return [one.sentence.in_language("en") for one in source(day)]  # type: ignore[operator]


def test_all_of_a_team_without_a_rota_are_told_and_no_customer_is_named(order: Order, at: Works) -> None:
    found = told(at)
    assert set(found) == {"zhang", "lei"}
    assert found["zhang"] == [f"周雨 sent order {order.number} to 存储组: {ordered.WANTED}"]


def test_who_is_on_duty_is_told_alone_but_all_and_the_head_where_it_is_urgent(at: Works) -> None:
    rota = Rota.objects.create(team=at.storage, begins_on=MONDAY, set_by="staff:1", set_at=clock.now())
    RotaTurn.objects.create(rota=rota, place=0, staff=at["zhang"])
    with clock.at(on("16 09:00")):
        ordered.order(at)
        assert set(told(at)) == {"zhang"}
        before = latest()
        ordered.order(at, wanted="全站打不开", is_urgent=True)
    assert set(told(at, before)) == {"zhang", "lei"}
    assert all(text.startswith("Urgent. ") for text in told(at, before)["lei"])


def test_we_are_told_of_a_return_a_question_and_of_what_is_done(order: Order, at: Works) -> None:
    before = latest()
    with clock.at(on("16 09:20")):
        asking.ask(order, text="版本?", by=at.actor("zhang"), seen=1)
        asking.answer(order, text="5.2", by=at.actor("he"), seen=2)
        returning.give_back(order, reason="链路", believed=at.network, by=at.actor("zhang"), seen=3)
        sending.pass_on(order, team=at.network, by=at.actor("zhou"), seen=4)
        finishing.done(order, text="换了网卡", by=at.actor("wang"), seen=5)
    found = told(at, before)
    assert [text.split(":")[0] for text in found["zhou"]] == [
        f"存储组 asks about order {order.number}",
        f"存储组 returned order {order.number} and believes 网络组 right",
        f"网络组 reported order {order.number} done, please confirm it",
    ]
    assert [text.split(":")[0] for text in found["wang"]] == [f"周雨 sent order {order.number} to 网络组"]
    assert set(found) == {"zhou", "zhang", "lei", "wang"}


def test_the_designated_team_is_told_and_the_head_of_a_complaint_that_was_sent(
    order: Order, at: Works
) -> None:
    with clock.at(on("16 09:20")):
        returning.give_back(order, reason="链路", believed=at.network, by=at.actor("zhang"), seen=1)
    before = latest()
    with clock.at(on("16 09:30")):
        designating.designate(order, team=at.storage, reason="就是盘", by=at.actor("zhou"), seen=2)
    found = told(at, before)
    assert set(found) == {"zhang", "lei"}
    assert "it stays with you" in found["lei"][0]
    before = latest()
    with clock.at(on("17 09:00")):
        overdue.draft_complaints.call()
        assert set(told(at, before)) == {"zhou"}
        before = latest()
        complaining.send(Complaint.objects.get(), by=at.actor("he"))
    assert set(told(at, before)) == {"lei"}


def test_whoever_lost_their_part_is_told_nothing_more(order: Order, at: Works) -> None:
    at.case.account.spokesperson = at["lin"]
    at.case.account.save()
    at.case.owner = None
    at.case.save()
    before = latest()
    with clock.at(on("16 09:20")):
        asking.ask(Order.objects.get(), text="版本?", by=at.actor("zhang"), seen=1)
    assert set(told(at, before)) == {"lin"}


def test_a_returned_order_is_on_the_docket_until_we_say_where_it_goes(order: Order, at: Works) -> None:
    assert said(findings.returned, MONDAY) == []
    with clock.at(on("16 09:30")):
        returning.give_back(order, reason="链路", believed=at.network, by=at.actor("zhang"), seen=1)
    (text,) = said(findings.returned, MONDAY)
    assert text.startswith(f"存储组 returned order {order.number}")
    with clock.at(on("16 10:30")):
        sending.pass_on(order, team=at.network, by=at.actor("zhou"), seen=2)
    assert said(findings.returned, TUESDAY) == []


def test_a_loop_is_on_the_docket_until_a_team_is_designated(order: Order, at: Works) -> None:
    with clock.at(on("16 09:30")):
        loop(order, at)
    (text,) = said(findings.loops, MONDAY)
    assert "存储组 → 网络组 → 计算组 → 存储组" in text
    with clock.at(on("16 09:40")):
        designating.designate(order, team=at.storage, reason="就是盘", by=at.actor("zhou"), seen=4)
    assert said(findings.loops, MONDAY) == []


def test_an_overdue_order_is_named_once_as_the_worst_it_is(order: Order, at: Works) -> None:
    assert "has not accepted" in said(findings.overdue, MONDAY)[0]
    (text,) = said(findings.overdue, TUESDAY)
    assert "has not done" in text
    with clock.at(on("17 10:00")):
        finishing.done(order, text="好了", by=at.actor("zhang"), seen=1)
    assert said(findings.overdue, FRIDAY) == []


def test_an_order_not_done_by_when_it_was_wanted_is_overdue_whatever_was_agreed(at: Works) -> None:
    with clock.at(on("16 09:00")):
        order = ordered.order(at, severity=4, wanted_by=on("16 12:00"))
    assert said(findings.overdue, MONDAY)[0].startswith(f"Order {order.number} was wanted of 存储组")


def test_what_nobody_confirms_for_two_days_is_on_the_docket(order: Order, at: Works) -> None:
    with clock.at(on("16 17:00")):
        finishing.done(order, text="好了", by=at.actor("zhang"), seen=1)
    assert said(findings.unconfirmed, TUESDAY) == []
    assert len(said(findings.unconfirmed, TUESDAY + timedelta(days=1))) == 1


def test_a_drafted_complaint_is_on_the_docket_until_it_is_sent_or_dropped(order: Order, at: Works) -> None:
    with clock.at(on("16 10:30")):
        overdue.draft_complaints.call()
    assert len(said(findings.unsent_complaints, MONDAY)) == 1
    with clock.at(on("16 11:30")):
        complaining.drop(Complaint.objects.get(), because="当面说过", by=at.actor("zhou"))
    assert said(findings.unsent_complaints, MONDAY) == []


def test_all_of_them_are_sources_of_the_docket_and_weigh_what_the_customer_is_worth(
    order: Order, at: Works
) -> None:
    mine = {
        findings.returned,
        findings.loops,
        findings.overdue,
        findings.unconfirmed,
        findings.unsent_complaints,
    }
    assert mine <= set(SOURCES)
    at.case.stake_minor = 12_000_000
    at.case.save()
    with clock.at(on("17 20:00")):
        (found,) = findings.overdue(TUESDAY)
    assert found.stake is not None
    assert (found.account_id, found.stake.minor) == (at.case.account_id, 12_000_000)


def test_a_case_says_how_often_its_orders_came_back_and_what_that_cost(order: Order, at: Works) -> None:
    for hour, (team, who) in enumerate([(at.network, "zhang"), (at.compute, "wang"), (at.storage, "zhao")]):
        seen = 2 * hour + 1
        with clock.at(on(f"16 {10 + 2 * hour}:00")):
            returning.give_back(order, reason="不是我们", believed=team, by=at.actor(who), seen=seen)
        with clock.at(on(f"16 {11 + 2 * hour}:00")):
            sending.pass_on(order, team=team, by=at.actor("zhou"), seen=seen + 1)
    with clock.at(on("17 09:00")):
        found = summary.of_case(at.actor("zhou"), at.case)
    (one,) = found.orders
    plain = (
        " · ".join(text.in_language("en") for text in one.said).replace("\u00a0", " ").replace("\u202f", " ")
    )
    assert plain == "returned 3× · back with a team 1× · loops: 1 · 6 hours lost"
    assert found.lost == timedelta(hours=6)


def test_handed_over_without_a_return_says_so_and_a_straight_order_says_nothing(
    order: Order, at: Works
) -> None:
    assert summary.of_order(order).said == []
    handing_over.hand_over(order, team=at.network, text="看链路", by=at.actor("zhang"), seen=1)
    assert [one.in_language("en") for one in summary.of_order(order).said] == ["handed over 1×"]


def test_only_who_reads_the_case_inside_reads_its_orders_there(order: Order, at: Works) -> None:
    everybody = ("zhou", "lin", "he", "tang", "pan", "xu", "zhang", "shen", "nobody", "lei")
    assert {who for who in everybody if summary.of_case(at.actor(who), at.case).orders} == {
        "zhou",
        "he",
        "tang",
        "shen",
    }


def test_the_owner_is_asked_about_a_designated_order_once_while_it_stands_so(order: Order, at: Works) -> None:
    zhou = at.actor("zhou")
    with pytest.raises(ValidationError):
        ask_the_owner(order, text="请定夺", by=zhou)
    with clock.at(on("16 09:20")):
        returning.give_back(order, reason="链路", believed=at.network, by=at.actor("zhang"), seen=1)
        designating.designate(order, team=at.storage, reason="就是盘", by=zhou, seen=2)
        designating.object_to(order, text="盘没问题", by=at.actor("zhang"), seen=3)
        before = latest()
        with pytest.raises(ValidationError):
            ask_the_owner(order, text=" ", by=zhou)
        assert ask_the_owner(order, text="请定夺", by=zhou) == [at["tang"]]
        assert ask_the_owner(order, text="请定夺", by=zhou) == []
    assert set(told(at, before)) == {"tang"}
    assert reading.about(order.record)[0].kind == "order.owner-asked"
    for outsider in ("lin", "tang", "pan", "zhang", "shen"):
        with pytest.raises(NotFound):
            ask_the_owner(order, text="x", by=at.actor(outsider))
