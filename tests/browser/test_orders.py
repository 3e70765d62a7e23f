"""A fault goes round the teams and comes to rest: lived as spokesperson, three engineers, head of a team and owner."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from proxeny.core import clock
from proxeny.dispatch import overdue
from proxeny.dispatch.models import Complaint, MoveKind, Order, Standing
from tests.browser.conftest import sign_in
from tests.cast import PASSWORD, Cast
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

pytestmark = pytest.mark.browser
PHONE = {"width": 375, "height": 780}


@pytest.fixture
def at(vendor: Cast) -> Works:
    """The teams, their engineers, and a case of 鲁班建材."""
    return ordered.works(vendor)


class Phones:
    """Each engineer has a phone of their own, signed in at the first link that they open."""

    def __init__(self, chromium: Browser, live_server: LiveServer) -> None:
        self._chromium, self._at, self._open = chromium, live_server.url, dict[str, BrowserContext]()

    def open(self, who: str, link: str) -> Page:
        """Open the link as it stands in a mail or a chat: through sign-in, where one has not signed in yet."""
        if who in self._open:
            page = self._open[who].pages[0]
            page.goto(link)
        else:
            context = self._chromium.new_context(base_url=self._at, locale="zh-CN", viewport=PHONE)  # type: ignore[arg-type]
            self._open[who] = context
            page = context.new_page()
            page.goto(link)
            page.fill("input[name=login]", who)
            page.fill("input[name=password]", PASSWORD)
            page.keyboard.press("Enter")
        page.wait_for_url(f"**{link}*")
        page.wait_for_load_state("networkidle")
        return page

    def close(self) -> None:
        """Put them away."""
        for one in self._open.values():
            one.close()


@pytest.fixture
def phones(chromium: Browser, live_server: LiveServer, at: Works) -> Iterator[Phones]:
    found = Phones(chromium, live_server)
    yield found
    found.close()


def make(page: Page, key: str, **said: str) -> None:
    """Open the one form behind a big button, fill it in and send it."""
    offer = page.locator(f"#{key}")
    if offer.get_attribute("open") is None:
        offer.locator("summary").click()
    for name, value in said.items():
        field = offer.locator(f"[name={name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    offer.locator("form button.button").last.click()
    page.wait_for_load_state("networkidle")


def test_a_loop_ends_with_a_designation_an_objection_and_a_complaint(
    page: Page, phones: Phones, at: Works
) -> None:
    sign_in(page, "zhou")
    order = sent_out_of_the_case(page, at)
    link = f"/orders/{order.number}/"
    returned_and_passed_on(page, phones, at, link)
    # Wang hands it over, Zhao hands it back where it began: a loop.
    make(phones.open("wang", link), "handover", team="计算组", text="没有丢包，虚拟机 CPU 一直 100%")
    make(phones.open("zhao", link), "handover", team="存储组", text="虚拟机在等磁盘")
    make(phones.open("zhang", link), "return", reason="还是觉得不是我们的盘", believed="网络组")
    page.goto(link)
    expect(page.locator(".order-stop-team")).to_have_text(["存储组", "网络组", "计算组", "存储组"])
    expect(page.locator(".order-stop").last.locator(".order-stop-back")).to_be_visible()
    order.refresh_from_db()
    assert (order.returns, order.loops) == (2, 1)
    designated_and_objected_to(page, phones, link)
    order.refresh_from_db()
    assert (order.team, order.standing, order.is_designated) == (at.storage, Standing.ACCEPTED, True)
    assert order.moves.filter(kind=MoveKind.OBJECTED).count() == 1
    complained_of_and_answered(page, phones, at, link)
    # Done, and confirmed on the customer's word.
    make(phones.open("zhang", link), "completion", text="换了盘，重建了索引")
    page.goto(link)
    make(page, "confirmation", customer_word="纪舒")
    expect(page.locator(".order-moves .order-line.is-verified")).to_contain_text("纪舒")
    order.refresh_from_db()
    assert order.standing == Standing.CONFIRMED


def sent_out_of_the_case(page: Page, at: Works) -> Order:
    """Zhou sends it without leaving the case, and sees what the team will see."""
    page.goto(f"/cases/{at.case.number}/")
    page.wait_for_load_state("networkidle")
    page.locator("#panel-orders a[href*='orders/new']").click()
    form = page.locator("#order-form")
    form.locator("[name=wanted]").fill("导出 50 万行时不再超时")
    form.locator("[name=team]").select_option(label="存储组")
    expect(page.locator("#order-preview .order-wanted")).to_contain_text("导出 50 万行时不再超时")
    form.locator("button.is-primary").click()
    page.wait_for_url("**/orders/*/")
    return Order.objects.get()


def returned_and_passed_on(page: Page, phones: Phones, at: Works, link: str) -> None:
    """Zhang comes by one link, on a phone, and returns it; it waits for Zhou on the page of the case."""
    zhang = phones.open("zhang", link)
    expect(zhang.locator(".order-facts")).to_contain_text("导出报表超时")
    assert zhang.evaluate("document.documentElement.scrollWidth <= innerWidth")
    make(zhang, "return", reason="磁盘读写正常，包在交换机上丢了", believed="网络组")
    expect(zhang.locator(".order-lines")).to_contain_text("包在交换机上丢了")
    page.goto(f"/cases/{at.case.number}/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("#panel-orders")).to_contain_text("包在交换机上丢了")
    page.locator("#panel-orders a[hx-get*='passing-on']").click()
    place = page.locator("#proposal-place form")
    expect(place.locator("[name=team] option:checked")).to_have_text("网络组")
    place.locator("button.is-primary").click()
    page.wait_for_url("**/cases/**")
    expect(page.locator("#panel-orders")).to_contain_text("网络组")


def designated_and_objected_to(page: Page, phones: Phones, link: str) -> None:
    """Zhou designates, in vermilion; from then on there is no way back for the team, only an objection."""
    make(page, "designation", team="存储组", reason="我认定存储组处理此事最快")
    expect(page.locator(".order-line.is-judged").first).to_contain_text("我认定存储组处理此事最快")
    zhang = phones.open("zhang", link)
    expect(zhang.locator("#return")).to_have_count(0)
    expect(zhang.locator("#handover")).to_have_count(0)
    make(zhang, "objection", text="是网络的问题")
    zhang.locator("form[action$='/acceptance/'] button").click()
    zhang.wait_for_load_state("networkidle")


def complained_of_and_answered(page: Page, phones: Phones, at: Works, link: str) -> None:
    """The second return drafted a complaint to the head; Zhou adds a sentence and sends it; Lei answers."""
    drafted = Complaint.objects.get(cause=Complaint.Cause.RETURNED_AGAIN)
    page.goto(link)
    page.locator(f"a[href='/orders/complaints/{drafted.pk}/']").click()
    page.wait_for_url("**/complaints/*/")
    words = page.locator("#letter-text")
    assert "还是觉得不是我们的盘" in page.locator("main").inner_text()
    words.fill(words.input_value() + "\n请今天给我一个名字。")
    page.locator("form[action$='/sending/'] button.is-primary").click()
    page.wait_for_load_state("networkidle")
    drafted.refresh_from_db()
    assert (drafted.to, drafted.sent_by) == (at["lei"], at["zhou"])
    lei = phones.open("lei", f"/orders/complaints/{drafted.pk}/")
    expect(lei.locator(".order-letter")).to_contain_text("请今天给我一个名字。")
    lei.locator("#answer-text").fill("张工，今天下班前。")
    lei.locator("form[action$='/answer/'] button.is-primary").click()
    lei.wait_for_load_state("networkidle")


def test_the_owner_reads_the_loop_and_can_move_nothing(page: Page, at: Works) -> None:
    order = ordered.order(at)
    sign_in(page, "tang")
    page.goto(f"/orders/{order.number}/")
    expect(page.locator(".order-wanted").first).to_contain_text(ordered.WANTED)
    expect(page.locator(".order-offers")).to_have_count(0)
    page.goto("/orders/")
    page.wait_for_url("**/orders/all/")
    expect(page.locator("#list")).to_contain_text(ordered.WANTED)


def test_two_of_a_team_on_their_phones_the_second_is_told_and_keeps_what_was_typed(
    phones: Phones, at: Works
) -> None:
    order = ordered.order(at)
    link = f"/orders/{order.number}/"
    zhang, lei = phones.open("zhang", link), phones.open("lei", link)
    zhang.locator("form[action$='/acceptance/'] button").click()
    zhang.wait_for_load_state("networkidle")
    make(lei, "question", text="从什么时候开始的？")
    expect(lei.locator(".order-meanwhile")).to_contain_text("张工")
    expect(lei.locator("#question textarea")).to_have_value("从什么时候开始的？")
    make(lei, "question")
    order.refresh_from_db()
    assert order.standing == Standing.ASKED


def test_a_missed_target_drafts_a_complaint_that_nobody_but_a_person_sends(page: Page, at: Works) -> None:
    with clock.at(clock.machine_now() - timedelta(days=14)):
        ordered.order(at)
    overdue.draft_complaints.call()
    causes = set(Complaint.objects.filter(sent_at=None).values_list("cause", flat=True))
    assert causes == {Complaint.Cause.NOT_ACCEPTED, Complaint.Cause.NOT_DONE}
    sign_in(page, "zhou")
    page.goto("/orders/complaints/")
    page.locator(".row-link").first.click()
    page.wait_for_url("**/complaints/*/")
    page.locator("details.disclosure summary").click()
    page.locator("#dropping-because").fill("电话里已经说好了")
    page.locator("form[action$='/dropping/'] button.button").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main")).to_contain_text("电话里已经说好了")
    assert Complaint.objects.exclude(dropped_at=None).get().dropped_by == at["zhou"]
