"""Abuse cases A (docs/security.md): what is another customer's, another role's, or another's alone."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from proxeny.cases import relating, writing
from proxeny.cases.models import Audience, Case, Relation
from proxeny.cases.opening import Opening, open_case
from proxeny.cases.writing import Writing
from proxeny.identity import adding
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.notices.models import Notice
from proxeny.promises.models import Promise
from tests.access import worlds
from tests.access.walking import TOKEN
from tests.cases.handy import opened
from tests.cast import SETTING_UP, Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
NOWHERE = 777_777


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opened(vendor)


def test_a1_what_is_another_s_answers_as_what_is_not_there(vendor: Cast, sign_in: SignIn) -> None:
    at, sun = worlds.built(vendor), sign_in("lin")
    sun.force_login(at.sun)
    there = {
        "case": at.case.number, "account": vendor.luban.pk, "promise": at.promise.pk, "order": at.order.pk,
        "request": at.request.pk, "concession": at.concession.pk, "talk": at.talk.pk,
    }  # fmt: skip
    for route, number in there.items():
        pages = []
        for wanted in (number, NOWHERE):
            answer = sun.get(reverse(route, args=[wanted]))
            assert answer.status_code == 404
            pages.append(TOKEN.sub(rb"\1", answer.content).replace(b"/%d/" % wanted, b"/#/"))
        assert pages[0] == pages[1], route


def test_a7_a_role_that_was_taken_is_gone_with_the_next_request(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    he = sign_in("he")
    assert he.get(reverse("case", args=[case.number])).status_code == 200
    adding.end(vendor["he"], Role.LEAD, by=SETTING_UP)
    assert he.get(reverse("case", args=[case.number])).status_code == 404


def test_a7_who_has_left_is_signed_out_with_the_next_request(vendor: Cast, sign_in: SignIn) -> None:
    lin = sign_in("lin")
    adding.let_go(vendor["lin"], by=SETTING_UP, reason="left")
    answer = lin.get("/accounts/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/me/login/")


def test_a9_nothing_is_tied_to_a_case_of_a_customer_who_is_not_there(case: Case, vendor: Cast) -> None:
    foreign = opened(vendor, account=vendor.star_river)
    own = opened_by_lin(vendor)
    for one, other in ((own, case), (foreign, own)):
        with pytest.raises(NotFound):
            relating.relate(one, other, by=vendor.actor("lin"))
    assert not Relation.objects.exists()


def opened_by_lin(vendor: Cast) -> Case:
    return open_case(vendor.yunqi, Opening(text="登录慢"), by=vendor.actor("lin"))


def test_a10_who_is_mentioned_and_may_not_read_is_not_told(case: Case, vendor: Cast) -> None:
    outside = [vendor[name].pk for name in ("pan", "lin", "xu", "nobody")]
    writing.write(case, Writing(Audience.NOTE, "@潘磊 看一下", mentions=outside), by=vendor.actor("zhou"))
    assert not Notice.objects.filter(staff__in=outside).exists()


def test_a12_a_customer_named_in_a_form_is_no_way_to_one_who_is_not_there(
    vendor: Cast, sign_in: SignIn
) -> None:
    form = {"what": "x", "due_on": "2026-12-01", "made_on": "2026-11-20", "by_name": "x", "made_in": "call"}
    for address in (reverse("promise-new"), f"{reverse('promise-new')}?account={vendor.luban.pk}"):
        sign_in("lin").post(address, {**form, "account": vendor.luban.pk, "account_id": vendor.luban.pk})
    assert not Promise.objects.filter(account=vendor.luban).exists()


@pytest.mark.parametrize(
    "path", ["/accounts/", "/cases/all/", "/search/?q=x", "/cases/all/export.csv", "/ledger/"]
)
def test_a13_nothing_that_somebody_sees_signed_in_is_kept_by_a_cache(path: str, sign_in: SignIn) -> None:
    answer = sign_in("zhou").get(path)
    assert "no-store" in answer["Cache-Control"]
    assert "Cookie" in answer["Vary"]


def test_a16_a_list_is_not_filtered_or_ordered_by_what_it_does_not_offer(
    vendor: Cast, sign_in: SignIn
) -> None:
    plain = listed(sign_in("he"), "")
    for query in (
        "owner__password__startswith=m",
        "spokesperson__password__startswith=m",
        "sort=spokesperson__password",
        "sort=-contracts__value_minor",
        "account__pk__gt=0",
    ):
        assert listed(sign_in("he"), query) == plain, query


def listed(client: Client, query: str) -> list[str]:
    answer = client.get(f"/accounts/?{query}", follow=True)
    assert answer.status_code == 200
    return re.findall(r'href="(/accounts/\d+/)"', answer.content.decode())


def test_a7_ending_a_session_leaves_no_row_that_opens_anything(vendor: Cast, sign_in: SignIn) -> None:
    lin = sign_in("lin")
    lin.post("/me/logout/")
    assert not Session.objects.exists()
    assert lin.get("/accounts/").status_code == 302
    assert Staff.objects.filter(pk=vendor["lin"].pk, is_active=True).exists()
