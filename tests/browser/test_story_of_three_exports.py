"""Three complaints that sound alike: a defect is sent to engineers, a need is weighed, a promise is broken by itself."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from proxeny.cases import opening
from proxeny.cases.models import Case, Kind
from proxeny.cases.opening import Opening
from proxeny.core import clock
from proxeny.demand import asking, recording
from proxeny.demand.models import Defect, DefectCase, Request, Told
from proxeny.dispatch.models import Order, Standing
from proxeny.docket import sweeping
from proxeny.promises import promising
from proxeny.promises.models import Promise
from tests.browser.others import People, panel, people, send
from tests.cast import SETTING_UP, Cast
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

__all__ = ["people"]  # a fixture
pytestmark = pytest.mark.browser
IN_A_MONTH = clock.machine_now().date() + timedelta(days=30)


@pytest.fixture
def at(vendor: Cast) -> Works:
    """The teams, their engineers, and a case of 鲁班建材."""
    return ordered.works(vendor)


def known_defect(vendor: Cast) -> Defect:
    return recording.open_defect(
        title="大批量导出超时",
        symptom="导出三十万行报表超时中断",
        workaround="按月份分批导出",
        workaround_risk="跨月的合计要自己再加一遍",
        by=vendor.actor("zhou"),
    )


def complaint(vendor: Cast, text: str, *, of: str = "star_river") -> Case:
    return opening.open_case(getattr(vendor, of), Opening(text=text), by=vendor.actor("zhou"))


def test_a_known_defect_is_one_press_then_urgent_with_the_engineers(people: People, at: Works) -> None:
    defect, case = known_defect(at.vendor), complaint(at.vendor, "导出报表又超时中断了，三十万行")
    zhou = people.at("zhou", f"/cases/{case.number}/")
    triage = panel(zhou, "triage")
    expect(triage).to_contain_text("按月份分批导出")
    case.refresh_from_db()
    assert case.kind == "", "proposed, not set"
    triage.locator("form[action$='/triage/defect/'] button").click()
    zhou.wait_for_load_state("networkidle")
    case.refresh_from_db()
    assert case.kind == Kind.DEFECT
    assert DefectCase.objects.get(case=case).defect == defect

    panel(zhou, "triage").locator("a[href*='orders/new']").click()
    zhou.wait_for_url("**/orders/new/**")
    form = zhou.locator("#order-form")
    expect(form.locator("[name=is_urgent]")).to_be_checked()
    assert "超时中断" in form.locator("[name=symptom]").input_value()
    form.locator("[name=wanted]").fill("导出三十万行时不再中断")
    form.locator("[name=team]").select_option(label="存储组")
    form.locator("button.is-primary").click()
    zhou.wait_for_url("**/orders/*/")
    order = Order.objects.get()
    assert (order.is_urgent, order.about) == (True, str(defect.record))

    zhang = people.at("zhang", f"/orders/{order.number}/", on_a_phone=True)
    expect(zhang.locator(".order-facts")).to_contain_text("三十万行")
    assert zhang.evaluate("document.documentElement.scrollWidth <= innerWidth")
    zhang.locator("form[action$='/acceptance/'] button").click()
    zhang.wait_for_load_state("networkidle")
    order.refresh_from_db()
    assert (order.standing, order.holder) == (Standing.ACCEPTED, at["zhang"])
    expect(panel(people.at("zhou", f"/cases/{case.number}/"), "orders")).to_contain_text("张工")
    expect(people.at("zhang", f"/defects/{defect.pk}/").locator("main")).to_contain_text("按月份分批导出")


def test_a_need_is_noted_with_its_environment_weighed_by_three_and_decided_with_a_day(
    people: People, at: Works
) -> None:
    vendor = at.vendor
    first = asking.ask(
        vendor.luban,
        what="导出超时，想每天自动导出到邮箱",
        environment="86 家门店",
        purpose="早上对账",
        by=vendor.actor("zhou"),
    )
    case = complaint(vendor, "导出超时，能不能每天自动导出到邮箱")
    second = noted_with_what_was_missing(people, case, first)
    given_three_voices(people, first)
    expected_credited_and_decided(people, first)
    for one in (first, second):
        promise = Promise.objects.get(account=one.account)
        assert (promise.by_person, promise.due_on) == (vendor["xu"], IN_A_MONTH)
        zhou = people.at("zhou", f"/requests/{one.pk}/telling/")
        send(zhou, how="call", words="好，月底前有就行")
        expect(zhou.locator("main")).to_contain_text("好，月底前有就行")
    assert Told.objects.filter(ended_at=None).count() == 2
    case.refresh_from_db()
    assert case.kind == Kind.NEED


def noted_with_what_was_missing(people: People, case: Case, first: Request) -> Request:
    """It is the same need as another customer's; the form says what product cannot weigh it without."""
    zhou = people.at("zhou", f"/cases/{case.number}/")
    panel(zhou, "triage").locator("form[action$='/triage/request/'] button").click()
    zhou.wait_for_url("**/requests/new/**")
    expect(zhou.locator(".toast")).to_contain_text("环境")
    for name in ("environment", "purpose"):
        zhou.locator(f"main [name={name}]").evaluate("one => one.removeAttribute('required')")
    send(zhou, what="导出超时，想每天自动导出到邮箱")
    expect(zhou.locator(".field:has([name=environment]) .errorlist")).to_be_visible()
    expect(zhou.locator(".field:has([name=purpose]) .errorlist")).to_be_visible()
    assert Request.objects.count() == 1
    send(zhou, environment="12 个仓库，每天两万单", purpose="夜班结束前把账对完")
    zhou.wait_for_url("**/requests/*/")
    made = Request.objects.exclude(pk=first.pk).get()
    assert (made.case, made.account) == (case, case.account)
    return made


def given_three_voices(people: People, first: Request) -> None:
    """Product, sales and the customer through who speaks for it, each on their own screen."""
    for who, of, stand, words in (
        ("xu", "product", "conditions", "先做每天一次的"),
        ("pan", "sales", "for", "三家连锁都问过"),
        ("zhou", "customer", "for", "店长早上没有时间守着"),
    ):
        page = people.at(who, f"/requests/{first.pk}/")
        page.locator(f"a[href$='/requests/{first.pk}/voices/{of}/']").click()
        page.wait_for_url("**/voices/**")
        send(page, stand=stand, words=words)
        expect(page.locator("main")).to_contain_text(words)


def expected_credited_and_decided(people: People, first: Request) -> None:
    """A yes wants to know what use is expected; whoever helps is credited; then product decides, with reason and day."""
    xu = people.at("xu", f"/requests/{first.pk}/decision/")
    said = {"answer": "yes", "reason": "三家都要，两周的活", "promised_on": IN_A_MONTH.isoformat()}
    send(xu, **said)
    expect(xu.locator("main")).to_contain_text("预期")
    assert not Promise.objects.exists()
    zhou = people.at("zhou", f"/requests/{first.pk}/expected-use/")
    send(zhou, measure="每天自动收到报表的门店", how_many="60", by_day=IN_A_MONTH.isoformat())
    zhou = people.at("zhou", f"/requests/{first.pk}/credit/")
    send(zhou, team="存储组", what_for="给出了定时任务的接口")
    send(people.at("xu", f"/requests/{first.pk}/decision/"), **said)
    pan = people.at("pan", f"/requests/{first.pk}/")
    for seen in ("三家都要，两周的活", "存储组", "给出了定时任务的接口"):
        expect(pan.locator("main")).to_contain_text(seen)


def test_a_promise_is_broken_the_day_after_on_every_screen_and_nobody_reported_it(
    people: People, vendor: Cast
) -> None:
    today = clock.today()
    late, still = (
        promising.promise(
            vendor.luban,
            what=what,
            made_on=today - timedelta(days=60),
            due_on=due,
            by_name="秦副总",
            by=vendor.actor("zhou"),
        )
        for what, due in (
            ("导出超时月底修好", today - timedelta(days=1)),
            ("导出超时的补偿今天到账", today),
        )
    )
    case = complaint(vendor, "导出超时，说好月底修好的", of="luban")
    sweeping.sweep(today, by=SETTING_UP)
    zhou = people.at("zhou", f"/cases/{case.number}/")
    triage = panel(zhou, "triage")
    expect(triage.locator("form[action$='/triage/promise/']")).to_have_count(1)
    triage.locator("form[action$='/triage/promise/'] button").click()
    zhou.wait_for_load_state("networkidle")
    case.refresh_from_db()
    assert case.kind == Kind.BROKEN_PROMISE
    owed = panel(zhou, "owed").locator(".evidence")
    expect(owed.filter(has_text="导出超时月底修好")).to_contain_text("已违约")
    expect(owed.filter(has_text="补偿今天到账")).not_to_contain_text("已违约")
    for who in ("zhou", "he", "pan", "tang"):
        expect(people.at(who, f"/promises/{late.pk}/").locator("header.head")).to_contain_text("已违约")
        expect(people.at(who, f"/promises/{still.pk}/").locator("header.head")).not_to_contain_text("已违约")
    for who in ("zhou", "he"):
        docket = people.at(who, "/")
        expect(docket.locator("[data-row]").filter(has_text="导出超时月底修好")).to_have_count(1)
