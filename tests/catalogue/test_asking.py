"""出什么事找哪个技术部门: a symptom before a module before the product, with who is on duty and when they work."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from proxeny.catalogue import keeping_hours, owning, products, turns
from proxeny.catalogue.asking import recognised, whom
from proxeny.catalogue.matching import Said, same
from proxeny.core import clock
from proxeny.identity import teaming
from tests.cast import SETTING_UP, Cast
from tests.catalogue.stocked import Stock, owned

MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # ten in the morning in Shanghai
WORDS = st.lists(
    st.sampled_from(["导出", "超时", "卡死", "timeout", "API", "502", "慢"]), min_size=1, max_size=4
)


def teams(found: list[object]) -> list[str]:
    return [one.team.name for one in found]  # type: ignore[attr-defined]


def test_a_symptom_goes_before_its_module_and_that_before_the_product(vendor: Cast, there: Stock) -> None:
    owned(vendor, there)
    found = whom(there.hub, there.reports, "客户导出运单报表，总是超时")
    assert teams(found) == ["网络组", "存储组", "平台组"]
    assert [one.rank for one in found] == [0, 1, 2]
    assert found[0].because.here() == "“导出 超时” in 数据中台 · 报表 is theirs"
    assert found[2].because.here() == "数据中台 is theirs, whatever it is"


def test_without_a_product_those_that_the_text_names_count(vendor: Cast, there: Stock) -> None:
    owned(vendor, there)
    assert teams(whom(None, None, "DataHub 打不开")) == ["平台组"]
    assert teams(whom(None, None, "报表里少了一列")) == ["存储组", "平台组"]
    assert teams(whom(None, None, "导出又超时了")) == ["网络组"]
    assert whom(None, None, "钱箱弹不开") == []


def test_what_shows_in_another_product_than_the_named_one_stands_last(vendor: Cast, there: Stock) -> None:
    owned(vendor, there)
    owning.own(there.till, team=there.platform, by=vendor.actor("he"))
    found = whom(None, None, "收银导出超时")
    assert teams(found) == ["平台组", "网络组"]
    assert found[1].rank == 3


def test_what_has_ended_is_not_asked_any_more(vendor: Cast, there: Stock) -> None:
    owned(vendor, there)
    owning.end(there.hub.owners.get(team=there.network), by=vendor.actor("he"))
    assert teams(whom(there.hub, None, "导出超时")) == ["平台组"]


def test_a_retired_product_still_has_its_team(vendor: Cast, there: Stock) -> None:
    owned(vendor, there)
    products.retire(there.hub, by=vendor.actor("he"))
    assert teams(whom(there.hub, None, "")) == ["平台组"]


def test_it_says_who_is_on_duty_who_heads_the_team_and_until_when_they_work(
    vendor: Cast, there: Stock
) -> None:
    owned(vendor, there)
    teaming.join(there.platform, vendor["zhang"], by=SETTING_UP)
    turns.set_rota(there.platform, [vendor["zhang"]], begins_on=date(2026, 11, 1), by=vendor.actor("he"))
    keeping_hours.set_hours(there.network, around_the_clock=True, by=vendor.actor("he"))
    with clock.at(MONDAY):
        network, storage, platform = whom(there.hub, there.reports, "导出超时")
        assert (platform.on_duty, platform.head) == (vendor["zhang"], vendor["xu"])
        assert (storage.on_duty, network.head) == (None, None)
        assert platform.is_open_now
        assert platform.changes_at == datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # the midday break
        assert (network.is_open_now, network.changes_at) == (True, None)
    with clock.at(datetime(2026, 11, 22, 2, 0, tzinfo=UTC)):  # a Sunday
        platform = whom(there.hub, None, "")[0]
        assert not platform.is_open_now
        assert platform.changes_at == datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def test_asking_costs_the_same_however_many_answer(
    vendor: Cast, there: Stock, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    owned(vendor, there)
    turns.set_rota(there.platform, [vendor["xu"]], begins_on=date(2026, 11, 1), by=vendor.actor("he"))
    with django_assert_max_num_queries(8):
        assert len(whom(there.hub, there.reports, "导出超时")) == 3


def test_products_and_modules_are_recognised_by_any_of_their_names(there: Stock) -> None:
    assert recognised("datahub") == (there.hub, None)
    assert recognised("ＤＡＴＡＨＵＢ", "报表") == (there.hub, there.reports)
    assert recognised("", "报表") == (there.hub, there.reports)
    assert recognised("别的产品", "没有的模块") == (None, None)
    assert recognised("") == (None, None)


@pytest.mark.parametrize(
    ("words", "text", "is_there"),
    [
        ("导出超时", "导出运单报表超时", False),
        ("导出 超时", "导出运单报表超时", True),
        ("time out", "Time, then out", True),
        ("port", "export", False),
        ("502", "HTTP 15021", False),
        ("API超时", "ａｐｉ 又超时", True),
        ("……", "……", False),
    ],
)
def test_words_are_found_as_search_cuts_them(words: str, text: str, is_there: bool) -> None:
    assert Said(text).holds(words) is is_there


@settings(deadline=None)
@given(WORDS, st.text(max_size=20), st.text(max_size=20), st.randoms())
def test_a_text_that_has_all_words_holds_the_symptom_in_whatever_order(
    words: list[str], before: str, behind: str, chance: st.DrawFn
) -> None:
    said = list(words)
    chance.shuffle(said)  # type: ignore[attr-defined]
    assert Said(f"{before} {' '.join(said)} {behind}").holds(" ".join(words))


@settings(deadline=None)
@given(WORDS, WORDS)
def test_a_text_that_lacks_a_word_does_not_hold_the_symptom(asked: list[str], text: list[str]) -> None:
    assert Said(" ".join(text)).holds(" ".join(asked)) == (set(asked) <= set(text))


@settings(deadline=None)
@given(WORDS)
def test_of_several_that_are_there_the_most_particular_is_met(words: list[str]) -> None:
    longest = Said(" ".join(words)).first_of([*words, "不在里面"])
    assert len(longest) == max(map(len, words))


@settings(deadline=None)
@given(st.text(max_size=30))
def test_a_name_is_the_same_whatever_its_case_and_blanks(name: str) -> None:
    assert same(name, f"  {name}  ")
