from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from proxeny.accounts.models import Account, Contact, Contract, ContractLine
from proxeny.core import clock
from proxeny.judgement import judging
from proxeny.judgement.models import Forecast, Judgement, Question, Swing
from tests.cast import TODAY, Cast, SignIn, make_account
from tests.web.accounts.asking import YESTERDAY, read
from tests.web.accounts.consumed import consume


def test_a_spokesperson_s_list_holds_their_own_customers_and_no_others(
    on_the_day: SignIn, vendor: Cast
) -> None:
    page = read(on_the_day("zhou"), "accounts")
    assert "鲁班建材" in page
    assert "星河物流" in page
    assert "云启科技" not in page


@pytest.mark.parametrize("username", ["xu", "zhang", "nobody"])
def test_those_without_a_dossier_find_no_list(on_the_day: SignIn, vendor: Cast, username: str) -> None:
    assert on_the_day(username).get(reverse("accounts")).status_code == 404


@pytest.mark.parametrize("typed", ["鲁班", "lubanjiancai", "lbjc", "LB-01", "ｌｂｊｃ"])
def test_a_customer_is_found_by_name_pinyin_initials_and_number(
    on_the_day: SignIn, vendor: Cast, typed: str
) -> None:
    page = read(on_the_day("he"), "accounts", q=typed)
    assert "鲁班建材" in page
    assert "星河物流" not in page
    assert "1 of 3 customers" in page


def test_filters_narrow_together(on_the_day: SignIn, vendor: Cast) -> None:
    lead = on_the_day("he")
    assert "星河物流" in read(lead, "accounts", level="strategic", speaker=str(vendor["zhou"].pk))
    assert "星河物流" not in read(lead, "accounts", level="key")
    assert "鲁班建材" in read(lead, "accounts", swing="1")
    assert "星河物流" not in read(lead, "accounts", swing="1")


def test_nobody_found_says_what_to_do(on_the_day: SignIn, vendor: Cast) -> None:
    assert "Nothing fits" in read(on_the_day("he"), "accounts", q="zzz")


def test_an_empty_installation_leads_to_the_import(on_the_day: SignIn, vendor: Cast) -> None:
    for model in (Swing, Forecast, Question, Judgement, ContractLine, Contract, Contact, Account):
        model._default_manager.all().delete()
    assert reverse("imports") in read(on_the_day("he"), "accounts")
    assert "You speak for no customer yet" in read(on_the_day("zhou"), "accounts")


def test_money_comes_from_running_contracts_and_else_from_consumption(
    on_the_day: SignIn, vendor: Cast
) -> None:
    consume(vendor.star_river, YESTERDAY - timedelta(days=399), [100.0] * 400)
    page = read(on_the_day("he"), "accounts", sort="money")
    assert "¥860k" in page
    assert "¥36.5k" in page
    assert page.index("鲁班建材") < page.index("星河物流") < page.index("云启科技")


def test_the_gravest_judgement_comes_first_when_asked(on_the_day: SignIn, vendor: Cast) -> None:
    with clock.on(TODAY):
        judging.judge(vendor.yunqi, band=Judgement.Band.RED, reason="x", by=vendor.actor("lin"))
    page = read(on_the_day("he"), "accounts", sort="judgement")
    assert page.index("云启科技") < page.index("鲁班建材") < page.index("星河物流")


def test_a_list_of_many_is_paged_and_costs_no_more_queries_a_row(
    on_the_day: SignIn, consumed: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        one = make_account(f"N-{number:02}", f"客户{number:02}", spokesperson=consumed["lin"])
        judging.judge(one, band=Judgement.Band.GREEN, reason="x", by=consumed.actor("lin"))
    lead = on_the_day("he")
    read(lead, "accounts")  # the figures of the day are taken once
    with django_assert_max_num_queries(33):
        first = read(lead, "accounts")
    assert first.count("<tr data-row>") == 50
    assert read(lead, "accounts", page="2").count("<tr data-row>") == 13
    with django_assert_max_num_queries(40):
        assert read(lead, "accounts", sort="money", page="2").count("<tr data-row>") == 13


def test_the_export_runs_no_formula(on_the_day: SignIn, vendor: Cast) -> None:
    make_account("=1+1", "@SUM(A1)", spokesperson=vendor["lin"])
    text = read(on_the_day("he"), "accounts-export")
    assert "'=1+1,'@SUM(A1)," in text
