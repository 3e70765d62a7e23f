"""What is done to many cases of the queue at once, and taken back."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from proxeny.cases import opening
from proxeny.cases.models import Case, PriorityOverride, Watch
from proxeny.cases.opening import Opening
from tests.cases.handy import again, opened
from tests.cast import TODAY, Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
LATER = (TODAY + timedelta(days=3)).isoformat()


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    return vendor


@pytest.fixture
def cases(vendor: Cast) -> list[Case]:
    return [opened(vendor, text) for text in ("一", "二", "三")]


def done(client: Client, act: str, cases: list[Case], **sent: object) -> str:
    rows = ",".join(str(one.pk) for one in cases)
    looked = client.post(f"/cases/all/acts/{act}/", {"rows": rows, "wanted": "1", **sent})
    assert looked.status_code == 200
    return client.post(f"/cases/all/acts/{act}/done/", {"rows": rows, **sent}).content.decode()


def undone(client: Client) -> None:
    client.post("/cases/all/acts/undo/")


def test_given_row_by_row_and_taken_back(sign_in: SignIn, cases: list[Case], vendor: Cast) -> None:
    zhou = sign_in("zhou")
    text = done(zhou, "hands", cases, to=vendor["he"].reference, reason="")
    assert "3 rows are changed." in text
    assert {again(one).owner for one in cases} == {vendor["he"]}
    undone(zhou)
    assert {again(one).owner for one in cases} == {vendor["zhou"]}


def test_each_row_says_for_itself_why_not(sign_in: SignIn, cases: list[Case], vendor: Cast) -> None:
    he, free = sign_in("he"), opening.open_case(vendor.yunqi, Opening(text="x"), by=vendor.actor("he"))
    Case.objects.filter(pk=free.pk).update(owner=None)
    text = done(he, "hands", [*cases, free], to=vendor["he"].reference, reason="")
    assert "1 row is changed." in text
    assert text.count("Say why it is taken from them.") == 3
    assert again(free).owner == vendor["he"]


def test_put_off_and_taken_back_but_not_what_was_changed_since(
    sign_in: SignIn, cases: list[Case], vendor: Cast
) -> None:
    zhou = sign_in("zhou")
    done(zhou, "snooze", cases, until=LATER, reason="等客户")
    assert all(again(one).snoozed_until for one in cases)
    zhou.post(f"/cases/{cases[0].number}/waking/")
    undone(zhou)
    assert not any(again(one).snoozed_until for one in cases)


def test_watched_and_taken_back(sign_in: SignIn, cases: list[Case], vendor: Cast) -> None:
    he = sign_in("he")
    assert "watched by you" in done(he, "watch", cases)
    assert Watch.objects.filter(staff=vendor["he"]).count() == 3
    undone(he)
    assert not Watch.objects.exists()


def test_priority_against_the_rule_and_back_to_it_or_to_what_stood_before(
    sign_in: SignIn, cases: list[Case]
) -> None:
    zhou = sign_in("zhou")
    usual = {again(one).priority for one in cases}
    done(zhou, "priority", cases[:1], priority=4, reason="先缓一缓")
    done(zhou, "priority", cases, priority=1, reason="展会前必须好")
    assert {again(one).priority for one in cases} == {1}
    undone(zhou)
    assert again(cases[0]).priority == 4
    assert {again(one).priority for one in cases[1:]} == usual
    assert PriorityOverride.objects.get(lifted_at=None).reason == "先缓一缓"


@pytest.mark.parametrize("outsider", ["lin", "pan", "tang", "xu", "zhang", "shen", "nobody"])
def test_an_outsider_changes_no_row(outsider: str, sign_in: SignIn, cases: list[Case], vendor: Cast) -> None:
    client = sign_in(outsider)
    before = list(Case.objects.order_by("pk").values())
    rows = ",".join(str(one.pk) for one in cases)
    for act, sent in {
        "hands": {"to": vendor["he"].reference, "reason": "x"},
        "snooze": {"until": LATER, "reason": "x"},
        "watch": {},
        "priority": {"priority": 1, "reason": "x"},
    }.items():
        answer = client.post(f"/cases/all/acts/{act}/done/", {"rows": rows, **sent})
        assert answer.status_code == 404 or not re.search(
            r"[1-9] rows? (is|are) changed", answer.content.decode()
        )
    assert list(Case.objects.order_by("pk").values()) == before
    assert not Watch.objects.exists()
