"""Being told, and seeing who else is there: stories of two people."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from proxeny.accounts.telling import YOURS
from proxeny.core import clock
from proxeny.desk.models import Presence
from proxeny.identity import adding
from proxeny.identity.roles import Role
from proxeny.notices import choosing
from proxeny.notices.models import Choice, Notice
from tests.browser.conftest import sign_in
from tests.cast import SETTING_UP, Cast

pytestmark = pytest.mark.browser
# As another window of the same person does that is put away: the next sign of life comes now, not in half a minute.
ASK_AGAIN = """() => new BroadcastChannel("presence").postMessage(
    document.querySelector("[data-presence]").dataset.presence)"""
A_FORM = """() => {
    const form = document.createElement("form");
    form.method = "post";
    form.innerHTML = "<textarea></textarea><button>x</button>";
    document.querySelector("main").prepend(form);
}"""


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, with Lin as a lead who gives customers away, and Zhou reached at any hour."""
    adding.grant(vendor["lin"], Role.LEAD, by=SETTING_UP)
    choosing.choose({YOURS: Choice.Way.ALWAYS}, actor=vendor.actor("zhou"))
    return vendor


@pytest.fixture
def other(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of somebody else, in another browser."""
    context = chromium.new_context(base_url=live_server.url, locale="zh-CN")
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    yield opened
    context.close()


def test_lin_gives_zhou_a_customer_and_zhou_learns_it_and_why(page: Page, other: Page, vendor: Cast) -> None:
    sign_in(page, "zhou")
    bell = page.locator("#bell")
    expect(bell.locator(".bell-count")).to_have_count(0)

    sign_in(other, "lin")
    other.goto(f"/accounts/{vendor.yunqi.pk}/assignment/")
    other.select_option("select[name=spokesperson]", label="周雨")
    other.locator("main form button.is-primary").click()
    other.wait_for_url(f"**/accounts/{vendor.yunqi.pk}/")

    page.reload()
    expect(bell.locator(".bell-count")).to_have_text("1")
    page.keyboard.press("g")
    page.keyboard.press("n")
    page.wait_for_url("**/notices/")
    row = page.locator("[data-row]")
    expect(row).to_contain_text("林可")
    expect(row).to_contain_text("云启科技")
    expect(row.locator(".notice-why")).not_to_be_empty()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/accounts/{vendor.yunqi.pk}/")
    expect(bell.locator(".bell-count")).to_have_count(0)

    page.goto("/notices/")
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator("[data-row]")).to_have_count(0)
    expect(page.locator(".empty")).to_be_visible()
    assert Notice.objects.get(staff=vendor["zhou"]).done_at
    page.keyboard.press("z")
    expect(page.locator("[data-row]")).to_have_count(1)
    assert Notice.objects.get(staff=vendor["zhou"]).done_at is None
    page.keyboard.press("j")
    page.keyboard.press("u")
    expect(bell.locator(".bell-count")).to_have_text("1")


def test_two_on_one_customer_see_each_other_and_that_one_writes(
    page: Page, other: Page, vendor: Cast
) -> None:
    address = f"/accounts/{vendor.luban.pk}/"
    sign_in(other, "he")
    other.goto(address)
    sign_in(page, "zhou")
    page.goto(address)
    there = page.locator(".presence-person")
    expect(there).to_have_count(1)
    expect(there).to_contain_text("何苗")
    expect(page.locator("[data-presence-said]")).to_contain_text("何苗")

    # A form of the page, as any is: what it is for does not matter here.
    other.evaluate(A_FORM)
    page.evaluate(A_FORM)
    other.locator("main textarea").first.press_sequentially("合同快到期了", delay=20)
    until(page, lambda: Presence.objects.filter(staff=vendor["he"], state="editing").exists())
    page.evaluate(ASK_AGAIN)
    expect(there).to_have_attribute("data-state", "editing")
    expect(page.locator("main form .presence-note").first).to_contain_text("何苗")

    other.goto("/accounts/")
    until(page, lambda: not Presence.objects.filter(staff=vendor["he"]).exists())
    page.evaluate(ASK_AGAIN)
    expect(there).to_have_count(0)
    expect(page.locator("main form .presence-note")).to_have_count(0)


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds in the database; what never does fails the test."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(100)
    pytest.fail("it did not come about in ten seconds")


class Beats:
    """The signs of life that a page gives from now on, each answered at once."""

    def __init__(self, page: Page) -> None:
        self.page, self.status = page, 204
        self.sent: list[str] = []
        page.route("**/presence/", self._answer)

    def _answer(self, route: Route) -> None:
        self.sent.append((route.request.post_data or "").partition("state=")[2].partition("&")[0])
        route.fulfill(status=self.status)

    def in_half_an_hour(self, *, moving: bool = False) -> list[str]:
        """Let half an hour pass in the page, ten seconds at once, so that answers come in between; return what was sent."""
        before = len(self.sent)
        for tenth in range(180):
            if moving and tenth % 6 == 0:
                self.page.mouse.move(300 + tenth, 300)
            self.page.clock.run_for(10_000)
            self.page.wait_for_timeout(10)
        return self.sent[before:]


def test_half_an_hour_at_a_page_costs_few_requests_and_an_error_makes_them_fewer(
    other: Page, vendor: Cast
) -> None:
    sign_in(other, "zhou")
    other.clock.install(time=clock.machine_now())
    beats = Beats(other)
    other.goto(f"/accounts/{vendor.luban.pk}/")
    idle = beats.in_half_an_hour()
    assert 25 <= len(idle) <= 40, len(idle)
    moving = beats.in_half_an_hour(moving=True)
    assert 50 <= len(moving) <= 80, len(moving)
    assert {*idle, *moving} == {"seen"}
    beats.status = 503
    broken = beats.in_half_an_hour(moving=True)
    assert len(broken) <= 12, len(broken)
