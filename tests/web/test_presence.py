from typing import Any

import pytest
from django.test import Client

from proxeny.desk import being_there
from proxeny.desk.being_there import State
from proxeny.desk.models import Presence
from tests.cast import Cast, SignIn


def beat(client: Client, about: object, state: str = "seen", version: str = "") -> Any:
    return client.post("/presence/", {"about": str(about), "state": state, "version": version})


def test_two_people_learn_of_each_other_and_then_nothing_new(vendor: Cast, sign_in: SignIn) -> None:
    zhou, he, about = sign_in("zhou"), sign_in("he"), vendor.luban.record
    first = beat(zhou, about)
    assert "周雨" not in first.content.decode()
    assert beat(zhou, about, version=first["X-Version"]).status_code == 204
    assert "周雨" in beat(he, about).content.decode()
    second = beat(zhou, about, version=first["X-Version"])
    assert (second.status_code, "何苗" in second.content.decode()) == (200, True)
    assert beat(zhou, about, version=second["X-Version"]).status_code == 204
    beat(he, about, "editing")
    third = beat(zhou, about, version=second["X-Version"])
    assert "何苗正在这里写" in third.content.decode() or "何苗 is writing here too" in third.content.decode()
    beat(he, about, "gone")
    assert "何苗" not in beat(zhou, about, version=third["X-Version"]).content.decode()


@pytest.mark.parametrize("username", ["lin", "xu", "zhang", "nobody"])
def test_an_outsider_neither_learns_who_is_there_nor_is_seen(
    vendor: Cast, sign_in: SignIn, username: str
) -> None:
    beat(sign_in("zhou"), vendor.luban.record)
    for state in ("seen", "editing", "away", "gone"):
        closed = beat(sign_in(username), vendor.luban.record, state)
        missing = beat(sign_in(username), "account:999999", state)
        assert closed.status_code == missing.status_code == 404
        assert "周雨" not in closed.content.decode()
    assert [row.staff for row in Presence.objects.all()] == [vendor["zhou"]]


def test_who_has_signed_out_learns_nothing(vendor: Cast) -> None:
    assert beat(Client(), vendor.luban.record).status_code == 404


@pytest.mark.parametrize(
    "about",
    [
        "",
        "account",
        "account:",
        "account:x",
        "account:-1",
        "account:" + "9" * 40,
        "staff:1",
        "a b:1",
        "account:1 2",
    ],
)
def test_what_is_no_place_is_not_found(vendor: Cast, sign_in: SignIn, about: str) -> None:
    assert beat(sign_in("he"), about).status_code == 404


def test_an_unknown_state_counts_as_looking(vendor: Cast, sign_in: SignIn) -> None:
    beat(sign_in("he"), vendor.luban.record, "dancing")
    assert Presence.objects.get().state == State.SEEN


def test_being_away_is_noted_and_answered_with_nothing(vendor: Cast, sign_in: SignIn) -> None:
    answer = beat(sign_in("he"), vendor.luban.record, "away")
    assert (answer.status_code, answer.content) == (204, b"")
    assert (
        "离开" in beat(sign_in("zhou"), vendor.luban.record).content.decode() or Presence.objects.count() == 2
    )


def test_a_name_is_text_and_nothing_else(vendor: Cast, sign_in: SignIn) -> None:
    vendor["he"].name = '<img src=x onerror="1">'
    vendor["he"].save()
    being_there.here(vendor.actor("he"), vendor.luban.record, State.EDITING)
    assert "<img" not in beat(sign_in("zhou"), vendor.luban.record).content.decode()


def test_a_crowd_is_counted(vendor: Cast, sign_in: SignIn) -> None:
    for username in ("tang", "shen", "pan", "he", "lin", "xu"):
        being_there.here(vendor.actor(username), vendor.luban.record)
    page = beat(sign_in("zhou"), vendor.luban.record).content.decode()
    assert page.count("data-person") == 4
    assert "2" in page


def test_the_page_of_a_customer_is_a_place_where_people_meet(vendor: Cast, sign_in: SignIn) -> None:
    page = sign_in("zhou").get(f"/accounts/{vendor.luban.pk}/").content.decode()
    assert f'data-presence="account:{vendor.luban.pk}"' in page
    assert "js/presence.js" in page


def test_who_assigns_a_customer_meets_those_who_look_at_it(vendor: Cast, sign_in: SignIn) -> None:
    page = sign_in("he").get(f"/accounts/{vendor.luban.pk}/assignment/").content.decode()
    assert f'data-presence="account:{vendor.luban.pk}"' in page


def test_a_beat_costs_few_queries(
    vendor: Cast, sign_in: SignIn, django_assert_max_num_queries: object
) -> None:
    client = sign_in("zhou")
    beat(client, vendor.luban.record)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        beat(client, vendor.luban.record)
