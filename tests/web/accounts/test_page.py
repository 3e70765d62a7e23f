from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import TODAY, Cast, SignIn, make_account
from tests.web.accounts.asking import REASON, YESTERDAY, of_account, read
from tests.web.accounts.consumed import consume


def test_to_the_outsider_a_customer_does_not_exist(on_the_day: SignIn, consumed: Cast) -> None:
    outsider = on_the_day("lin")
    assert {outsider.get(address).status_code for address in of_account(consumed)} == {404}


def test_the_page_of_a_customer_costs_few_queries(
    on_the_day: SignIn, consumed: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    lead = on_the_day("he")
    read(lead, "account", consumed.luban)  # the first of the day takes the pulses
    with django_assert_max_num_queries(27):
        page = read(lead, "account", consumed.luban)
    assert len(page.encode()) < 60_000


def test_the_page_tells_what_is_known_and_what_is_not(on_the_day: SignIn, consumed: Cast) -> None:
    page = read(on_the_day("zhou"), "account", consumed.luban)
    for said in (
        "¥860k</data> a year",
        "周雨 speaks for it",
        "ends in 39 days",
        "李总, our sponsor, has left",
        REASON,
        "renews: 35%",
    ):
        assert said in page
    assert "We know nobody in purchasing." in page
    assert "storage has fallen by 38%" in page


def test_the_short_look_sees_the_drop_and_the_gap_does_not_fake_one(
    on_the_day: SignIn, consumed: Cast
) -> None:
    page = " ".join(read(on_the_day("zhou"), "account-consumption", consumed.luban).split())
    assert "−24%" in page  # 30 days: 19 at 620 and 11 at 1000, against 1000
    assert "10 days without record" in page


def test_meter_span_and_days_of_the_address_are_kept(on_the_day: SignIn, consumed: Cast) -> None:
    client = on_the_day("zhou")
    figures = read(client, "account-consumption-figures", consumed.luban, meter="meter:storage", span="90")
    assert figures.count("\r\n") == 91
    assert "2026-11-21,62.00" in figures
    some = read(client, "account-consumption-figures", consumed.luban, first="2026-11-01", last="2026-11-10")
    assert some.count("\r\n") == 11
    assert "2026-11-01,1000.00" in some


@pytest.mark.parametrize(
    "asked",
    [
        {"first": "x", "last": "2026-01-01"},
        {"span": "-1"},
        {"meter": "nothing"},
        {"first": "2026-02-02", "last": "1999-01-01"},
    ],
)
def test_an_address_that_makes_no_sense_shows_the_usual(
    on_the_day: SignIn, consumed: Cast, asked: dict[str, str]
) -> None:
    assert (
        read(on_the_day("zhou"), "account-consumption-figures", consumed.luban, **asked).count("\r\n") == 366
    )


def test_the_crosshair_has_a_sentence_for_each_day(on_the_day: SignIn, consumed: Cast) -> None:
    answer = on_the_day("zhou").get(
        reverse("account-consumption-days", args=[consumed.luban.pk]), {"span": "90"}
    )
    assert len(answer.json()["days"]) == 90
    assert "¥620" in answer.json()["days"][-1]


def test_a_name_cannot_break_out_of_page_picture_or_file_name(on_the_day: SignIn, vendor: Cast) -> None:
    evil = make_account("X", "<img src=x>\"'&", spokesperson=vendor["zhou"])
    consume(evil, YESTERDAY - timedelta(days=99), [1.0] * 100, meter="<b>m</b>")
    client = on_the_day("zhou")
    for route in ("account", "account-consumption-picture"):
        page = read(client, route, evil)
        assert "<img src=x>" not in page
        assert "<b>m</b>" not in page


def test_with_single_lines_a_day_without_one_is_nought_also_after_the_last(
    on_the_day: SignIn, consumed: Cast
) -> None:
    river, first = consumed.star_river, TODAY - timedelta(days=30)
    bought: list[float | None] = [None] * 30
    bought[0], bought[5] = 80.0, 40.0
    consume(river, first, bought, meter="orders", nature="lines")
    consume(consumed.yunqi, first, [1.0] * 30, meter="orders", nature="lines")
    rows = read(on_the_day("zhou"), "account-consumption-figures", river, span="90").split("\r\n")
    figures = {row.split(",")[0]: row.split(",")[1] for row in rows if row}
    assert figures["2026-10-23"] == "80.00"
    assert figures["2026-10-24"] == "0.00"
    assert figures["2026-11-21"] == "0.00"
    assert figures["2026-10-22"] == ""
