import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from proxeny.web.lists import menus, paging
from tests.cast import Cast, SignIn, make_account


def page(client: Client, query: str = "", route: str = "accounts") -> str:
    answer = client.get(reverse(route) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def names(text: str) -> list[str]:
    return re.findall(r'data-enter href="[^"]+">([^<]+)</a>', text)


def test_an_outsider_sees_neither_rows_nor_counts_nor_choices_nor_file(
    hundred: Cast, sign_in: SignIn
) -> None:
    outsider = sign_in("zhou")
    text = page(outsider)
    assert names(text) == ["鲁班建材", "星河物流"]
    assert "2 customers" in text
    assert "林可" not in text
    speaker = f"?speaker={hundred['lin'].pk}"
    assert names(page(outsider, speaker)) == ["鲁班建材", "星河物流"]
    file = outsider.get(reverse("accounts-export") + speaker).getvalue().decode()
    assert "客户" not in file
    assert sign_in("zhang").get(reverse("accounts-export")).status_code == 404
    assert sign_in("zhang").get(reverse("accounts-tabs")).status_code == 404


def test_each_value_tells_how_many_it_would_show_under_the_other_filters(
    hundred: Cast, sign_in: SignIn
) -> None:
    text = page(sign_in("he"), f"?level=key&speaker={hundred['lin'].pk}")
    assert "25 of 103 customers" in text
    assert re.search(r'value="strategic"><span>strategic</span><small>25</small>', text)
    assert re.search(r'value="none"><span>nobody</span><small>25</small>', text) is not None


def test_a_long_list_counts_no_values(
    hundred: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(menus, "COUNTED", 50)
    assert "<small>25</small>" not in page(sign_in("he"))


def test_a_chip_takes_one_value_off_and_leaves_the_others(hundred: Cast, sign_in: SignIn) -> None:
    text = page(sign_in("he"), "?level=key&level=small&sort=-name")
    assert 'href="/accounts/?level=small&amp;sort=-name" aria-label="Take off: key"' in text
    assert 'href="/accounts/?sort=-name">Clear' in text


def test_nothing_fits_says_which_filter_to_take_off(hundred: Cast, sign_in: SignIn) -> None:
    text = page(sign_in("he"), "?level=strategic&q=luban")
    assert "Nothing fits" in text
    assert 'href="/accounts/?q=luban"' in text
    assert "without Level: strategic" in text


@pytest.mark.parametrize(
    "sort", ["name", "-name", "money", "-money", "judgement", "level", "spokesperson", "since"]
)
def test_every_row_stands_on_one_page_only_whatever_the_order(
    hundred: Cast, sign_in: SignIn, sort: str
) -> None:
    lead = sign_in("he")
    found = [name for number in (1, 2, 3) for name in names(page(lead, f"?sort={sort}&page={number}"))]
    assert len(found) == len(set(found)) == 103
    assert names(page(lead, f"?sort={sort}&page=99")) == found[100:]


@pytest.mark.parametrize("sort", ["name", "-name", "number"])
def test_behind_the_numbered_pages_the_list_goes_on_after_a_row(
    hundred: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, sort: str
) -> None:
    lead = sign_in("he")
    usual = [name for number in (1, 2, 3) for name in names(page(lead, f"?sort={sort}&page={number}"))]
    monkeypatch.setattr(paging, "DEEPEST", 50)
    text, walked = page(lead, f"?sort={sort}"), []
    while True:
        walked += names(text)
        onward = re.search(r'rel="next" href="/accounts/\?([^"]+)"', text)
        if onward is None:
            break
        assert "after=" in onward[1]
        text = page(lead, "?" + onward[1].replace("&amp;", "&"))
    assert walked == usual


def test_an_order_that_is_reckoned_ends_with_the_numbered_pages_and_says_so(
    hundred: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "DEEPEST", 50)
    text = page(sign_in("he"), "?sort=money")
    assert "Further down nothing is shown in this order" in text
    assert 'rel="next"' not in text


def test_a_row_one_may_not_see_is_no_place_to_go_on_after(hundred: Cast, sign_in: SignIn) -> None:
    assert names(page(sign_in("zhou"), f"?after={hundred.yunqi.pk}")) == ["鲁班建材", "星河物流"]


@pytest.mark.parametrize(
    ("route", "username", "most"), [("accounts", "he", 33), ("imports", "he", 17), ("people", "tang", 15)]
)
def test_a_list_asks_as_many_questions_for_fifty_rows_as_for_three(
    hundred: Cast,
    sign_in: SignIn,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    route: str,
    username: str,
    most: int,
) -> None:
    client = sign_in(username)
    page(client, route=route)
    with django_assert_max_num_queries(most) as few:
        page(client, "?q=LB" if route == "accounts" else "", route)
    with django_assert_max_num_queries(most) as many:
        text = page(client, "?q=N-" if route == "accounts" else "", route)
    assert len(many) == len(few)
    assert route != "accounts" or text.count("<tr data-row") == 50


def test_a_page_of_fifty_customers_weighs_at_most_sixty_kilobytes(hundred: Cast, sign_in: SignIn) -> None:
    text = page(sign_in("he"))
    assert text.count("<tr data-row") == 50
    assert len(text.encode()) <= 60_000


def test_a_fragment_learns_the_short_form_of_its_address(hundred: Cast, sign_in: SignIn) -> None:
    answer = sign_in("he").get("/accounts/?q=&level=key&sort=", headers={"HX-Request": "true"})
    assert answer.headers["HX-Replace-Url"] == "/accounts/?level=key"


def test_without_leave_to_do_anything_no_row_can_be_ticked(vendor: Cast, sign_in: SignIn) -> None:
    make_account("X-1", "独行", spokesperson=vendor["zhou"])
    assert 'name="rows"' not in page(sign_in("zhou"))
    assert 'name="rows"' in page(sign_in("he"))
