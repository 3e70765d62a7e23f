"""A VP gives capacity away in a call, and sales hears things over dinner: nobody here learns of it from the customer."""

import pytest
from playwright.sync_api import Page, expect

from proxeny.accounts.models import Talk
from proxeny.accounts.talks.telling import HEARD
from proxeny.cases import opening
from proxeny.cases.opening import Opening
from proxeny.core import clock
from proxeny.docket import sweeping
from proxeny.identity.roles import Role
from proxeny.notices import choosing
from proxeny.notices.models import Choice
from proxeny.promises.models import Concession, Promise
from tests.browser.others import People, panel, people, send
from tests.cast import SETTING_UP, Cast
from tests.promises.conceded import concede, limit

__all__ = ["people"]  # a fixture
pytestmark = pytest.mark.browser
GIVEN = "明年免费加 20 台云主机"


def first_news(people: People, who: str, about: str) -> Page:
    """Return where the latest notice about it leads this person."""
    page = people.at(who, "/notices/")
    page.locator(".row-link", has_text=about).first.click()
    page.wait_for_load_state("networkidle")
    return page


def test_what_a_vp_gave_is_known_at_once_is_over_the_limit_and_the_owner_answers_for_it(
    people: People, vendor: Cast
) -> None:
    for role, most in ((Role.SPOKESPERSON, 20_000), (Role.LEAD, 80_000)):
        limit(vendor, role, most)
    zhou = people.at("zhou", f"/concessions/new/?account={vendor.luban.pk}")
    send(zhou, what=GIVEN, worth="168000", by_name="秦副总", made_in="在电话里")
    made = Concession.objects.get()
    zhou.wait_for_url(f"**/concessions/{made.pk}/")
    expect(zhou.locator("main")).to_contain_text("秦副总")
    pan = first_news(people, "pan", GIVEN)
    assert pan.url.endswith(f"/concessions/{made.pk}/")
    expect(pan.locator("header.head")).to_contain_text(GIVEN)

    sweeping.sweep(clock.today(), by=SETTING_UP)
    for who in ("zhou", "he"):
        row = people.at(who, "/").locator("[data-row]").filter(has_text=GIVEN)
        expect(row).to_have_count(1)
    he = people.at("he", f"/concessions/{made.pk}/")
    answers = he.locator("dl.facts", has_text="谁可以批准")
    expect(answers).to_contain_text("¥8 万")
    expect(answers).to_contain_text("唐总")
    expect(he.locator("form[action$='/approval/']")).to_have_count(0)

    tang = people.at("tang", f"/concessions/{made.pk}/", on_a_phone=True)
    assert tang.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tang.locator("form[action$='/approval/'] button").click()
    tang.wait_for_load_state("networkidle")
    made.refresh_from_db()
    assert (made.decision, made.decided_by) == (Concession.Decision.APPROVED, vendor["tang"])
    for who in ("zhou", "pan"):
        page = first_news(people, who, "唐总")
        expect(page.locator("header.head")).to_contain_text("已批准")
    sweeping.sweep(clock.today(), by=SETTING_UP)
    expect(people.at("he", "/").locator("[data-row]").filter(has_text=GIVEN)).to_have_count(0)


def test_sales_owes_what_was_said_over_dinner_and_one_press_makes_a_promise_of_it(
    people: People, vendor: Cast
) -> None:
    choosing.choose({HEARD: Choice.Way.ALWAYS}, actor=vendor.actor("zhou"))  # whatever the hour of the test
    pan = people.at("pan", f"/talks/new/?account={vendor.luban.pk}")
    send(pan, held_on=clock.today().isoformat(), kind="饭局", subject="明年的框架")
    talk = Talk.objects.get()
    pan = people.at("pan", "/talks/")
    pan.locator(".owed-looks .chip", has_text="你").click()
    pan.wait_for_load_state("networkidle")
    pan.locator(".row-link, tbody a", has_text="明年的框架").first.click()
    pan.wait_for_url(f"**/talks/{talk.pk}/")
    send(pan, kind="我方承诺", words="月底前给他们一份迁移方案")
    expect(pan.locator(".talk-points")).to_contain_text("月底前给他们一份迁移方案")
    expect(people.at("pan", "/talks/").locator(".owed-looks .chip", has_text="你")).to_have_count(0)

    zhou = first_news(people, "zhou", "迁移方案")
    zhou.wait_for_url(f"**/talks/{talk.pk}/**")
    zhou.locator("a[href*='promises/new']").first.click()
    zhou.wait_for_url("**/promises/new/**")
    expect(zhou.locator("main [name=what]")).to_have_value("月底前给他们一份迁移方案")
    expect(zhou.locator("main [name=made_in]")).to_have_value("sales")
    send(zhou, due_on=clock.today().isoformat(), by_person="潘磊")
    promise = Promise.objects.get()
    assert (promise.by_person, promise.made_on) == (vendor["pan"], talk.held_on)
    pan = people.at("pan", f"/talks/{talk.pk}/")
    pan.locator(f".talk-points a[href='/promises/{promise.pk}/']").click()
    pan.wait_for_url(f"**/promises/{promise.pk}/")


def test_of_what_was_given_in_confidence_sales_sees_nothing_anywhere(people: People, vendor: Cast) -> None:
    limit(vendor, Role.LEAD, 80_000)
    concede(vendor, 5_000, what="送两张年会门票")
    case = opening.open_case(vendor.luban, Opening(text="续约的价格"), by=vendor.actor("zhou"))
    zhou = people.at("zhou", f"/concessions/new/?account={vendor.luban.pk}")
    zhou.locator("main [name=in_confidence]").check()
    send(zhou, what=GIVEN, worth="168000", by_name="秦副总")
    made = Concession.objects.get(in_confidence=True)
    sweeping.sweep(clock.today(), by=SETTING_UP)
    places = (
        "/concessions/",
        f"/accounts/{vendor.luban.pk}/",
        f"/concessions/of/{vendor.luban.pk}/",
        f"/cases/{case.number}/",
        "/search/?q=云主机",
        "/notices/",
        "/ledger/",
        f"/concessions/{made.pk}/",
    )
    for place in places:
        for who in ("pan", "shen"):
            page = people.at(who, place)
            if place.startswith("/cases/"):
                panel(page, "owed")
            expect(page.locator("body")).not_to_contain_text(GIVEN)
            expect(page.locator("body")).not_to_contain_text("17.3 万")
    expect(people.at("pan", "/concessions/").locator("#list")).to_contain_text("送两张年会门票")
    for who in ("zhou", "he", "tang"):
        expect(people.at(who, "/concessions/").locator("#list")).to_contain_text(GIVEN)
    expect(panel(people.at("zhou", f"/cases/{case.number}/"), "owed")).to_contain_text(GIVEN)
