"""What lies with a team, all orders as a list, complaints, targets, and the orders on the page of their case."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from proxeny.core import clock
from proxeny.dispatch import accepting, asking, complaining, returning
from proxeny.dispatch.models import Complaint, OperationalTarget, Order
from tests.dispatch import ordered
from tests.dispatch.ordered import Works
from tests.web.orders.conftest import Enter, complaint


def aged(order: Order, hours: int) -> Order:
    Order.objects.filter(pk=order.pk).update(lies_since=clock.now() - timedelta(hours=hours))
    return order


def test_an_engineer_sees_what_lies_with_the_team_oldest_first_and_nothing_else(
    enter: Enter, at: Works
) -> None:
    aged(ordered.order(at, wanted="newer", is_urgent=True), 1)
    aged(ordered.order(at, wanted="older"), 5)
    held = aged(ordered.order(at, wanted="held"), 3)
    accepting.accept(held, by=at.actor("lei"), seen=1)
    aged(held, 3)
    ordered.order(at, wanted="elsewhere", team=at.network)
    waits = ordered.order(at, wanted="waits for us")
    asking.ask(waits, text="?", by=at.actor("zhang"), seen=1)
    text = enter("zhang").get(reverse("orders")).content.decode()
    titles = re.findall(r'row-title" href="/orders/\d+/">(.*?)</a>', text)
    shown = [re.sub(r"<span.*?</span> ", "", one) for one in titles]
    assert shown == ["older", "held", "newer"]
    assert "in the hands of 雷工" in text
    assert text.count("/moves/acceptance/") == 2


def test_an_engineer_of_no_team_is_told_why_nothing_is_there(enter: Enter, order: Order) -> None:
    text = enter("qian").get(reverse("orders")).content.decode()
    assert "You belong to no team yet" in text


def test_who_sends_orders_comes_to_all_of_them(enter: Enter, order: Order) -> None:
    for who in ("zhou", "he", "tang", "shen"):
        assert enter(who).get(reverse("orders"))["Location"] == reverse("orders-all")
    assert enter("zhang").get(reverse("orders")).status_code == 200


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"sign": "urgent"}, ["hot"]),
        ({"sign": "returned"}, ["back"]),
        ({"sign": ["urgent", "ours"]}, ["back", "hot"]),
        ({"sign": "over"}, ["late"]),
        ({"standing": "returned"}, ["back"]),
        ({"q": "la"}, ["late"]),
        ({"q": "nothing of this"}, []),
    ],
)
def test_the_list_is_narrowed(enter: Enter, at: Works, asked: dict[str, object], found: list[str]) -> None:
    ordered.order(at, wanted="hot", is_urgent=True)
    late = ordered.order(at, wanted="late")
    Order.objects.filter(pk=late.pk).update(accept_due=clock.now() - timedelta(hours=1))
    back = ordered.order(at, wanted="back")
    returning.give_back(back, reason="a", believed=at.network, by=at.actor("zhang"), seen=1)
    text = enter("zhou").get(reverse("orders-all"), asked).content.decode()
    rows = re.findall(r'data-enter href="/orders/\d+/">([^<]+)<', text)
    assert rows == found


def test_a_page_of_orders_costs_the_same_for_many_as_for_few(
    enter: Enter, at: Works, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        ordered.order(at, wanted=f"order {number}")
    for who, route, most in (("zhou", "orders-all", 20), ("zhang", "orders", 10)):
        client = enter(who)
        client.get(reverse(route))
        with django_assert_max_num_queries(most):
            client.get(reverse(route))


def test_the_page_of_an_order_asks_few_questions(
    enter: Enter, order: Order, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for who, most in (("zhang", 22), ("zhou", 26)):
        client = enter(who)
        client.get(reverse("order", args=[order.number]))
        with django_assert_max_num_queries(most):
            client.get(reverse("order", args=[order.number]))


def test_a_complaint_is_read_changed_sent_and_answered(enter: Enter, at: Works) -> None:
    one = complaint(at)
    zhou, lei = enter("zhou"), enter("lei")
    listed = zhou.get(reverse("order-complaints")).content.decode()
    assert "Drafted, not sent" in listed
    address = reverse("order-complaint", args=[one.pk])
    assert "has been returned 2 times" in zhou.get(address).content.decode()
    zhou.post(reverse("order-complaint-sending", args=[one.pk]), {"text": "Please name somebody."})
    one.refresh_from_db()
    assert (one.to, one.sent_by, one.text) == (at["lei"], at["zhou"], "Please name somebody.")
    assert "waits for your answer" in lei.get(reverse("orders")).content.decode()
    assert "Please name somebody." in lei.get(address).content.decode()
    lei.post(reverse("order-complaint-answer", args=[one.pk]), {"text": "Zhang, today."})
    assert "Zhang, today." in zhou.get(address).content.decode()
    assert "waits for your answer" not in lei.get(reverse("orders")).content.decode()


def test_a_complaint_is_dropped_only_for_a_reason(enter: Enter, at: Works) -> None:
    one = complaint(at)
    address = reverse("order-complaint-dropping", args=[one.pk])
    assert enter("zhou").post(address, {"because": ""}).status_code == 422
    assert Complaint.objects.get(pk=one.pk).dropped_at is None
    enter("zhou").post(address, {"because": "settled by phone"})
    assert Complaint.objects.get(pk=one.pk).dropped_by == at["zhou"]


def test_what_was_sent_cannot_be_sent_again_in_other_words(enter: Enter, at: Works) -> None:
    one = complaint(at)
    complaining.send(one, text="first", by=at.actor("zhou"))
    enter("zhou").post(reverse("order-complaint-sending", args=[one.pk]), {"text": "second"})
    assert Complaint.objects.get(pk=one.pk).text == "first"


def test_targets_are_kept_for_a_team_and_shown_beside_what_is_usual(enter: Enter, at: Works) -> None:
    he, address = enter("he"), f"{reverse('order-targets')}?team={at.storage.pk}"
    assert 'placeholder="15m"' in he.get(address).content.decode()
    he.post(address, {"1:accept": "5m", "2:done": "-"})
    kept = OperationalTarget.objects.filter(team=at.storage).values_list("severity", "clock", "minutes")
    assert set(kept) == {(1, "accept", 5), (2, "done", 0)}
    wrong = he.post(address, {"1:accept": "soon"})
    assert wrong.status_code == 422
    assert "“soon” is no length of time" in wrong.content.decode()
    assert he.get(f"{reverse('order-targets')}?team=99999").status_code == 404


def test_the_case_shows_its_orders_and_what_is_ours_to_do(enter: Enter, order: Order, at: Works) -> None:
    returning.give_back(order, reason="not our disk", believed=at.network, by=at.actor("zhang"), seen=1)
    address = reverse("case-panel", args=[at.case.number, "orders"])
    text = enter("zhou").get(address).content.decode()
    assert "returned 1×" in text
    assert "not our disk" in text
    assert f'hx-get="/orders/{order.number}/moves/passing-on/"' in text
    assert f'hx-get="/orders/{order.number}/moves/designation/"' in text
    assert "/moves/" not in enter("tang").get(address).content.decode()
    for who in ("pan", "lin", "zhang"):
        assert enter(who).get(address).status_code == 404, who


def test_a_move_opened_in_the_case_leads_back_to_it(enter: Enter, order: Order, at: Works) -> None:
    returning.give_back(order, reason="not our disk", believed=at.network, by=at.actor("zhang"), seen=1)
    zhou, address = enter("zhou"), reverse("order-move", args=[order.number, "passing-on"])
    form = zhou.get(address, headers={"HX-Request": "true"}).content.decode()
    assert 'name="back" value="case"' in form
    assert f'value="{at.network.pk}" selected' in form
    sent = zhou.post(address, {"seen": 2, "team": at.network.pk, "back": "case"})
    assert sent["Location"] == f"/cases/{at.case.number}/#panel-orders"
