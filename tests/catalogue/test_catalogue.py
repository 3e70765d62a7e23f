"""Products and modules: added, changed, tied, retired, each on record and each taken back; and nothing for outsiders."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from proxeny.accounts.changing import texts
from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.catalogue import modules, products, tying
from proxeny.catalogue.fields import OF_MODULES, OF_PRODUCTS, Names
from proxeny.catalogue.models import Module, ModuleTie, Product
from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import Cast
from tests.catalogue.stocked import Stock


def ties(module: Module) -> set[tuple[str, str]]:
    return set(module.ties.values_list("tie", "other__name"))


def refusal(act: Callable[[], object], field: str) -> str:
    with pytest.raises(ValidationError) as refused:
        act()
    return str(refused.value.message_dict[field][0])


def test_a_product_is_added_with_all_that_is_said_of_it(vendor: Cast) -> None:
    made = products.add(
        name=" 数据  中台 ",
        also_called="数据平台、DataHub，数据平台",
        editions=["标准版"],
        by=vendor.actor("xu"),
    )
    made.refresh_from_db()
    assert (made.name, made.also_called, made.editions) == ("数据 中台", ["数据平台", "DataHub"], ["标准版"])
    [line] = reading.about(made.record, most=5)
    assert line.kind == "product.added"


@pytest.mark.parametrize("name", ["数据中台", "ｄａｔａｈｕｂ", ""])
def test_a_name_that_another_product_has_is_refused(vendor: Cast, there: Stock, name: str) -> None:
    assert refusal(lambda: products.add(name=name, by=vendor.actor("he")), "name")


def test_a_change_is_kept_and_taken_back(vendor: Cast, there: Stock) -> None:
    made = products.change(there.till, {"name": "收银台", "about": "门店收款"}, by=vendor.actor("he"))
    assert Product.objects.get(pk=there.till.pk).name == "收银台"
    products.take_back(there.till, made.sequence or 0, by=vendor.actor("he"))
    assert texts(OF_PRODUCTS, Product.objects.get(pk=there.till.pk)) == texts(OF_PRODUCTS, there.till)


def test_two_who_change_the_same_do_not_overwrite_each_other(vendor: Cast, there: Stock) -> None:
    seen = texts(OF_PRODUCTS, there.till)
    products.change(there.till, {"about": "门店收款"}, by=vendor.actor("he"), seen=seen)
    with pytest.raises(Conflict):
        products.change(there.till, {"about": "前台"}, by=vendor.actor("xu"), seen=seen)
    assert Product.objects.get(pk=there.till.pk).about == "门店收款"


def test_what_was_changed_since_is_not_taken_back(vendor: Cast, there: Stock) -> None:
    first = products.change(there.till, {"about": "门店收款"}, by=vendor.actor("he"))
    products.change(there.till, {"about": "前台"}, by=vendor.actor("xu"))
    with pytest.raises(Overtaken):
        products.take_back(there.till, first.sequence or 0, by=vendor.actor("he"))


def test_a_module_is_kept_with_all_that_adopting_it_takes(vendor: Cast, there: Stock) -> None:
    made = modules.add(
        there.hub, name="自助分析", provides=["自助取数", "自动汇总"], editions=["企业版"], needs=[there.reports, there.feeds],
        excludes=there.lines, days_to_adopt=15, cost="80000.5", adoption_risk="middle", risk_because="要业务自己建模",
        by=vendor.actor("xu"),
    )  # fmt: skip
    made = Module.objects.get(pk=made.pk)
    assert (made.days_to_adopt, made.cost) == (15, Money.of(Decimal("80000.50"), "CNY"))
    assert set(made.provides.values_list("name", flat=True)) == {"自助取数", "自动汇总"}
    assert ties(made) == {("needs", "报表"), ("needs", "数据接口"), ("excludes", "专线")}
    assert ties(there.lines) == {("excludes", "自助分析")}


def test_of_two_that_exclude_each_other_both_are_freed_at_once(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("he")
    made = modules.change(there.reports, {"excludes": "专线"}, by=by)
    assert ties(there.lines) == {("excludes", "报表")}
    modules.change(there.lines, {"excludes": ""}, by=by)
    assert ties(there.reports) == ties(there.lines) == set()
    with pytest.raises(NotFound):
        modules.take_back(there.reports, made.sequence or 0, by=vendor.actor("xu"))
    modules.take_back(there.reports, made.sequence or 0, by=by)
    assert not ModuleTie.objects.exists()


def test_a_module_that_needs_what_it_excludes_is_refused_with_the_way_that_leads_there(
    vendor: Cast, there: Stock
) -> None:
    by = vendor.actor("he")
    modules.change(there.reports, {"needs": [there.feeds]}, by=by)
    modules.change(there.feeds, {"needs": "数据中台 · 专线"}, by=by)
    said = refusal(lambda: modules.change(there.lines, {"excludes": "报表"}, by=by), "excludes")
    assert said == "“报表” would need what it excludes, “专线”: 报表 → 数据接口 → 专线. It could not be had."
    assert not ModuleTie.objects.filter(tie="excludes").exists()


def test_a_change_may_not_make_another_module_impossible(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("he")
    modules.add(there.hub, name="套件", needs=[there.feeds, there.lines], by=by)
    said = refusal(lambda: modules.change(there.feeds, {"excludes": "专线"}, by=by), "excludes")
    assert "套件 → 数据接口" in said
    assert "套件 → 专线" in said


def test_a_module_is_not_tied_to_itself_nor_to_one_that_is_not_there(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("he")
    assert "itself" in refusal(lambda: modules.change(there.lines, {"needs": "专线"}, by=by), "needs")
    assert "没有的" in refusal(lambda: modules.change(there.lines, {"needs": "没有的"}, by=by), "needs")


def test_what_is_still_needed_cannot_be_retired(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("he")
    modules.change(there.reports, {"needs": "数据接口"}, by=by)
    with pytest.raises(ValidationError, match="报表"):
        modules.retire(there.feeds, by=by)
    modules.retire(there.reports, by=by)
    assert modules.retire(there.feeds, by=by).retired_at
    assert modules.restore(there.feeds, by=by).retired_at is None


def test_a_product_is_retired_and_sold_again(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("tang")
    assert products.retire(there.till, by=by).retired_at
    products.retire(there.till, by=by)
    assert products.restore(there.till, by=by).retired_at is None
    kinds = [line.kind for line in reading.about(there.till.record, most=9)]
    assert kinds == ["product.restored", "product.retired", "product.added"]


@pytest.mark.parametrize("outsider", ["zhou", "pan", "zhang", "shen", "nobody"])
def test_who_only_reads_the_catalogue_changes_nothing(vendor: Cast, there: Stock, outsider: str) -> None:
    by = vendor.actor(outsider)
    acts: list[Callable[[], object]] = [
        lambda: products.add(name="新的", by=by),
        lambda: products.change(there.till, {"about": "x"}, by=by),
        lambda: products.retire(there.till, by=by),
        lambda: products.restore(there.till, by=by),
        lambda: modules.add(there.hub, name="新的", by=by),
        lambda: modules.change(there.lines, {"about": "x"}, by=by),
        lambda: modules.retire(there.lines, by=by),
        lambda: modules.restore(there.lines, by=by),
    ]
    for act in acts:
        with pytest.raises(NotFound):
            act()


@given(st.lists(st.text(max_size=12), max_size=8))
def test_names_come_back_as_they_are_told(parts: list[str]) -> None:
    field = Names("also_called")
    once = field.read("\n".join(parts), None)
    assert field.read(field.tell(once, None), None) == once


def test_the_fields_of_a_module_are_read_as_they_are_told(vendor: Cast, there: Stock) -> None:
    modules.change(
        there.reports, {"needs": "数据接口", "cost": "1200", "provides": "a\nb"}, by=vendor.actor("he")
    )
    row = tying.load(Module.objects.get(pk=there.reports.pk))
    said = texts(OF_MODULES, row)
    assert said["needs"] == "数据中台 · 数据接口"
    assert not modules.change(there.reports, said, by=vendor.actor("he"))
    assert row.added_at <= clock.now() + timedelta(minutes=1)
