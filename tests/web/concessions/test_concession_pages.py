"""Concessions on the screen: noted from an address or a case, approved within a limit, taken back; nothing for outsiders."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from proxeny.cases.models import Case
from proxeny.cases.opening import Opening, open_case
from proxeny.identity.roles import Role
from proxeny.promises.concessions.standing import State, state_of
from proxeny.promises.models import Concession, ConcessionLimit
from tests.cast import TODAY, Cast, SignIn
from tests.promises.conceded import CAPACITY, concede, limit

FIELDS = {
    "what": "送三个月存储",
    "worth": "50000",
    "currency": "CNY",
    "by_name": "秦副总",
    "made_in": "call",
    "made_on": "2026-11-20",
}


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
    toast = page[page.index('id="toasts"') :]
    found = re.search(r'action="(/concessions/[^"]+/withdrawal/)"', toast)
    assert found, "no way back on the page"
    assert client.post(found[1]).status_code == 302


def standing() -> State:
    return state_of(Concession.objects.get(), TODAY)


def case(vendor: Cast, **more: bool) -> Case:
    opening = Opening(title="导出", text="导出不动", **more)  # type: ignore[arg-type]
    return open_case(vendor.luban, opening, by=vendor.actor("zhou"))


def test_what_a_case_conceded_is_noted_from_its_address_and_taken_back(vendor: Cast, sign_in: SignIn) -> None:
    zhou, about = sign_in("zhou"), case(vendor)
    query = {"case": str(about.number), "what": "送三个月存储"}
    form = read(zhou, "concession-new", **query)
    assert "送三个月存储" in form
    assert f"Case {about.number}" in form
    answer = zhou.post(f"{reverse('concession-new')}?{urlencode(query)}", FIELDS, follow=True)
    made = Concession.objects.get()
    assert (made.source, made.account, made.giver, made.worth_minor) == (
        str(about.record),
        vendor.luban,
        "秦副总",
        5_000_000,
    )
    assert "nobody approved it" in answer.content.decode()
    undo(zhou, answer.content.decode())
    assert standing() == State.WITHDRAWN


def test_the_reply_check_leads_to_the_form_with_the_words_that_were_conceded(
    vendor: Cast, sign_in: SignIn
) -> None:
    zhou, about = sign_in("zhou"), case(vendor)
    text = "这次我们免费送您三个月存储。"
    sent = {"to": "customer", "text": text}
    page = zhou.post(reverse("case-check", args=[about.number]), sent).content.decode()
    found = re.search(r'href="(/concessions/new/\?[^"]+)"', page)
    assert found, page
    form = zhou.get(found[1].replace("&amp;", "&")).content.decode()
    assert "三个月" in form, found[1]
    assert f"Case {about.number}" in form


def test_what_was_heard_in_a_confidential_case_is_noted_in_confidence(vendor: Cast, sign_in: SignIn) -> None:
    secret = case(vendor, is_confidential=True)
    sign_in("zhou").post(f"{reverse('concession-new')}?case={secret.number}", FIELDS)
    made = Concession.objects.get()
    assert made.in_confidence
    pan = sign_in("pan")
    for page in (
        read(pan, "concessions"),
        read(pan, "concessions-of-account", vendor.luban.pk),
        pan.get(reverse("concessions-export")).getvalue().decode(),
        read(pan, "search", q="三个月存储"),
    ):
        assert "送三个月存储" not in page
    assert pan.get(reverse("concession", args=[made.pk])).status_code == 404
    assert f"Case {secret.number}" not in read(pan, "concession-new", source=str(secret.record))
    assert pan.get(f"{reverse('concession-new')}?case={secret.number}").status_code == 404


def test_a_customer_is_named_in_the_form_where_the_address_names_none(vendor: Cast, sign_in: SignIn) -> None:
    he = sign_in("he")
    wrong = he.post(reverse("concession-new"), {**FIELDS, "customer": "查无此人"})
    assert wrong.status_code == 422
    send(he, "concession-new", **FIELDS, customer="luban")
    assert Concession.objects.get().account == vendor.luban


def test_approved_within_the_limit_refused_and_withdrawn_each_taken_back(
    vendor: Cast, sign_in: SignIn
) -> None:
    limit(vendor, Role.SPOKESPERSON, 60_000)
    made, zhou, he = concede(vendor), sign_in("zhou"), sign_in("he")
    undo(zhou, send(zhou, "concession-approval", made.pk))
    assert standing() == State.UNAPPROVED
    undo(he, send(he, "concession-refusal", made.pk, reason="没有预算"))
    assert standing() == State.UNAPPROVED
    undo(zhou, send(zhou, "concession-withdrawal", made.pk, reason="客户不要"))
    assert standing() == State.UNAPPROVED


def test_beyond_the_limit_there_is_no_button_and_the_page_says_who_can(vendor: Cast, sign_in: SignIn) -> None:
    made = concede(vendor)
    approval = reverse("concession-approval", args=[made.pk])
    page = read(sign_in("zhou"), "concession", made.pk)
    assert approval not in page
    assert "唐总" in page
    assert "唐总 can decide it" in send(sign_in("zhou"), "concession-approval", made.pk)
    assert standing() == State.UNAPPROVED
    assert approval in read(sign_in("tang"), "concession", made.pk)
    assert approval not in read(sign_in("shen"), "concession", made.pk)


def test_to_outsiders_a_concession_does_not_exist(vendor: Cast, sign_in: SignIn) -> None:
    made = concede(vendor)
    routes = [
        "concession",
        "concession-approval",
        "concession-refusal",
        "concession-withdrawal",
        "concession-withdrawal-withdrawal",
        "concession-decision-withdrawal",
        "concession-recording-withdrawal",
    ]
    for outsider in ("lin", "xu", "zhang", "nobody"):
        client = sign_in(outsider)
        for route in routes:
            address = reverse(route, args=[made.pk])
            answers = {client.get(address).status_code, client.post(address, {"reason": "x"}).status_code}
            assert answers <= {404, 405}, (outsider, route)
        assert client.get(reverse("concessions-of-account", args=[vendor.luban.pk])).status_code == 404
        assert client.get(f"{reverse('concession-new')}?account={vendor.luban.pk}").status_code == 404
    assert standing() == State.UNAPPROVED
    assert CAPACITY not in read(sign_in("lin"), "concessions")
    assert CAPACITY not in sign_in("lin").get(reverse("concessions-export")).getvalue().decode()
    assert CAPACITY not in read(sign_in("lin"), "search", q="三个月")
    assert CAPACITY in read(sign_in("shen"), "concessions")


def test_the_list_narrows_by_state_words_and_day(vendor: Cast, sign_in: SignIn) -> None:
    zhou = sign_in("zhou")
    concede(vendor, what="在等的")
    approved = concede(vendor, what="批准的", made_on=TODAY.replace(day=2))
    send(sign_in("tang"), "concession-approval", approved.pk)

    def names(**query: str) -> list[str]:
        return re.findall(r'data-enter href="[^"]+" title="([^"]+)"', read(zhou, "concessions", **query))

    assert names() == ["在等的", "批准的"]
    assert names(state="unapproved") == ["在等的"]
    assert names(q="秦副总 lbjc") == names()
    assert names(q="云启") == []
    assert names(**{"made-from": "2026-11-10"}) == ["在等的"]


def test_limits_are_set_by_who_leads_and_read_by_whom_they_bind(vendor: Cast, sign_in: SignIn) -> None:
    sent = {"role": "spokesperson", "currency": "CNY", "amount": "60000"}
    for username in ("zhou", "pan", "shen"):
        client = sign_in(username)
        assert client.post(reverse("concession-limits"), sent).status_code == 404
        assert "Set a limit" not in read(client, "concession-limits")
    send(sign_in("he"), "concession-limits", **sent)
    assert ConcessionLimit.objects.get().minor == 6_000_000
    assert sign_in("he").post(reverse("concession-limits"), {**sent, "role": "lead"}).status_code == 422
    assert "¥60k" in read(sign_in("zhou"), "concession-limits").replace("\u00a0", "")
    send(sign_in("tang"), "concession-limits", role="spokesperson", currency="CNY", amount="")
    assert "lifted" in read(sign_in("zhou"), "concession-limits")


def test_the_page_of_a_customer_and_of_its_case_show_what_it_was_given(vendor: Cast, sign_in: SignIn) -> None:
    concede(vendor)
    about, zhou = case(vendor), sign_in("zhou")
    part = reverse("concessions-of-account", args=[vendor.luban.pk])
    assert f'hx-get="{part}"' in read(zhou, "account", vendor.luban.pk)
    assert CAPACITY in zhou.get(part).content.decode()
    assert CAPACITY in read(zhou, "case-panel", about.number, "owed")
    assert CAPACITY in read(sign_in("pan"), "case-panel", about.number, "owed")


def test_the_search_finds_it_by_its_words(vendor: Cast, sign_in: SignIn) -> None:
    made = concede(vendor)
    assert reverse("concession", args=[made.pk]) in read(sign_in("pan"), "search", q="存储 免费")


@pytest.mark.parametrize("most", [18])
def test_the_list_asks_as_many_questions_for_forty_rows_as_for_three(
    vendor: Cast, sign_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries, most: int
) -> None:
    client = sign_in("zhou")
    for number in range(40):
        concede(vendor, what=f"第 {number:02} 项")
    read(client, "concessions")
    with django_assert_max_num_queries(most) as few:
        read(client, "concessions", q="第 0")
    with django_assert_max_num_queries(most) as many:
        assert read(client, "concessions", q="第").count("<tr data-row") == 40
    assert len(many) == len(few)
