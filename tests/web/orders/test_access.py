"""Who comes to which page of orders: whoever has no part in one learns nothing, not even that it is there."""

import pytest
from django.urls import reverse

from proxeny.cases.models import Case
from proxeny.dispatch import complaining, handing_over
from proxeny.dispatch.models import Order
from tests.dispatch import ordered
from tests.dispatch.ordered import WANTED, Works
from tests.web.orders.conftest import Enter, complaint

ALL = ("zhou", "he", "zhang", "lei", "wang", "tang", "shen", "lin", "pan", "xu", "qian", "nobody")
OF_US, READ_ONLY, OF_TEAM = {"zhou", "he"}, {"tang", "shen"}, {"zhang", "lei"}


def opened(enter: Enter, address: str, **sent: object) -> set[str]:
    """Those of everybody for whom the page is there."""
    found = set()
    for who in ALL:
        client = enter(who)
        answer = client.post(address, sent) if sent else client.get(address)
        assert answer.status_code in {200, 302, 404, 422}, (who, answer.status_code)
        if answer.status_code != 404:
            found.add(who)
    return found


def test_an_order_is_there_for_us_for_its_team_and_for_who_reads_all(enter: Enter, order: Order) -> None:
    assert opened(enter, reverse("order", args=[order.number])) == OF_US | OF_TEAM | READ_ONLY


def test_a_team_that_handed_it_over_reads_on_and_the_new_one_comes_in(
    enter: Enter, order: Order, at: Works
) -> None:
    handing_over.hand_over(order, team=at.network, text="a", by=at.actor("zhang"), seen=1)
    assert opened(enter, reverse("order", args=[order.number])) == OF_US | OF_TEAM | READ_ONLY | {"wang"}


@pytest.mark.parametrize(
    ("key", "who"),
    [
        ("acceptance", OF_TEAM),
        ("return", OF_TEAM),
        ("handover", OF_TEAM),
        ("fact", OF_TEAM | OF_US),
        ("withdrawal", OF_US),
        ("designation", OF_US),
        ("sideways", set()),
    ],
)
def test_the_form_of_a_move_is_there_for_whose_move_it_is(
    enter: Enter, order: Order, key: str, who: set[str]
) -> None:
    assert opened(enter, reverse("order-move", args=[order.number, key])) == who


def test_a_move_is_made_by_nobody_else(enter: Enter, order: Order) -> None:
    address = reverse("order-move", args=[order.number, "withdrawal"])
    for who in set(ALL) - OF_US:
        assert enter(who).post(address, {"seen": 1, "reason": "x"}).status_code == 404, who
    assert order.moves.count() == 1


def test_the_form_of_an_order_is_there_for_who_may_change_the_case(enter: Enter, at: Works) -> None:
    for route in ("order-new", "order-preview"):
        address = f"{reverse(route)}?case={at.case.number}"
        sent = {"wanted": "x"} if route == "order-preview" else {}
        assert opened(enter, address, **sent) == OF_US, route
    assert enter("zhou").get(reverse("order-new")).status_code == 404
    assert enter("zhou").get(f"{reverse('order-new')}?case=99999").status_code == 404


def test_lists_and_files_hold_what_the_reader_may_see(enter: Enter, order: Order) -> None:
    for route in ("orders-all", "orders-all-export"):
        for who in ALL:
            answer = enter(who).get(reverse(route))
            text = answer.getvalue().decode() if answer.status_code == 200 else ""
            assert (WANTED in text) == (who in OF_US | OF_TEAM | READ_ONLY), (route, who)


def test_the_list_names_the_case_to_nobody_of_a_team(enter: Enter, order: Order, at: Works) -> None:
    assert f"/cases/{at.case.number}/" in enter("zhou").get(reverse("orders-all")).content.decode()
    for who in ("zhang", "lei"):
        text = enter(who).get(reverse("orders-all"), {"columns": "case"}).content.decode()
        assert f"/cases/{at.case.number}/" not in text
        files = enter(who).get(reverse("orders-all-export")).getvalue().decode()
        assert "鲁班建材" not in files
        assert not {"case", "customer"} & set(files.splitlines()[0].split(","))


def test_a_complaint_is_there_for_us_and_once_sent_for_the_head(enter: Enter, at: Works) -> None:
    one = complaint(at)
    address = reverse("order-complaint", args=[one.pk])
    assert opened(enter, address) == OF_US | READ_ONLY
    complaining.send(one, by=at.actor("zhou"))
    assert opened(enter, address) == OF_US | READ_ONLY | {"lei"}
    assert opened(enter, reverse("order-complaint-answer", args=[one.pk]), text="") == {"lei"}
    assert opened(enter, reverse("order-complaint-dropping", args=[one.pk]), because="") == OF_US


def test_targets_are_set_by_leads_and_the_owner(enter: Enter, at: Works) -> None:
    assert opened(enter, reverse("order-targets")) == {"he", "tang"}


def test_an_order_out_of_a_confidential_case_names_no_customer(enter: Enter, at: Works) -> None:
    secret = ordered.open_case(at.vendor, is_confidential=True)
    order = ordered.order(at, case=secret)
    for address in (reverse("order", args=[order.number]), reverse("orders"), reverse("orders-all")):
        text = enter("zhang").get(address).content.decode()
        assert "鲁班" not in text
        assert f"/cases/{secret.number}/" not in text
    form = enter("zhou").get(f"{reverse('order-new')}?case={secret.number}").content.decode()
    assert 'value="customer"' not in form
    assert "The case is confidential" in form
    # Shen reads all of what is not confidential.
    assert enter("shen").get(reverse("order", args=[order.number])).status_code == 404
    assert Case.objects.get(pk=secret.pk).is_confidential
