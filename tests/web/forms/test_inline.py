import re

import pytest
from django.test import Client
from django.urls import reverse

from proxeny.accounts import changing, contacting
from proxeny.accounts.models import Account, Contact
from proxeny.ledger import reading
from tests.cast import Cast, SignIn

HTMX = {"HX-Request": "true"}


def field(account: Account, name: str = "industry") -> str:
    return reverse("account-field", args=[account.pk, name])


def undo_in(page: str) -> str:
    found = re.search(r'action="([^"]*/changes/\d+/withdrawal/)"', page)
    assert found
    return found[1]


@pytest.fixture
def luban(vendor: Cast) -> Account:
    Account.objects.filter(pk=vendor.luban.pk).update(industry="建材")
    vendor.luban.refresh_from_db()
    return vendor.luban


@pytest.fixture
def zhou(sign_in: SignIn) -> Client:
    return sign_in("zhou")


def test_the_field_opens_with_what_was_seen_and_shows_the_value_again(zhou: Client, luban: Account) -> None:
    opened = zhou.get(field(luban), headers=HTMX).content.decode()
    assert 'name="seen-industry" value="建材"' in opened
    assert "<html" not in opened
    shown = zhou.get(field(luban) + "?shown", headers=HTMX).content.decode()
    assert "inline-open" in shown
    assert "<form" not in shown


def test_kept_in_place_it_is_said_with_a_way_back_that_leads_to_the_value(
    zhou: Client, luban: Account
) -> None:
    sent = {"industry": "家居", "seen-industry": "建材"}
    answer = zhou.post(field(luban), sent, headers=HTMX)
    page = answer.content.decode()
    assert (answer.status_code, "家居" in page) == (200, True)
    back = zhou.post(undo_in(page))
    assert back.headers["Location"].endswith(f"/accounts/{luban.pk}/#basics-{luban.pk}-industry")
    luban.refresh_from_db()
    assert luban.industry == "建材"


def test_without_a_script_it_is_a_small_page_that_leads_back(zhou: Client, luban: Account) -> None:
    page = zhou.get(field(luban)).content.decode()
    assert "<html" in page
    assert "hx-post=" not in page
    answer = zhou.post(field(luban), {"industry": "家居", "seen-industry": "建材"})
    assert answer.headers["Location"].startswith(f"/accounts/{luban.pk}/#")


def test_what_cannot_be_is_said_beside_the_field_and_what_was_typed_stays(
    zhou: Client, luban: Account
) -> None:
    typed = "长" * 90
    answer = zhou.post(field(luban), {"industry": typed, "seen-industry": "建材"}, headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert typed in page
    assert 'aria-invalid="true" aria-describedby=' in page


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_a_conflict_shows_three_texts_and_is_solved_by_choosing(
    zhou: Client, luban: Account, vendor: Cast, headers: dict[str, str]
) -> None:
    changing.change(luban, {"industry": "零售"}, by=vendor.actor("he"))
    answer = zhou.post(field(luban), {"industry": "家居", "seen-industry": "建材"}, headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 422
    for said in ("何苗", "<mark>零售</mark>", "<mark>家居</mark>", 'name="seen-industry" value="零售"'):
        assert said in page
    luban.refresh_from_db()
    assert luban.industry == "零售"
    chosen = {
        "pick-industry": "anew",
        "anew-industry": "家居零售",
        "mine-industry": "家居",
        "seen-industry": "零售",
    }
    assert zhou.post(field(luban), chosen, headers=headers).status_code in {200, 302}
    luban.refresh_from_db()
    assert luban.industry == "家居零售"


def test_a_third_change_while_choosing_is_found_again(zhou: Client, luban: Account, vendor: Cast) -> None:
    changing.change(luban, {"industry": "批发"}, by=vendor.actor("he"))
    chosen = {"pick-industry": "mine", "mine-industry": "家居", "seen-industry": "零售"}
    answer = zhou.post(field(luban), chosen, headers=HTMX)
    assert answer.status_code == 422
    assert 'name="mine-industry" value="家居"' in answer.content.decode()


@pytest.mark.parametrize("username", ["lin", "pan", "shen", "nobody"])
def test_to_who_may_not_change_it_the_field_is_not_there(
    sign_in: SignIn, luban: Account, username: str
) -> None:
    client = sign_in(username)
    assert client.get(field(luban), headers=HTMX).status_code == 404
    assert client.post(field(luban), {"industry": "x", "seen-industry": "建材"}).status_code == 404
    luban.refresh_from_db()
    assert luban.industry == "建材"
    assert not reading.about(luban.record, kinds=["account.changed"])


@pytest.mark.parametrize("name", ["level", "credit_limit", "search_key", "reference"])
def test_a_field_that_is_not_the_readers_to_change_is_not_there(
    zhou: Client, luban: Account, name: str
) -> None:
    assert zhou.get(field(luban, name)).status_code == 404
    assert zhou.post(field(luban, name), {name: "small"}).status_code == 404


def test_who_reads_only_sees_values_and_no_way_to_change_them(sign_in: SignIn, luban: Account) -> None:
    page = sign_in("shen").get(reverse("account", args=[luban.pk])).content.decode()
    assert "建材" in page
    assert "inline-open" not in page


def test_a_contact_is_added_marked_as_left_and_each_is_taken_back(zhou: Client, luban: Account) -> None:
    sent = {"name": "李总", "part": "boss", "email": "li@luban.example"}
    page = zhou.post(reverse("contact-new", args=[luban.pk]), sent, follow=True).content.decode()
    assert "李总" in page
    contact = Contact.objects.get()
    page = zhou.post(reverse("contact-departure", args=[contact.pk]), follow=True).content.decode()
    contact.refresh_from_db()
    assert contact.left_on
    zhou.post(undo_in(page))
    contact.refresh_from_db()
    assert contact.left_on is None


def test_an_outsider_finds_no_contact(sign_in: SignIn, luban: Account, vendor: Cast) -> None:
    contact = contacting.add(luban, {"name": "李总"}, by=vendor.actor("zhou"))
    lin = sign_in("lin")
    for route, args in (
        ("contact-field", [contact.pk, "name"]),
        ("contact-departure", [contact.pk]),
        ("contact-withdrawal", [contact.pk]),
        ("contact-new", [luban.pk]),
    ):
        assert lin.post(reverse(route, args=args), {"name": "x"}).status_code == 404
    contact.refresh_from_db()
    assert (contact.name, contact.left_on) == ("李总", None)


def test_two_leads_who_assign_at_once_are_asked(sign_in: SignIn, luban: Account, vendor: Cast) -> None:
    address = reverse("account-assignment", args=[luban.pk])
    zhou, pan = vendor["zhou"].reference, vendor["pan"].reference
    seen = {"seen-level": "standard", "seen-spokesperson": zhou, "seen-sales": pan}
    sent = {"level": "small", "spokesperson": vendor["lin"].reference, "sales": pan, **seen}
    he = sign_in("he")
    page = he.post(address, sent).content.decode()
    assert 'name="pick-level"' in page  # it was seen as standard and is key
    assert f'name="spokesperson" value="{vendor["lin"].reference}"' in page
    luban.refresh_from_db()
    assert luban.spokesperson == vendor["zhou"]
    chosen = {
        "pick-level": "theirs",
        "mine-level": "small",
        "seen-level": "key",
        **{name: text for name, text in sent.items() if "level" not in name},
    }
    assert he.post(address, chosen).status_code == 302
    luban.refresh_from_db()
    assert (luban.level, luban.spokesperson) == ("key", vendor["lin"])
