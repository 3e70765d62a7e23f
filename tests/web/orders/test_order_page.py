"""The page of an order: what is needed, what happened, and the moves of whoever reads it."""

import re

from django.test import Client
from django.urls import reverse

from proxeny.core import clock
from proxeny.dispatch import accepting, handing_over, returning
from proxeny.dispatch.models import Move, MoveKind, Order, Standing
from tests.dispatch.ordered import WANTED, Works
from tests.web.orders.conftest import Enter


def page(client: Client, order: Order, **query: str) -> str:
    answer = client.get(reverse("order", args=[order.number]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def make(client: Client, order: Order, key: str, *, seen: int | None = None, **said: object) -> str:
    """Make a move on the page and return the page it leads to."""
    order.refresh_from_db()
    fields = {"seen": order.last if seen is None else seen, **said}
    answer = client.post(reverse("order-move", args=[order.number, key]), fields, follow=True)
    assert answer.redirect_chain, re.findall(r"errorlist.*", answer.content.decode())
    order.refresh_from_db()
    return answer.content.decode()


def offered(text: str) -> set[str]:
    """The keys of the moves that a page offers."""
    return set(re.findall(r'action="/orders/\d+/moves/([a-z-]+)/"', text))


def test_a_team_sees_what_is_needed_the_locked_facts_and_its_moves_and_nothing_of_the_case(
    enter: Enter, order: Order, at: Works
) -> None:
    text = page(enter("zhang"), order)
    assert WANTED in text
    assert "导出报表超时" in text
    assert offered(text) == {"acceptance", "completion", "question", "return", "handover", "fact"}
    assert f"/cases/{at.case.number}/" not in text
    assert "Copy for a chat" not in text


def test_who_speaks_for_the_customer_sees_the_case_and_our_moves(
    enter: Enter, order: Order, at: Works
) -> None:
    text = page(enter("zhou"), order)
    assert f"/cases/{at.case.number}/" in text
    assert offered(text) == {"fact", "withdrawal"}
    copied = re.search(r'data-copy="([^"]+)"', text)
    assert copied
    assert WANTED in copied[1]
    assert f"http://testserver/orders/{order.number}/" in copied[1]


def test_owner_and_auditor_read_and_move_nothing(enter: Enter, order: Order) -> None:
    for reader in ("tang", "shen"):
        text = page(enter(reader), order)
        assert WANTED in text
        assert not offered(text)


def test_an_order_goes_its_whole_way_on_its_page(enter: Enter, order: Order, at: Works) -> None:
    zhang, zhou = enter("zhang"), enter("zhou")
    make(zhang, order, "acceptance")
    assert (order.standing, order.holder) == (Standing.ACCEPTED, at["zhang"])
    assert "Which version?" in make(zhang, order, "question", text="Which version?")
    assert "the team’s clock stands still" in page(zhou, order)
    make(zhou, order, "answer", text="3.2")
    make(zhang, order, "completion", text="patched in 3.2.1")
    assert offered(page(zhou, order)) == {"confirmation", "refusal", "fact", "withdrawal"}
    make(zhou, order, "refusal", text="still slow")
    make(zhang, order, "completion", text="index rebuilt")
    closed = make(zhou, order, "confirmation", customer_word="纪舒")
    assert order.standing == Standing.CONFIRMED
    assert "on the word of 纪舒" in closed
    assert not offered(closed)


def test_a_return_asks_for_a_reason_and_the_team_believed_right(
    enter: Enter, order: Order, at: Works
) -> None:
    address = reverse("order-move", args=[order.number, "return"])
    refused = enter("zhang").post(address, {"seen": 1, "reason": ""})
    assert refused.status_code == 422
    assert 'name="order-offer" id="return" open' in refused.content.decode()
    assert not order.moves.filter(kind=MoveKind.RETURNED).exists()
    make(enter("zhang"), order, "return", reason="packets are lost", believed=at.network.pk)
    text = page(enter("zhou"), order)
    assert "张工 returned it from 存储组 and believes 网络组 right" in text
    assert f'value="{at.network.pk}" selected' in text
    make(enter("zhou"), order, "passing-on", team=at.network.pk)
    assert order.team == at.network


def test_the_way_shows_bounce_loop_and_what_it_cost(enter: Enter, order: Order, at: Works) -> None:
    with clock.on(clock.today()):
        handing_over.hand_over(order, team=at.network, text="a", by=at.actor("zhang"), seen=1)
        handing_over.hand_over(order, team=at.compute, text="b", by=at.actor("wang"), seen=2)
        handing_over.hand_over(order, team=at.storage, text="c", by=at.actor("zhao"), seen=3)
    text = page(enter("zhou"), order)
    stops = re.findall(r'order-stop-team">([^<]+)<', text)
    assert stops == ["存储组", "网络组", "计算组", "存储组"]
    assert "loops: 1" in text


def test_a_designated_team_can_object_and_not_return(enter: Enter, order: Order, at: Works) -> None:
    returning.give_back(order, reason="not ours", believed=at.network, by=at.actor("zhang"), seen=1)
    zhou = enter("zhou")
    assert "designation" in offered(page(zhou, order))
    make(zhou, order, "designation", team=at.storage.pk, reason="it is your disk")
    text = page(enter("zhang"), order)
    assert {"return", "handover"}.isdisjoint(offered(text))
    make(enter("zhang"), order, "objection", text="it is the network")
    assert order.team == at.storage
    assert "it is the network" in page(zhou, order)


def test_who_was_second_is_told_who_did_what_and_keeps_what_was_typed(
    enter: Enter, order: Order, at: Works
) -> None:
    make(enter("zhang"), order, "handover", seen=1, team=at.network.pk, text="moved the disk")
    address = reverse("order-move", args=[order.number, "return"])
    told = enter("lei").post(
        address, {"seen": 1, "reason": "a network thing, surely", "believed": at.network.pk}
    )
    assert told.status_code == 422
    text = told.content.decode()
    assert "Somebody else was first" in text
    assert "张工 handed it over from 存储组 to 网络组" in text
    assert "a network thing, surely" in text
    assert list(order.moves.values_list("kind", flat=True)) == ["sent", "handed-over"]


def test_what_still_fits_can_be_sent_again_as_it_was_typed(enter: Enter, order: Order, at: Works) -> None:
    accepting.accept(order, by=at.actor("zhang"), seen=1)
    address = reverse("order-move", args=[order.number, "question"])
    told = enter("lei").post(address, {"seen": 1, "text": "since when?"})
    assert told.status_code == 422
    text = told.content.decode()
    assert "张工 accepted it for 存储组" in text
    form = text[text.index('id="question"') :]
    seen = re.search(r'name="seen" value="(\d+)"', form)
    assert seen
    assert "since when?" in form[: form.index("</form>")]
    make(enter("lei"), order, "question", seen=int(seen[1]), text="since when?")
    assert order.standing == Standing.ASKED


def test_pressing_twice_makes_one_move(enter: Enter, order: Order) -> None:
    make(enter("zhang"), order, "acceptance", seen=1)
    make(enter("zhang"), order, "acceptance", seen=1)
    assert Move.objects.filter(order=order, kind=MoveKind.ACCEPTED).count() == 1


def test_one_link_leads_through_sign_in_and_back(order: Order) -> None:
    answer = Client().get(reverse("order", args=[order.number]))
    assert answer.status_code == 302
    assert answer["Location"] == f"/me/login/?next=/orders/{order.number}/"
