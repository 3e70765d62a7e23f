"""Cases as people live through them: sent back, two views, three that look alike, who asks and who pays."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from proxeny.accounts import contacting
from proxeny.accounts.models import Contact
from proxeny.cases import framing, opening
from proxeny.cases.models import Case, PassedOver, Step
from proxeny.cases.opening import Opening
from proxeny.core import clock
from proxeny.demand import asking, recording
from proxeny.knowledge.models import Article
from proxeny.promises import promising
from tests.browser.conftest import sign_in
from tests.cast import Cast

pytestmark = pytest.mark.browser
SOON = (clock.today() + timedelta(days=3)).isoformat()


def at(page: Page, case: Case, way: str = "") -> None:
    page.goto(f"/cases/{case.number}/{way}")
    page.wait_for_load_state("networkidle")


def keep(page: Page) -> None:
    page.locator("#proposal-place form button.is-primary").click()
    page.wait_for_load_state("networkidle")


def test_a_question_sent_back_stays_in_problem_state_until_there_is_a_path(page: Page, vendor: Cast) -> None:
    ji = contacting.add(vendor.luban, {"name": "纪舒"}, by=vendor.actor("he"))
    words = Opening(text="Confluence 的表格编辑比你们顺手太多了", reporter=ji)
    case = opening.open_case(vendor.luban, words, by=vendor.actor("zhou"))
    sign_in(page, "zhou")
    at(page, case)
    expect(page.locator(".course-state")).to_contain_text("问题状态")
    for refusal in (
        "我给您一份功能对比，其实我们是支持的。",
        "我问下产品未来规划。",
        "您可以用行政命令强推。",
        "这个不支持。",
    ):
        page.locator("#composer-text").fill(refusal)
        expect(page.locator("[data-remark=returns-the-question] [data-composer-way]")).to_have_count(3)
        page.locator("#composer-text").fill("")
        expect(page.locator("[data-remark]")).to_have_count(0)
    page.locator("#composer-text").fill("不支持 IE，我们下周三前给您 Edge 的方案，由王工负责。")
    expect(page.locator("[data-remark=promise]")).to_be_visible()
    expect(page.locator("[data-remark=returns-the-question]")).to_have_count(0)
    page.locator("#composer-text").fill("这个不支持。")
    expect(page.locator("[data-remark=returns-the-question]")).to_be_visible()
    with page.expect_response("**/messages/"):
        page.locator("[data-composer-send]").click()
    expect(page.locator(".remark-anyway[open]")).to_be_visible()
    page.locator("#reason-returns-the-question").fill("电话里已经说好了怎么办")
    page.locator("[data-composer-send]").click()
    expect(page.locator(".talk-passed")).to_contain_text("电话里已经说好了怎么办")
    assert PassedOver.objects.get().by == vendor["zhou"]
    at(page, case)
    expect(page.locator(".course-state")).to_contain_text("问题状态")
    page.locator(".course-next a[href*='sort=path']").click()
    form = page.locator("#proposal-place form")
    form.locator("[name=text]").fill("给出表格编辑的替代做法")
    form.locator("[name=owner_name]").fill("王工")
    form.locator("[name=due_on]").fill(SOON)
    keep(page)
    expect(page.locator(".course-state")).to_contain_text("方案状态")
    expect(page.locator(".way")).to_contain_text("王工")


def look_from_both_sides(page: Page, case: Case) -> None:
    told = {"business": ("先改价再收款，账是对的", "每单多点一下"), "product": ("两步共用一张单据锁", "")}
    for side, (answer, clumsier) in told.items():
        at(page, case, f"views/{side}/")
        page.locator("main [name=answer]").fill(answer)
        page.locator("main [name=clumsier]").fill(clumsier)
        page.locator("main form button.is-primary").click()
        page.wait_for_load_state("networkidle")


def test_business_first_then_product_and_a_case_ends_with_what_was_learned(page: Page, vendor: Cast) -> None:
    case = opening.open_case(
        vendor.star_river, Opening(text="收着钱就得改价，两个不能一起做"), by=vendor.actor("zhou")
    )
    sign_in(page, "zhou")
    look_from_both_sides(page, case)
    at(page, case)
    page.locator("#panel-views").scroll_into_view_if_needed()
    page.locator("form[action$='/views/reply/'] button").click()
    page.wait_for_load_state("networkidle")
    reply = page.locator("#composer-text").input_value()
    assert reply.index("先改价再收款") < reply.index("单据锁")
    page.locator("#composer-text").fill("先改价再收款，账是对的；卡片我已经贴在机器旁。")
    page.locator("[data-composer-send]").click()
    expect(page.locator(".talk-message.is-customer")).to_contain_text("卡片")
    at(page, case, "proposals/new/?sort=path")
    page.locator("#proposal-place [name=text]").fill("教档口先改价再收款")
    page.locator("#proposal-place [name=due_on]").fill(SOON)
    keep(page)
    at(page, case, "solution/")
    page.locator("#proposal-place [name=how]").fill("改成先改价后收款")
    page.locator("#proposal-place [name=word]").fill("行，今早没排队")
    keep(page)
    expect(page.locator("#proposal-place .banner")).to_contain_text("还差")
    page.locator("#proposal-place [name=reason]").fill("现场一起看的")
    keep(page)
    expect(page.locator(".solution")).to_contain_text("行，今早没排队")
    expect(page.locator(".track-step.is-skipped")).to_have_count(1)
    at(page, case, "classification/cause/")
    page.locator("[name=value]").select_option("product")
    page.locator("form:has([name=value]) button.is-primary").click()
    page.wait_for_load_state("networkidle")
    at(page, case, "learning/")
    for name, text in (
        ("why", "单据锁设计成串行"),
        ("why_so", "当天能用"),
        ("next_time", "培训里先教这一步"),
    ):
        page.locator(f"#proposal-place [name={name}]").fill(text)
    keep(page)
    assert Case.objects.get(pk=case.pk).step == Step.DONE
    page.locator("form[action$='/article/'] button").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main")).to_contain_text("培训里先教这一步")
    assert Article.objects.get().source == str(case.record)


def test_three_complaints_that_look_alike_are_told_apart_by_what_is_known(page: Page, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    recording.open_defect(
        title="大批量导出超时", symptom="导出三十万行报表超时中断", workaround="按月份分批导出", by=zhou
    )
    asking.ask(
        vendor.luban,
        what="导出超时，想每天自动导出到邮箱",
        environment="86 家门店",
        purpose="早上对账",
        by=zhou,
    )
    promising.promise(
        vendor.star_river,
        what="导出超时三月底修好",
        made_on=clock.today() - timedelta(days=60),
        due_on=clock.today() - timedelta(days=30),
        by_name="潘磊",
        by=zhou,
    )
    case = opening.open_case(vendor.star_river, Opening(text="导出报表又超时了"), by=zhou)
    sign_in(page, "zhou")
    at(page, case)
    panel = page.locator("#panel-resembling")
    panel.scroll_into_view_if_needed()
    for known in ("大批量导出超时", "每天自动导出到邮箱", "导出超时三月底修好"):
        expect(panel).to_contain_text(known)
    expect(panel).to_contain_text("按月份分批导出")
    assert Case.objects.get(pk=case.pk).kind == "", "nothing is set by itself"
    panel.locator("a[href*='value=broken-promise']").click()
    form = page.locator("form:has([name=value])")
    expect(form.locator("[name=value]")).to_have_value("broken-promise")
    form.locator("button.is-primary").click()
    page.wait_for_load_state("networkidle")
    assert Case.objects.get(pk=case.pk).kind == "broken-promise"


def test_the_one_who_asks_is_not_the_one_who_decides_nor_the_one_who_pays(page: Page, vendor: Cast) -> None:
    he, zhou = vendor.actor("he"), vendor.actor("zhou")
    junior, head, boss = (
        contacting.add(vendor.luban, {"name": name, "part": part}, by=he)
        for name, part in (
            ("柏小满", Contact.Part.IT),
            ("安知远", Contact.Part.IT),
            ("屠文石", Contact.Part.BOSS),
        )
    )
    case = opening.open_case(vendor.luban, Opening(text="试一下你们那个新功能", reporter=junior), by=zhou)
    people = {"asked_by": junior, "on_behalf_of": head, "decides": head, "pays": boss}
    spelt = {name: f"contact:{one.pk}" for name, one in people.items()}
    framing.frame(case, {**spelt, "hoped_conclusion": "总监想尝个新鲜"}, by=zhou)
    sign_in(page, "zhou")
    at(page, case)
    who = page.locator(".who")
    for word in ("柏小满", "安知远", "屠文石", "总监想尝个新鲜"):
        expect(who).to_contain_text(word)
    briefs = {}
    for to in ("asked-by", "decides", "pays"):
        at(page, case, f"briefs/?to={to}")
        briefs[to] = page.locator("main").inner_text()
    assert len(set(briefs.values())) == 3, "each reader is led by what that reader needs"


def test_who_sells_to_the_customer_sees_the_case_and_nothing_of_what_is_said_inside(
    page: Page, vendor: Cast
) -> None:
    case = opening.open_case(vendor.luban, Opening(text="明年的价格能不能再谈"), by=vendor.actor("zhou"))
    sign_in(page, "zhou")
    at(page, case)
    page.keyboard.press("n")
    expect(page.locator("#composer")).to_have_attribute("data-audience", "note")
    page.locator("#composer-text").fill("采购在压价，先别接")
    page.locator("[data-composer-send]").click()
    expect(page.locator(".talk-message.is-note")).to_contain_text("采购在压价")
    page.goto("about:blank")
    page.context.clear_cookies()
    sign_in(page, "pan")
    at(page, case)
    expect(page.locator(".talk")).to_contain_text("明年的价格能不能再谈")
    expect(page.locator("body")).not_to_contain_text("采购在压价")
    expect(page.locator(".who")).to_have_count(0)
    page.goto("/search/?q=采购在压价")
    expect(page.locator("main")).not_to_contain_text("先别接")
