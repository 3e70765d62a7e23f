import pytest
from django.db import transaction
from django.utils import translation

from proxeny.accounts.models import Account
from proxeny.core import references
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.ledger import appending, kinds, reading
from proxeny.web.ledger.sentences import said
from tests.cast import Cast, SignIn


def mention(account: Account, by: Staff, name: str) -> None:
    with transaction.atomic():
        about = [references.to("account", account.pk)]
        appending.append("account.changed", about=about, by=by.actor, name=name)


def test_a_spokesperson_reads_of_their_own_customers_and_of_themselves_only(
    vendor: Cast, sign_in: SignIn
) -> None:
    for account in Account.objects.all():
        mention(account, vendor["tang"], f"<{account.name}>")
    page = sign_in("lin").get("/ledger/").content.decode()
    own = {account.name for account in Account.objects.filter(spokesperson=vendor["lin"])}
    others = {account.name for account in Account.objects.exclude(spokesperson=vendor["lin"])}
    assert own
    assert all(f"&lt;{name}&gt;" in page for name in own)
    assert not any(name in page for name in others)
    everything = sign_in("shen").get("/ledger/").content.decode()
    assert all(f"&lt;{name}&gt;" in everything for name in own | others)


def test_every_kind_of_entry_reads_as_a_sentence_in_both_languages(vendor: Cast) -> None:
    with transaction.atomic():
        for kind in kinds.registered():
            appending.append(kind, about=[references.to("staff", 1)], by=vendor["tang"].actor, name="鲁班")
    for one in said(reading.newest(len(kinds.registered()))):
        both = one.sentence.both()
        assert both["zh"] != both["en"], one.line.kind
        assert "%(" not in both["zh"] + both["en"]


def test_the_ledger_is_verified_on_the_page_and_says_so(vendor: Cast, sign_in: SignIn) -> None:
    vendor["shen"].language = "en"
    vendor["shen"].save()
    page = sign_in("shen").post("/ledger/verification/").content.decode()
    assert f"The ledger holds: {reading.count()} entries" in page


def test_the_owner_adds_a_colleague_and_a_weak_password_is_said_at_its_field(
    vendor: Cast, sign_in: SignIn
) -> None:
    owner = sign_in("tang")
    sent = {"name": "新人", "username": "xin", "language": "zh-hans", "roles": ["lead"], "password": "short"}
    refused = owner.post("/people/new/", sent)
    assert refused.status_code == 422
    assert refused.context["new_colleague"].errors["password"]
    assert not Staff.objects.filter(username="xin").exists()
    assert owner.post("/people/new/", sent | {"password": "a sentence of mine"}).status_code == 302
    assert Staff.objects.get(username="xin").roles == {"lead"}


def test_the_last_owner_cannot_be_lost(vendor: Cast, sign_in: SignIn) -> None:
    owner, tang = sign_in("tang"), vendor["tang"]
    owner.post(f"/people/{tang.pk}/roles/", {"roles": [Role.LEAD.value]})
    owner.post(f"/people/{tang.pk}/departure/", {"reason": "me"})
    tang.refresh_from_db()
    assert tang.is_active
    assert tang.roles == {"owner"}


def test_a_lead_looks_at_people_but_changes_nothing(vendor: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    assert lead.get("/people/").status_code == 200
    before = reading.count()
    assert lead.post("/people/teams/", {"name": "x"}).status_code == 404
    assert lead.post(f"/people/{vendor['lin'].pk}/roles/", {"roles": ["owner"]}).status_code == 404
    assert reading.count() == before


@pytest.mark.usefixtures("on_22_november")
def test_a_lead_confirms_a_year_corrects_a_day_and_takes_it_back(vendor: Cast, sign_in: SignIn) -> None:
    lead = sign_in("he")
    sent = {"day": "2026-12-25", "kind": "holiday", "reason": ""}
    assert lead.post("/calendar/2026/corrections/", sent).status_code == 422
    assert lead.post("/calendar/2026/corrections/", sent | {"reason": "公司放假"}).status_code == 302
    assert lead.post("/calendar/2026/confirmation/").status_code == 302
    page = lead.get("/calendar/2026/").content.decode()
    assert "is-holiday is-corrected" in page
    assert lead.post("/calendar/2026/corrections/2026-12-25/end/").status_code == 302
    assert lead.post("/calendar/2026/corrections/2026-12-25/end/").status_code == 404
    assert 'is-corrected"><a' not in lead.get("/calendar/2026/").content.decode()


def test_a_choice_of_language_is_kept_and_leads_back_only_to_our_own_pages(
    vendor: Cast, sign_in: SignIn
) -> None:
    client = sign_in("zhou")
    there = client.post("/session/language/", {"language": "en", "next": "//evil.example/"})
    assert there["Location"] == "/"
    assert (
        client.post("/session/language/", {"language": "tlh", "next": "/preferences/"})["Location"]
        == "/preferences/"
    )
    vendor["zhou"].refresh_from_db()
    assert vendor["zhou"].language == "en"
    with translation.override("en"):
        assert "Keep" in client.get("/preferences/").content.decode()


@pytest.mark.parametrize(
    ("username", "place"),
    [("tang", "/"), ("shen", "/accounts/"), ("zhang", "/orders/"), ("nobody", "/preferences/")],
)
def test_everybody_arrives_where_a_door_is_open(
    vendor: Cast, sign_in: SignIn, username: str, place: str
) -> None:
    browser = sign_in(username)
    assert browser.get("/session/arrival/")["Location"] == place
    assert browser.get(place).status_code == 200
