"""Searching: what is found, how it is shown, and what nobody learns who may not see it."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client

from proxeny.accounts.models import Contact
from proxeny.cases import opening, writing
from proxeny.cases.models import Audience, Case
from proxeny.cases.opening import Opening
from proxeny.cases.writing import Writing
from proxeny.core import clock
from proxeny.demand import asking as demanding
from proxeny.demand import recording
from proxeny.identity.models import Staff
from proxeny.knowledge import drafting, publishing
from proxeny.promises import promising
from proxeny.search import finding
from proxeny.web.search import looking
from proxeny.web.search.days import day_of
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
OUTSIDERS = ("lin", "nobody", "zhang", "xu")


@pytest.fixture(autouse=True)
def _sizes_are_counted_anew() -> None:
    finding.forget_sizes()


@pytest.fixture(autouse=True)
def _everybody_reads_english(vendor: Cast) -> None:
    Staff.objects.update(language="en")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opened(vendor, "客户要求全额退款并道歉")


def opened(vendor: Cast, text: str, **more: object) -> Case:
    return opening.open_case(vendor.luban, Opening(text=text, **more), by=vendor.actor("zhou"))


def page(client: Client, typed: str, **more: object) -> str:
    answer = client.get("/search/", {"q": typed, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def found(client: Client, typed: str, **more: object) -> str:
    """What the page shows of results, without the field (which holds what was typed) and without markup."""
    part = page(client, typed, **more).partition('id="found"')[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", part)).split())


def titles(client: Client, typed: str, **more: object) -> list[str]:
    links = re.findall(r'class="row-link row-title" href="[^"]*">(.*?)</a>', page(client, typed, **more))
    return [re.sub(r"<[^>]*>", "", one) for one in links]


def test_a_case_stands_once_with_its_passages_and_a_message_leads_to_its_place(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    first = writing.write(case, Writing(Audience.CUSTOMER, "退款流程如下:先填表。"), by=vendor.actor("zhou"))
    writing.write(case, Writing(Audience.NOTE, "他们上次也要退款。"), by=vendor.actor("zhou"))
    shown = page(sign_in("zhou"), "退款")
    assert titles(sign_in("zhou"), "退款") == [f"{case.number} {case.title}"]
    assert f"/cases/{case.number}/#message-{first.pk}" in shown
    assert "<mark>退款</mark>流程如下" in shown


def test_what_is_written_is_escaped_between_the_marks(vendor: Cast, sign_in: SignIn) -> None:
    opened(vendor, "<script>alert(1)</script> 退款 <b>")
    shown = page(sign_in("zhou"), "退款")
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>退款</mark>" in shown


def test_sales_find_what_went_to_the_customer_and_nothing_from_inside(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    writing.write(case, Writing(Audience.CUSTOMER, "我们周五前答复"), by=vendor.actor("zhou"))
    writing.write(case, Writing(Audience.NOTE, "销售乱承诺惹的祸"), by=vendor.actor("zhou"))
    assert titles(sign_in("pan"), "周五前")
    assert titles(sign_in("zhou"), "乱承诺")
    assert not titles(sign_in("pan"), "乱承诺")
    assert "祸" not in found(sign_in("pan"), "乱承诺惹的祸 退款"), "nor as what comes nearest"


def test_a_confidential_case_is_there_for_nobody_outside_the_channel(vendor: Cast, sign_in: SignIn) -> None:
    opened(vendor, "私下投诉交付经理酗酒", is_confidential=True)
    assert titles(sign_in("zhou"), "酗酒")
    for who in ("pan", "shen", *OUTSIDERS):
        for typed in ("酗酒", "投诉 酗酒 经理", "in:事件单 酗酒", "客户:鲁班 酗酒"):
            shown = found(sign_in(who), typed)
            assert not titles(sign_in(who), typed)
            assert "count" not in shown
            assert "交付经理" not in shown


@pytest.mark.parametrize(
    "typed", ["退款", "客户:鲁班 退款", "状态:问题", "in:消息 流程", "luban", "退款 没有的词", "郑成功"]
)
def test_an_outsider_learns_nothing_by_hits_counts_names_or_what_is_near(
    case: Case, vendor: Cast, sign_in: SignIn, typed: str
) -> None:
    now = clock.now()
    Contact.objects.create(account=vendor.luban, name="郑成功", added_at=now, changed_at=now)
    writing.write(case, Writing(Audience.CUSTOMER, "流程如下,请看"), by=vendor.actor("zhou"))
    assert titles(sign_in("zhou"), typed) or "Nearest" in found(sign_in("zhou"), typed)
    for outsider in OUTSIDERS:
        shown = page(sign_in(outsider), typed).partition('id="found"')[2]
        assert not titles(sign_in(outsider), typed), outsider
        assert "row-title" not in shown
        assert 'class="count"' not in shown


def known(vendor: Cast) -> None:
    """An article, a defect, a promise and a request that hold the same word."""
    zhou = vendor.actor("zhou")
    article = drafting.draft(title="导出超时怎么办", body="分批导出", by=zhou)
    publishing.publish(article, by=zhou)
    recording.open_defect(title="导出大文件超时", symptom="点导出后一直转圈", by=zhou)
    promising.promise(vendor.luban, what="三月底修好导出", by_name="周雨", due_on=date(2027, 3, 31), by=zhou)
    demanding.ask(vendor.luban, what="断点续导出", environment="内网", purpose="月报", by=zhou)


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("zhou", {"导出超时怎么办", "导出大文件超时", "三月底修好导出", "断点续导出"}),
        ("pan", {"导出超时怎么办", "导出大文件超时", "三月底修好导出", "断点续导出"}),
        ("lin", {"导出超时怎么办", "导出大文件超时"}),
        ("xu", {"导出大文件超时", "断点续导出"}),
        ("zhang", {"导出大文件超时"}),
        ("nobody", set()),
    ],
)
def test_each_finds_of_every_kind_what_is_open_to_them(
    vendor: Cast, sign_in: SignIn, who: str, seen: set[str]
) -> None:
    known(vendor)
    assert set(titles(sign_in(who), "导出")) == seen
    for scope in ("article", "defect", "promise", "request"):
        assert set(titles(sign_in(who), f"in:{scope} 导出")) <= seen
    if len(seen) < 4:
        assert "三月底" not in found(sign_in(who), "三月底修好导出的那个承诺")


def test_filters_narrow_in_both_languages_and_both_styles_of_days(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    client = sign_in("zhou")
    Case.objects.filter(pk=case.pk).update(priority=1, kind="defect")
    for typed in (
        "客户:鲁班",
        "customer:luban",
        "客户:lbjc",
        "状态:问题状态",
        "state:problem",
        "状态:问题",
        "步骤:响应",
        "step:respond",
        "优先级:P1",
        "priority:1",
        "负责:我",
        "owner:me",
        "owner:周雨",
        "类型:缺陷",
        "kind:defect",
        "after:2026-11-22",
        "之后:11月1日",
        "before:2026年12月1日",
        "之前:2027/1/1",
        "in:case",
        "范围:事件单",
    ):
        assert titles(client, f"{typed} 退款") == [f"{case.number} {case.title}"], typed
    for typed in (
        "客户:星河",
        "state:closed",
        "状态:等客户",
        "步骤:输出方案",
        "优先级:P4",
        "owner:林可",
        "类型:故障",
    ):
        assert not titles(client, f"{typed} 退款"), typed
    for typed in ("before:2026-11-22", "之前:11月22日", "after:2026-11-23"):
        assert not titles(client, f"{typed} 退款"), typed


def test_a_value_that_means_nothing_is_said_plainly_and_left_out(case: Case, sign_in: SignIn) -> None:
    client = sign_in("zhou")
    for typed in (
        "状态:胡说",
        "before:someday",
        "客户:查无此人查无",
        "owner:谁谁",
        "in:nowhere",
        "优先级:P9",
        "kind:xx",
        "步骤:q",
    ):
        assert titles(client, f"{typed} 退款") == [f"{case.number} {case.title}"], typed
        assert typed.partition(":")[2] in found(client, f"{typed} 退款"), typed


def test_filters_alone_list_the_latest_first(vendor: Cast, sign_in: SignIn) -> None:
    for text in ("甲的事", "乙的事"):
        opened(vendor, text)
    assert [one.split()[1] for one in titles(sign_in("zhou"), "客户:鲁班 状态:问题")] == ["乙的事", "甲的事"]


def test_where_nothing_holds_all_words_the_nearest_are_shown_and_said_to_be_so(
    case: Case, sign_in: SignIn
) -> None:
    shown = found(sign_in("zhou"), "退款 道歉 飞机")
    assert "Nothing holds all of these words" in shown
    assert str(case.number) in shown


def test_a_word_that_names_a_customer_becomes_an_offer_to_look_there(case: Case, sign_in: SignIn) -> None:
    shown = found(sign_in("zhou"), "鲁班 退款")
    assert "鲁班建材" in shown


def test_customers_and_people_are_found_by_pinyin_and_lead_to_their_page(
    vendor: Cast, sign_in: SignIn
) -> None:
    assert titles(sign_in("zhou"), "lbjc") == ["鲁班建材"]
    assert titles(sign_in("zhou"), "in:case lbjc") == []


def test_results_come_in_pages_and_counts_are_honest(
    vendor: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(25):
        opened(vendor, f"导出第{number}次失败")
    client = sign_in("zhou")
    assert len(titles(client, "导出")) == looking.ON_A_PAGE
    assert len(titles(client, "导出", page=2)) == 5
    monkeypatch.setattr(finding, "LOOKED_AT", 10)
    writing.write(Case.objects.first(), Writing(Audience.NOTE, "导出又坏"), by=vendor.actor("zhou"))
    assert re.search(r"\d\+", found(client, "导出"))
    assert "than can be ranked" in found(client, "导出")


def test_while_a_filter_is_typed_its_values_are_offered(sign_in: SignIn) -> None:
    client = sign_in("zhou")
    assert 'class="chip"' in page(client, "state:")
    assert "closed" in found(client, "退款 state:cl")
    assert 'class="chip"' not in page(client, "退款 state:closed")
    assert "customer:" in found(client, "cus") or "客户:" in found(client, "cus")


def test_a_live_search_answers_only_what_was_found(case: Case, sign_in: SignIn) -> None:
    answer = sign_in("zhou").get("/search/", {"q": "退款"}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in answer
    assert str(case.number) in answer


@pytest.mark.parametrize(
    "typed",
    ["", "  ", '"', "''", "客户:", "a:b:c:", "。", "退款" * 500, "\x00", "in:", "%_*", "之前:2026-99-99"],
)
def test_whatever_is_typed_is_answered(case: Case, sign_in: SignIn, typed: str) -> None:
    for page_number in ("1", "0", "x", "99999"):
        page(sign_in("zhou"), typed, page=page_number)


def test_a_day_without_a_year_is_the_latest_such_day() -> None:
    today = date(2026, 11, 22)
    assert day_of("12月1日", today) == date(2025, 12, 1)
    assert day_of("1 Nov", today) == day_of("Nov 1", today) == date(2026, 11, 1)
    assert day_of("昨天", today) == today - timedelta(days=1)
    assert day_of("2026-13-01", today) is day_of("soon", today) is None
