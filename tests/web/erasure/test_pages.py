"""The pages of orders to erase: who sees them, what they say, and that one person alone gets nowhere."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from proxeny.accounts.models import Contact
from proxeny.erasure import carrying_out, keeping
from proxeny.erasure.models import Order, RetentionRule, Standing
from proxeny.ledger.models import Entry
from tests.cast import Cast, SignIn
from tests.erasure.told import NAME, QUIET, Told, order, told

pytestmark = pytest.mark.usefixtures("on_22_november")
OUTSIDERS = ("lin", "pan", "xu", "zhang", "nobody")


@pytest.fixture
def one(vendor: Cast) -> Told:
    return told(vendor)


def page(client: Client, address: str, status: int = 200, **more: object) -> str:
    answer = client.get(address, **more)  # type: ignore[arg-type]
    assert answer.status_code == status, address
    return answer.content.decode()


def pages(number: int) -> Iterator[str]:
    yield from (f"/erasure/{number}/", f"/erasure/{number}/preview/")


def masked(client: Client, address: str) -> str:
    """What is answered where nothing is, without the token that is drawn anew and the address that was asked for."""
    return re.sub(r'value="[0-9a-zA-Z]{64}"', "", page(client, address, 404)).replace(address, "")


def figure(html: str, kind: str) -> int:
    found = re.search(rf"<dt>{kind}</dt><dd>([\d,]+)</dd>", html)
    return int(found[1].replace(",", "")) if found else 0


def english(one: Told, *usernames: str) -> None:
    for username in usernames:
        person = one.vendor[username]
        person.language = "en"
        person.save()


@pytest.mark.parametrize("username", OUTSIDERS)
def test_for_outsiders_an_order_is_not_there_like_one_that_nobody_gave(
    one: Told, sign_in: SignIn, username: str
) -> None:
    asked, client = order(one), sign_in(username)
    for address, nowhere in zip(pages(asked.pk), pages(999_999), strict=True):
        assert masked(client, address) == masked(client, nowhere)
    for act in ("confirmation", "refusal", "withdrawal"):
        assert client.post(f"/erasure/{asked.pk}/{act}/", {"reason": "x"}).status_code == 404
    assert Order.objects.get().standing is Standing.WAITING


@pytest.mark.parametrize("username", ["pan", "xu", "zhang", "nobody"])
def test_sales_product_and_engineers_do_not_get_to_any_page_of_it(
    one: Told, sign_in: SignIn, username: str
) -> None:
    order(one)
    for address in ("/erasure/", "/erasure/new/", "/erasure/retention/"):
        page(sign_in(username), address, 404)


@pytest.mark.parametrize("username", ["pan", "zhou", "lin"])
def test_no_line_of_it_is_among_those_of_the_customer(one: Told, sign_in: SignIn, username: str) -> None:
    client = sign_in(username)
    before = re.sub(r"[0-9a-zA-Z]{64}", "", page(client, "/ledger/"))
    order(one)
    assert re.sub(r"[0-9a-zA-Z]{64}", "", page(client, "/ledger/")) == before


def test_another_spokesperson_s_list_is_empty(one: Told, sign_in: SignIn) -> None:
    order(one)
    assert NAME not in page(sign_in("lin"), "/erasure/")
    assert NAME in page(sign_in("zhou"), "/erasure/")


def test_who_ordered_it_is_not_offered_to_confirm_it(one: Told, sign_in: SignIn) -> None:
    asked = order(one, by="he")
    assert "/confirmation/" not in page(sign_in("he"), f"/erasure/{asked.pk}/")
    assert "/confirmation/" in page(sign_in("tang"), f"/erasure/{asked.pk}/")
    assert "/confirmation/" not in page(sign_in("zhou"), f"/erasure/{asked.pk}/")
    sign_in("he").post(f"/erasure/{asked.pk}/confirmation/")
    assert Order.objects.get().standing is Standing.WAITING


def test_from_the_customer_to_the_order_and_its_confirmation(one: Told, sign_in: SignIn) -> None:
    zhou, he = sign_in("zhou"), sign_in("he")
    to = zhou.post("/erasure/new/", {"customer": "LB-01"})["Location"]
    assert NAME in page(zhou, to)
    sent = {"contact": str(one.contact.pk), "ground": "request", "reason": "来信", "also": "老鹮\n\n"}
    made = zhou.post(to, sent)
    assert made.status_code == 302
    asked = Order.objects.get()
    assert (asked.also, made["Location"]) == (["老鹮"], f"/erasure/{asked.pk}/")
    assert he.post(f"/erasure/{asked.pk}/confirmation/").status_code == 302
    carrying_out.erase_rows(asked.pk)
    shown = page(he, f"/erasure/{asked.pk}/")
    assert NAME not in shown
    assert "已抹去" in shown


def test_a_form_that_lacks_the_reason_comes_back_with_what_was_written(one: Told, sign_in: SignIn) -> None:
    address = f"/erasure/new/?account={one.vendor.luban.pk}"
    answer = sign_in("zhou").post(address, {"contact": str(one.contact.pk), "ground": "law", "also": "老鹮"})
    assert answer.status_code == 422
    assert "老鹮" in answer.content.decode()
    assert not Order.objects.exists()


def test_who_does_not_see_the_channel_gets_no_number_of_it(one: Told, sign_in: SignIn) -> None:
    english(one, "he", "shen")
    asked = order(one)
    heard = page(sign_in("he"), f"/erasure/{asked.pk}/preview/")
    outside = page(sign_in("shen"), f"/erasure/{asked.pk}/preview/")
    assert figure(heard, "messages") == figure(outside, "messages") + 1 == 6
    assert QUIET not in heard + outside


def test_looking_at_an_order_puts_nothing_on_record(one: Told, sign_in: SignIn) -> None:
    asked = order(one)
    lines = Entry.objects.count()
    for address in pages(asked.pk):
        page(sign_in("he"), address)
    assert Entry.objects.count() == lines


def test_a_refusal_says_why(one: Told, sign_in: SignIn) -> None:
    asked, he = order(one), sign_in("he")
    address = f"/erasure/{asked.pk}/refusal/"
    page(he, address)
    assert he.post(address, {"reason": ""}).status_code == 422
    assert he.post(address, {"reason": "案子还在法院"}).status_code == 302
    assert "案子还在法院" in page(sign_in("zhou"), f"/erasure/{asked.pk}/")
    page(sign_in("zhou"), address, 404)


def test_who_ordered_it_withdraws_it(one: Told, sign_in: SignIn) -> None:
    asked = order(one)
    assert sign_in("he").post(f"/erasure/{asked.pk}/withdrawal/").status_code == 404
    assert sign_in("zhou").post(f"/erasure/{asked.pk}/withdrawal/").status_code == 302
    assert Order.objects.get().standing is Standing.WITHDRAWN


def test_how_long_is_kept_is_set_by_leads_and_read_by_who_speaks_for_customers(
    one: Told, sign_in: SignIn
) -> None:
    assert sign_in("zhou").post("/erasure/retention/", {"months": "6"}).status_code == 404
    assert sign_in("he").post("/erasure/retention/", {"months": "601"}).status_code == 422
    assert sign_in("he").post("/erasure/retention/", {"months": "6"}).status_code == 302
    assert RetentionRule.objects.get().months == 6
    page(sign_in("zhou"), "/erasure/retention/")


def test_whose_time_has_run_out_leads_to_an_order(one: Told, sign_in: SignIn) -> None:
    vendor = one.vendor
    keeping.set_months(0, by=vendor.actor("he"))
    vendor.yunqi.left_on = vendor.yunqi.added_at.date().replace(year=2020)
    vendor.yunqi.save()
    shown = page(sign_in("tang"), "/erasure/retention/")
    assert f"/erasure/new/?account={vendor.yunqi.pk}&amp;contact=whole" in shown
    assert "whole" in page(sign_in("tang"), f"/erasure/new/?account={vendor.yunqi.pk}&contact=whole")
    assert Contact.objects.exists()
