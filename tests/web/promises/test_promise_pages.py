"""Promises on the screen: noted from an address, kept, moved, withdrawn, each taken back; and nothing for outsiders."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from proxeny.cases.models import Case
from proxeny.cases.opening import Opening, open_case
from proxeny.promises.models import Promise
from proxeny.promises.standing import State, state_of
from tests.cast import TODAY, Cast, SignIn
from tests.promises.promised import EXPORT, promise

SOON = TODAY + timedelta(days=5)


def read(client: Client, route: str, *args: object, **query: str) -> str:
    address = reverse(route, args=args) + (f"?{urlencode(query)}" if query else "")
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def send(client: Client, route: str, *args: object, **fields: object) -> str:
    """Send a form that is taken, and return the page it leads to."""
    answer = client.post(reverse(route, args=args), fields, follow=True)
    assert answer.redirect_chain, answer.content.decode()
    return answer.content.decode()


def undo(client: Client, page: str) -> None:
    """Press the way back of the toast on the page."""
    found = re.search(r'action="(/promises/[^"]+/withdrawal/)"', page)
    assert found, "no way back on the page"
    assert client.post(found[1]).status_code == 302


def standing() -> State:
    return state_of(Promise.objects.get(), TODAY)


def case(vendor: Cast, **more: bool) -> Case:
    opening = Opening(title="导出", text="导出不动", **more)  # type: ignore[arg-type]
    return open_case(vendor.luban, opening, by=vendor.actor("zhou"))


def test_a_promise_is_noted_from_what_the_address_brings(vendor: Cast, sign_in: SignIn) -> None:
    zhou, about = sign_in("zhou"), case(vendor)
    brought = {
        "account": str(vendor.luban.pk),
        "what": EXPORT,
        "due": "2026-11-27",
        "source": str(about.record),
    }
    form = read(zhou, "promise-new", **brought)
    assert EXPORT in form
    assert 'value="2026-11-27"' in form
    assert f"Case {about.number}" in form
    answer = zhou.post(
        f"{reverse('promise-new')}?{urlencode(brought)}",
        {
            "what": EXPORT,
            "due_on": "2026-11-27",
            "by_person": vendor["zhang"].pk,
            "made_in": "message",
            "made_on": "2026-11-22",
        },
        follow=True,
    )
    made = Promise.objects.get()
    assert (made.source, made.by_person, made.recorded_by) == (
        str(about.record),
        vendor["zhang"],
        vendor["zhou"],
    )
    undo(zhou, answer.content.decode())
    assert standing() == State.WITHDRAWN


def test_what_was_heard_in_a_confidential_case_is_noted_in_confidence(vendor: Cast, sign_in: SignIn) -> None:
    secret = case(vendor, is_confidential=True)
    brought = {"account": str(vendor.luban.pk), "source": str(secret.record)}
    fields = {
        "what": "送三个月",
        "due_on": "2026-12-01",
        "by_person": vendor["pan"].pk,
        "made_in": "sales",
        "made_on": "2026-11-22",
    }
    sign_in("zhou").post(f"{reverse('promise-new')}?{urlencode(brought)}", fields)
    assert Promise.objects.get().in_confidence
    pan = sign_in("pan")
    assert "送三个月" not in read(pan, "promises")
    assert "送三个月" not in read(pan, "account", vendor.luban.pk)
    assert "送三个月" not in pan.get(reverse("promises-export")).getvalue().decode()
    assert pan.get(reverse("promise", args=[Promise.objects.get().pk])).status_code == 404
    assert "送三个月" not in pan.get(reverse("palette"), {"q": "送三个"}).content.decode()
    assert f"Case {secret.number}" not in read(pan, "promise-new", source=str(secret.record))


def test_a_customer_is_named_in_the_form_where_the_address_names_none(vendor: Cast, sign_in: SignIn) -> None:
    he = sign_in("he")
    fields = {
        "what": "x",
        "due_on": "2026-12-01",
        "by_name": "前任",
        "made_in": "call",
        "made_on": "2026-11-22",
    }
    wrong = he.post(reverse("promise-new"), {**fields, "customer": "查无此人"})
    assert wrong.status_code == 422
    assert "No customer of yours is called that." in wrong.content.decode()
    send(he, "promise-new", **fields, customer="luban")
    made = Promise.objects.get()
    assert (made.account, made.promiser) == (vendor.luban, "前任")


def test_kept_moved_and_withdrawn_can_each_be_taken_back(vendor: Cast, sign_in: SignIn) -> None:
    zhou, made = sign_in("zhou"), promise(vendor, SOON)
    page = send(zhou, "promise-keeping", made.pk, kept_on="2026-11-22", proof="3.2 的发布说明")
    assert "3.2 的发布说明" in page
    assert standing() == State.KEPT
    undo(zhou, page)
    assert standing() == State.DUE_SOON
    moved = {"to_day": "2026-12-20", "word": "晚点可以", "word_of": "郑总", "seen": SOON.isoformat()}
    page = send(zhou, "promise-move", made.pk, **moved)
    assert "郑总: “晚点可以”" in page
    assert standing() == State.OPEN
    undo(zhou, page)
    assert standing() == State.DUE_SOON
    assert "taken back" in read(zhou, "promise", made.pk)
    undo(zhou, send(zhou, "promise-withdrawal", made.pk, reason="不要了"))
    assert standing() == State.DUE_SOON


def test_without_the_customers_word_the_form_says_so_and_keeps_what_was_typed(
    vendor: Cast, sign_in: SignIn
) -> None:
    made = promise(vendor, SOON)
    fields = {"to_day": "2026-12-20", "word": "", "word_of": "郑总", "seen": SOON.isoformat()}
    answer = sign_in("zhou").post(reverse("promise-move", args=[made.pk]), fields)
    assert answer.status_code == 422
    assert 'value="郑总"' in answer.content.decode()
    assert Promise.objects.get().due_on == SOON


def test_who_moved_it_meanwhile_is_not_overwritten(vendor: Cast, sign_in: SignIn) -> None:
    made = promise(vendor, SOON)
    old = (SOON - timedelta(days=1)).isoformat()
    fields = {"to_day": "2026-12-20", "word": "好", "word_of": "郑总", "seen": old}
    answer = sign_in("zhou").post(reverse("promise-move", args=[made.pk]), fields)
    assert answer.status_code == 422
    assert "Somebody else has moved it meanwhile" in answer.content.decode()


def test_to_outsiders_a_promise_does_not_exist(vendor: Cast, sign_in: SignIn) -> None:
    made = promise(vendor, SOON)
    routes = ["promise", "promise-keeping", "promise-move", "promise-withdrawal"]
    for outsider in ("lin", "xu", "zhang", "nobody"):
        client = sign_in(outsider)
        for route in routes:
            address = reverse(route, args=[made.pk])
            fields = {
                "kept_on": "2026-11-22",
                "proof": "x",
                "to_day": "2026-12-20",
                "word": "x",
                "word_of": "x",
                "reason": "x",
            }
            assert {client.get(address).status_code, client.post(address, fields).status_code} <= {404, 405}
    assert standing() == State.DUE_SOON
    assert EXPORT not in read(sign_in("lin"), "promises")
    assert EXPORT not in sign_in("lin").get(reverse("promises-export")).getvalue().decode()
    assert sign_in("lin").get(f"{reverse('promise-new')}?account={vendor.luban.pk}").status_code == 404


def test_who_only_reads_sees_no_button_and_sales_only_that_of_keeping(vendor: Cast, sign_in: SignIn) -> None:
    made = promise(vendor, SOON)
    offered = {
        name: [
            word
            for word in ("Note as kept", "Move the day", "Withdraw<")
            if word in read(sign_in(name), "promise", made.pk)
        ]
        for name in ("zhou", "pan", "tang")
    }
    assert offered == {
        "zhou": ["Note as kept", "Move the day", "Withdraw<"],
        "pan": ["Note as kept"],
        "tang": [],
    }
    assert sign_in("tang").get(reverse("promise-new")).status_code == 404


def test_the_list_puts_what_is_owed_first_and_narrows_by_state(vendor: Cast, sign_in: SignIn) -> None:
    promise(vendor, SOON, what="快到期的")
    promise(vendor, TODAY - timedelta(days=3), what="违约的", noticed_by_customer=True)
    kept = promise(vendor, TODAY - timedelta(days=9), what="兑现的")
    send(sign_in("zhou"), "promise-keeping", kept.pk, kept_on="2026-11-12", proof="x")
    zhou = sign_in("zhou")

    def names(**query: str) -> list[str]:
        return re.findall(r'data-enter href="[^"]+" title="([^"]+)"', read(zhou, "promises", **query))

    assert names() == ["违约的", "快到期的", "兑现的"]
    assert names(state="broken") == ["违约的"] == names(first="1")
    assert names(state="kept") == ["兑现的"]
    assert names(q="张工 lbjc") == names()
    assert names(q="云启") == []
    assert names(**{"due-from": "2026-11-22"}) == ["快到期的"]


def test_the_page_of_a_customer_shows_what_is_owed_to_it(vendor: Cast, sign_in: SignIn) -> None:
    promise(vendor, TODAY - timedelta(days=3), what="违约的承诺")
    page = read(sign_in("zhou"), "account", vendor.luban.pk)
    assert "违约的承诺" in page
    assert f"{reverse('promise-new')}?account={vendor.luban.pk}" in page
    assert f"{reverse('promise-new')}?account=" not in read(sign_in("tang"), "account", vendor.luban.pk)


def test_the_palette_finds_a_promise_by_its_words_and_among_the_recents(
    vendor: Cast, sign_in: SignIn
) -> None:
    zhou, made = sign_in("zhou"), promise(vendor, SOON)
    href = f'href="{reverse("promise", args=[made.pk])}"'
    assert href in zhou.get(reverse("palette"), {"q": "导出超时"}).content.decode()
    assert href not in sign_in("lin").get(reverse("palette"), {"q": "导出超时"}).content.decode()
    read(zhou, "promise", made.pk)
    assert href in zhou.get(reverse("palette")).content.decode()


@pytest.mark.parametrize(("route", "most"), [("promises", 16)])
def test_the_list_asks_as_many_questions_for_forty_rows_as_for_three(
    vendor: Cast,
    sign_in: SignIn,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    route: str,
    most: int,
) -> None:
    client = sign_in("zhou")
    for number in range(40):
        promise(vendor, SOON, what=f"第 {number:02} 条")
    read(client, route)
    with django_assert_max_num_queries(most) as few:
        read(client, route, q="第 0")
    with django_assert_max_num_queries(most) as many:
        assert read(client, route, q="第").count("<tr data-row") == 40
    assert len(many) == len(few)
