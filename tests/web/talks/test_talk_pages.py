"""Talks on the screen: noted, asked for, passed on, made into promises and concessions; and nothing for outsiders."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from proxeny.accounts.models import Talk, TalkPoint
from proxeny.accounts.talks import saying
from proxeny.core import clock
from proxeny.promises.models import Concession, Promise
from tests.accounts.talked import THURSDAY, talk
from tests.cast import TODAY, Cast, SignIn
from tests.promises.promised import promise

PLAN = TalkPoint.Kind.PLAN


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
    found = re.search(r'action="(/talks/[^"]+/withdrawal/)"', page[page.index('id="toasts"') :])
    assert found, "no way back on the page"
    assert client.post(found[1]).status_code == 302


def test_sales_notes_a_talk_passes_on_what_was_said_and_the_spokesperson_reads_it(
    vendor: Cast, sign_in: SignIn
) -> None:
    pan, zhou = sign_in("pan"), sign_in("zhou")
    fields = {"held_on": "2026-11-20", "kind": "dinner", "held_by": vendor["pan"].pk, "subject": "续约"}
    noted = pan.post(f"{reverse('talk-new')}?account={vendor.luban.pk}", fields, follow=True)
    held = Talk.objects.get()
    assert "Now pass on what was said" in noted.content.decode()
    page = send(pan, "talk", held.pk, kind="complaint", words="导出还是慢,换了谁都一样")
    assert "导出还是慢" in read(zhou, "talk", held.pk)
    with clock.on(TODAY + timedelta(days=2)):  # after a working day
        assert "导出还是慢" in read(zhou, "notices")
    assert "导出还是慢" in read(zhou, "talks-of-account", vendor.luban.pk)
    assert 'class="talk-words"' in read(zhou, "talk", held.pk)
    undo(pan, page)
    assert 'class="talk-words"' not in read(zhou, "talk", held.pk)


def test_sales_reads_what_they_owe_and_says_that_nothing_matters(vendor: Cast, sign_in: SignIn) -> None:
    held, pan = talk(vendor), sign_in("pan")
    talk(vendor, held_on=TODAY)
    index = read(pan, "talks")
    assert re.search(r'You owe <span class="count">2</span>', index)
    assert re.search(r'Not passed on <span class="count">1</span>', index)
    page = send(pan, "talk-nothing", held.pk)
    assert "nothing of it matters for service" in page
    undo(pan, page)
    assert Talk.objects.get(pk=held.pk).synced_at is None
    undo(pan, send(pan, "talk-calling-off", held.pk))
    assert Talk.objects.get(pk=held.pk).called_off_at is None


def test_the_spokesperson_asks_and_cannot_write_what_others_heard(vendor: Cast, sign_in: SignIn) -> None:
    held, zhou = talk(vendor), sign_in("zhou")
    page = read(zhou, "talk", held.pk)
    assert reverse("talk-asking", args=[held.pk]) in page
    assert "Pass it on" not in page
    assert zhou.post(reverse("talk", args=[held.pk]), {"kind": "plan", "words": "x"}).status_code == 404
    assert zhou.post(reverse("talk-nothing", args=[held.pk])).status_code == 404
    send(zhou, "talk-asking", held.pk, words="请同步: 12 日的会面")
    with clock.on(TODAY + timedelta(days=2)):  # after a working day
        assert "请同步" in read(sign_in("pan"), "notices")


def test_without_words_the_form_says_so(vendor: Cast, sign_in: SignIn) -> None:
    planned = talk(vendor, held_on=TODAY + timedelta(days=2))
    pan = sign_in("pan")
    assert (
        pan.post(reverse("talk", args=[talk(vendor).pk]), {"kind": "plan", "words": " "}).status_code == 422
    )
    answer = pan.post(reverse("talk", args=[planned.pk]), {"kind": "plan", "words": "x"})
    assert answer.status_code == 422
    assert "still to come" in answer.content.decode()


def pressed(page: str, route: str) -> str:
    """The address of the button on a point that leads to the form of that route."""
    found = re.search(rf'href="({reverse(route)}\?[^"]+)"', page)
    assert found, "no button"
    return found[1].replace("&amp;", "&")


def test_a_point_becomes_a_promise_with_what_is_known_filled_in(vendor: Cast, sign_in: SignIn) -> None:
    held = talk(vendor)
    saying.say(held, TalkPoint.Kind.PROMISE, "三月底前修好导出", by=vendor.actor("pan"))
    zhou = sign_in("zhou")
    address = pressed(read(zhou, "talk", held.pk), "promise-new")
    form = zhou.get(address).content.decode()
    assert "三月底前修好导出" in form
    assert 'value="2026-11-12"' in form
    fields = {
        "what": "三月底前修好导出",
        "due_on": "2027-03-31",
        "by_person": vendor["pan"].pk,
        "made_in": "sales",
        "made_on": "2026-11-12",
    }
    page = zhou.post(address, fields, follow=True).content.decode()
    made = Promise.objects.get()
    assert TalkPoint.objects.get().became == str(made.record)
    assert "Passed on by sales" in page
    assert reverse("promise", args=[made.pk]) in read(zhou, "talk", held.pk)


def test_a_point_becomes_a_concession_with_what_is_known_filled_in(vendor: Cast, sign_in: SignIn) -> None:
    held = talk(vendor)
    saying.say(held, TalkPoint.Kind.OTHER, "送三个月", by=vendor.actor("pan"))
    pan = sign_in("pan")
    address = pressed(read(pan, "talk", held.pk), "concession-new")
    fields = {
        "what": "送三个月",
        "worth": "50000",
        "currency": "CNY",
        "by_person": vendor["pan"].pk,
        "made_in": "sales",
        "made_on": "2026-11-12",
    }
    pan.post(address, fields)
    assert TalkPoint.objects.get().became == str(Concession.objects.get().record)


def test_a_promise_the_customer_knew_first_stands_beside_what_sales_passed_on(
    vendor: Cast, sign_in: SignIn
) -> None:
    held = talk(vendor)
    saying.say(held, PLAN, "聊了续约", by=vendor.actor("pan"))
    made = promise(
        vendor,
        TODAY,
        what="三月底送存储",
        made_in=Promise.MadeIn.SALES,
        made_on=THURSDAY + timedelta(days=2),
        noticed_by_customer=True,
        in_confidence=True,
    )
    for reader in ("zhou", "he", "tang"):
        page = read(sign_in(reader), "promise", made.pk)
        assert all(words in page for words in ("Not passed on", "What the customer says", "聊了续约"))
        assert "Should have told us" in page
        assert "潘磊" in page
    pan = sign_in("pan")
    assert pan.get(reverse("promise", args=[made.pk])).status_code == 404
    for page in (
        read(pan, "talk", held.pk),
        read(pan, "talks"),
        read(pan, "promises", sync=str(vendor["pan"].pk)),
    ):
        assert "三月底送存储" not in page
    assert "三月底送存储" in read(sign_in("zhou"), "promises", sync=str(vendor["pan"].pk))


def test_to_outsiders_a_talk_does_not_exist(vendor: Cast, sign_in: SignIn) -> None:
    held = talk(vendor, subject="续约谈价")
    point = saying.say(held, PLAN, "三月扩容", by=vendor.actor("pan"))
    routes = ["talk", "talk-nothing", "talk-nothing-withdrawal", "talk-asking", "talk-calling-off"]
    for outsider in ("lin", "xu", "zhang", "nobody"):
        client = sign_in(outsider)
        for route in routes:
            address = reverse(route, args=[held.pk])
            answers = {client.get(address).status_code, client.post(address, {"words": "x"}).status_code}
            assert answers <= {404, 405}, (outsider, route)
        assert client.post(reverse("talk-point-withdrawal", args=[point.pk])).status_code == 404
        assert client.get(reverse("talks-of-account", args=[vendor.luban.pk])).status_code == 404
        assert client.get(f"{reverse('talk-new')}?account={vendor.luban.pk}").status_code == 404
        assert "Meeting" not in client.get(f"{reverse('promise-new')}?source={point.record}").content.decode()
    assert "续约谈价" not in read(sign_in("lin"), "talks")
    assert "续约谈价" not in sign_in("lin").get(reverse("talks-export")).getvalue().decode()
    assert "三月扩容" in read(sign_in("shen"), "talk", held.pk)


def test_the_list_narrows_by_state_and_words(vendor: Cast, sign_in: SignIn) -> None:
    late, told = talk(vendor, subject="逾期的"), talk(vendor, subject="同步的")
    saying.say(told, PLAN, "三月扩容", by=vendor.actor("pan"))
    zhou = sign_in("zhou")

    def found(**query: str) -> set[str]:
        return set(re.findall(r'data-enter href="/talks/(\d+)/"', read(zhou, "talks", **query)))

    assert found(state="late") == {str(late.pk)}
    assert found(q="扩容") == {str(told.pk)} == found(state="synced")
    assert found(q="潘磊 lbjc") == {str(late.pk), str(told.pk)}


@pytest.mark.parametrize("most", [18])
def test_the_list_asks_as_many_questions_for_forty_rows_as_for_three(
    vendor: Cast, sign_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries, most: int
) -> None:
    client = sign_in("zhou")
    for number in range(40):
        talk(vendor, subject=f"第 {number:02} 次")
    read(client, "talks")
    with django_assert_max_num_queries(most) as few:
        read(client, "talks", q="第 0")
    with django_assert_max_num_queries(most) as many:
        assert read(client, "talks", q="第").count("<tr data-row") == 40
    assert len(many) == len(few)
