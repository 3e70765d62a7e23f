import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from proxeny.core import clock
from proxeny.desk import drafting
from proxeny.desk.models import Draft
from tests.cast import Cast, SignIn

KEY = "contact:account:1"


def put(client: Client, key: str, content: dict[str, object], since: str | None = None):
    body = json.dumps({"content": content, "since": since})
    return client.post(reverse("draft", args=[key]), body, content_type="application/json")


def test_a_draft_is_kept_and_stands_in_the_form_again(sign_in: SignIn, vendor: Cast) -> None:
    zhou, key = sign_in("zhou"), f"contact:account:{vendor.luban.pk}"
    assert put(zhou, key, {"name": "李总"}).json()["at"]
    page = zhou.get(reverse("contact-new", args=[vendor.luban.pk])).content.decode()
    assert 'value="李总"' in page
    assert f'data-draft="{key}"' in page
    he = sign_in("he").get(reverse("contact-new", args=[vendor.luban.pk])).content.decode()
    assert "李总" not in he


def test_sending_removes_the_draft_and_a_refusal_leaves_it(sign_in: SignIn, vendor: Cast) -> None:
    zhou, key = sign_in("zhou"), f"contact:account:{vendor.luban.pk}"
    address = reverse("contact-new", args=[vendor.luban.pk])
    put(zhou, key, {"name": "李总"})
    assert zhou.post(address, {"name": ""}).status_code == 422
    assert Draft.objects.count() == 1
    zhou.post(address, {"name": "李总"})
    assert not Draft.objects.exists()


def test_put_away_it_can_be_brought_back(sign_in: SignIn, vendor: Cast) -> None:
    zhou = sign_in("zhou")
    put(zhou, KEY, {"name": "李总"})
    page = zhou.post(reverse("draft-discard", args=[KEY]), {"next": "/accounts/"}, follow=True)
    assert page.redirect_chain == [("/accounts/", 302)]
    assert drafting.of(vendor.actor("zhou"), KEY) is None
    back = zhou.post(reverse("draft-restore", args=[KEY]) + "?next=/accounts/")
    assert back.headers["Location"] == "/accounts/"
    assert drafting.of(vendor.actor("zhou"), KEY)


def test_one_never_reaches_the_draft_of_another(sign_in: SignIn, vendor: Cast) -> None:
    put(sign_in("zhou"), KEY, {"name": "李总"})
    lin = sign_in("lin")
    lin.delete(reverse("draft", args=[KEY]))
    lin.post(reverse("draft-discard", args=[KEY]))
    lin.post(reverse("draft-restore", args=[KEY]))
    put(lin, KEY, {"name": "x"})
    draft = drafting.of(vendor.actor("zhou"), KEY)
    assert draft
    assert draft.content == {"name": "李总"}


@pytest.mark.parametrize("next_address", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_putting_away_leads_nowhere_else(sign_in: SignIn, next_address: str) -> None:
    answer = sign_in("zhou").post(reverse("draft-discard", args=[KEY]), {"next": next_address})
    assert answer.headers["Location"] == "/"


def test_another_window_is_told_and_the_later_one_wins(sign_in: SignIn, vendor: Cast) -> None:
    zhou = sign_in("zhou")
    one = put(zhou, KEY, {"name": "one"}).json()
    put(zhou, KEY, {"name": "two"}, one["at"])
    told = put(zhou, KEY, {"name": "three"}, one["at"]).json()
    assert told["elsewhere"]
    draft = drafting.of(vendor.actor("zhou"), KEY)
    assert draft
    assert draft.content == {"name": "three"}


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"content": 1}', '{"content": {}, "since": 3}', "nul"])
def test_what_is_no_draft_is_refused_quietly(sign_in: SignIn, body: str) -> None:
    answer = sign_in("zhou").post(reverse("draft", args=[KEY]), body, content_type="application/json")
    assert answer.status_code == 400
    assert not Draft.objects.exists()


def test_too_much_and_a_wrong_key_are_refused(sign_in: SignIn) -> None:
    zhou = sign_in("zhou")
    assert put(zhou, KEY, {"name": "x" * 70_000}).status_code == 413
    assert put(zhou, "No Key", {"name": "x"}).status_code == 404
    assert not Draft.objects.exists()


def test_the_age_of_a_draft_is_said(sign_in: SignIn, vendor: Cast) -> None:
    zhou, key = sign_in("zhou"), f"contact:account:{vendor.luban.pk}"
    put(zhou, key, {"name": "李总"})
    Draft.objects.update(changed_at=clock.machine_now() - timedelta(minutes=3))
    page = zhou.get(reverse("contact-new", args=[vendor.luban.pk])).content.decode()
    assert re.search(r"3.?分钟前", page)
