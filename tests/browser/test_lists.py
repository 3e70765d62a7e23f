"""A lead makes a view of the customers they look after, and gives three of them another spokesperson."""

import re

import pytest
from playwright.sync_api import Page, expect

from proxeny.accounts.models import Account
from proxeny.desk.models import SavedView
from tests.browser.conftest import sign_in
from tests.cast import Cast, make_account

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def more_customers(vendor: Cast) -> None:
    for number in range(8):
        make_account(
            f"N-{number}", f"客户{number}", spokesperson=vendor["lin"], level=("key", "small")[number % 2]
        )


def test_a_list_is_narrowed_sorted_cut_and_kept_as_a_view_that_opens_by_its_link(
    page: Page, vendor: Cast
) -> None:
    sign_in(page, "he")
    page.goto("/accounts/")
    rows = page.locator("[data-row]")
    expect(rows).to_have_count(11)

    page.locator("[popovertarget=filter-level]").click()
    page.locator("#filter-level input[value=key]").check()
    expect(rows).to_have_count(5)
    page.locator("#filter-level input[value=strategic]").check()
    expect(rows).to_have_count(6)
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/accounts/\?level=strategic&level=key$"))
    page.locator(".chip-remove").first.click()
    expect(rows).to_have_count(5)

    heading = page.locator("th[aria-sort] a")
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(1)
    heading.click()
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
    page.locator("[popovertarget=list-columns]").click()
    page.locator("#list-columns input[value=curve]").uncheck()
    page.locator("#list-columns li", has=page.locator("input[value=money]")).locator("[data-up]").click()
    page.locator("#list-columns .is-primary").click()
    expect(page).to_have_url(
        re.compile(r"columns=level%2Cmoney%2Cspokesperson%2C|columns=&columns=level&columns=money")
    )
    expect(page.locator("thead th")).to_have_count(8)

    page.keyboard.press("v")
    expect(page.locator("#new-view")).to_be_visible()
    page.locator("#view-name").fill("重点客户")
    page.keyboard.press("Enter")
    tab = page.locator(".list-tabs a[aria-current=page]")
    expect(tab).to_contain_text("重点客户")
    expect(tab.locator(".count")).to_have_text("5")
    view = SavedView.objects.get()
    columns = "level%2Cmoney%2Cspokesperson%2Chealth%2Cjudgement%2Cswing"
    assert view.query == f"level=key&sort=-name&columns={columns}"

    page.goto("/accounts/")
    expect(rows).to_have_count(11)
    page.goto(f"/accounts/?view={view.pk}")
    expect(rows).to_have_count(5)
    expect(page.locator(".list-changed")).to_have_count(0)
    page.locator("[popovertarget=filter-level]").click()
    page.locator("#filter-level input[value=small]").check()
    expect(page.locator(".list-changed")).to_be_visible()


def test_three_customers_get_another_spokesperson_and_get_the_old_one_back(page: Page, vendor: Cast) -> None:
    sign_in(page, "he")
    page.goto("/accounts/?q=N-")
    bar = page.locator(".list-bar")
    expect(bar).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(bar).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Shift+X")
    expect(page.locator("[data-ticked]")).to_have_text("3")

    page.locator("[formaction$='/acts/spokesperson/']").click()
    page.select_option("select[name=to]", label="周雨")
    lines = page.locator(".list-prospects tbody tr")
    expect(lines).to_have_count(3)
    expect(lines.first).to_contain_text("林可")
    expect(lines.first).to_contain_text("周雨")
    assert not Account.objects.filter(reference__startswith="N-", spokesperson=vendor["zhou"]).exists()

    page.locator("#act form .is-primary").click()
    expect(page.locator(".list-prospects .is-good")).to_have_count(3)
    assert Account.objects.filter(reference__startswith="N-", spokesperson=vendor["zhou"]).count() == 3

    page.locator(".toast form button").click()
    page.wait_for_url("**/accounts/")
    assert not Account.objects.filter(reference__startswith="N-", spokesperson=vendor["zhou"]).exists()
