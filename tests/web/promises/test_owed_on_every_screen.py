"""Stories 7 and 10: a promise breaks by itself on every screen, and a VP's gift is known before the customer tells of it."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

from proxeny.cases.models import Case
from proxeny.cases.opening import Opening, open_case
from proxeny.core import clock
from proxeny.docket.gathering import gather
from proxeny.promises import moving
from proxeny.promises.concessions import findings as concessions
from proxeny.promises.models import Promise
from tests.accounts.talked import THURSDAY, talk
from tests.cast import TODAY, Cast, SignIn
from tests.promises.conceded import CAPACITY
from tests.promises.promised import promise

WORDS = "导出超时三月底修好"
LAST_DAY = date(2027, 3, 31)


def read(client: Client, route: str, *args: object, **query: str) -> str:
    address = reverse(route, args=args) + (f"?{urlencode(query)}" if query else "")
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def case(vendor: Cast) -> Case:
    return open_case(vendor.luban, Opening(title="导出", text="导出超时"), by=vendor.actor("zhou"))


def screens(client: Client, made: Promise, about: Case) -> dict[str, bool]:
    """Each screen on which the promise stands, with whether it stands there as broken."""
    pages = {
        "list": read(client, "promises"),
        "promise": read(client, "promise", made.pk),
        "customer": read(client, "account", made.account_id),
        "case": read(client, "case-panel", about.number, "owed"),
        "search": read(client, "search", q=WORDS),
    }
    assert all(WORDS in page for page in pages.values())
    return {name: '<span class="status is-over">broken</span>' in page for name, page in pages.items()}


def test_promised_until_the_end_of_march_it_is_broken_on_1_april_on_every_screen_and_nobody_said_so(
    vendor: Cast, sign_in: SignIn
) -> None:
    about = case(vendor)
    made = promise(vendor, LAST_DAY, what=WORDS, by_person=vendor["zhang"])
    for reader in ("zhou", "pan", "he", "tang", "shen"):
        client = sign_in(reader)
        with clock.on(LAST_DAY):
            assert set(screens(client, made, about).values()) == {False}, reader
        with clock.on(LAST_DAY + timedelta(days=1)):
            assert set(screens(client, made, about).values()) == {True}, reader


def test_who_should_have_told_us_is_who_sold_to_the_customer_then(vendor: Cast) -> None:
    said = {"made_in": Promise.MadeIn.SALES, "noticed_by_customer": True}
    by_sales = promise(vendor, TODAY, **said)
    vendor.luban.sales = vendor["he"]
    vendor.luban.save()
    in_a_call = promise(vendor, TODAY, made_in=Promise.MadeIn.CALL, noticed_by_customer=True)
    known = promise(vendor, TODAY, made_in=Promise.MadeIn.SALES)
    for made in (by_sales, in_a_call, known):
        made.refresh_from_db()
    assert (by_sales.sync_owed_by, in_a_call.sync_owed_by, known.sync_owed_by) == (
        vendor["pan"],
        vendor["zhang"],
        None,
    )


def test_a_promise_of_no_known_talk_says_so_and_one_of_the_week_names_it(
    vendor: Cast, sign_in: SignIn
) -> None:
    said = {
        "made_in": Promise.MadeIn.SALES,
        "noticed_by_customer": True,
        "made_on": THURSDAY + timedelta(days=7),
    }
    made, he = promise(vendor, TODAY, **said), sign_in("he")
    assert "No talk of sales is on record in the week" in read(he, "promise", made.pk)
    held = talk(vendor)
    page = read(he, "promise", made.pk)
    assert reverse("talk", args=[held.pk]) in page
    assert "Nothing was passed on of this talk." in page


def test_a_day_moved_again_and_again_is_seen_in_the_list_and_found_by_it(
    vendor: Cast, sign_in: SignIn
) -> None:
    made = promise(vendor, TODAY, what="一拖再拖")
    promise(vendor, TODAY, what="没动过")
    for weeks in (1, 3):
        day = TODAY + timedelta(weeks=weeks)
        moving.move(made, to_day=day, word="好", word_of="郑总", by=vendor.actor("zhou"))
    zhou = sign_in("zhou")
    assert "moved 2 times" in read(zhou, "promises")
    assert "21 days later than was promised first" in read(zhou, "promise", made.pk)
    again = read(zhou, "promises", moved="2")
    assert "一拖再拖" in again
    assert "没动过" not in again
    assert "一拖再拖" not in read(zhou, "promises", moved="1")


def test_a_vp_gives_capacity_in_a_call_and_nobody_learns_of_it_from_the_customer(
    vendor: Cast, sign_in: SignIn
) -> None:
    fields = {
        "what": CAPACITY,
        "worth": "86000",
        "currency": "CNY",
        "until": "2027-02-28",
        "by_person": vendor["he"].pk,
        "by_name": "秦副总",
        "made_in": "call",
        "made_on": "2026-11-20",
    }
    sent = sign_in("he").post(f"{reverse('concession-new')}?account={vendor.luban.pk}", fields, follow=True)
    assert "秦副总" in sent.content.decode()
    for reader in ("pan", "zhou"):
        page = read(sign_in(reader), "notices")
        assert CAPACITY in page
        assert "秦副总" in page
    gather(TODAY, concessions.over_limit(TODAY))
    assert CAPACITY in read(sign_in("zhou"), "docket")
    assert CAPACITY not in read(sign_in("lin"), "docket")
