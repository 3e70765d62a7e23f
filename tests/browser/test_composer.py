"""Writing in a case: what goes to the customer is never mistaken for a note, and nothing leaves that one would want back."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from proxeny.accounts import contacting
from proxeny.cases import opening, templating, writing
from proxeny.cases.models import Audience, Case, PassedOver, Proposal
from proxeny.cases.opening import Opening
from proxeny.cases.writing import Writing
from proxeny.core import clock
from proxeny.desk.models import Draft
from tests.browser.conftest import sign_in
from tests.cast import Cast

pytestmark = pytest.mark.browser
SOUND = "您好,日志收到了,我正在看。"
REFUSAL = "这个不支持。"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.fixture
def case(vendor: Cast) -> Case:
    li = contacting.add(vendor.luban, {"name": "李总"}, by=vendor.actor("he"))
    return opening.open_case(vendor.luban, Opening(text="导出超时", reporter=li), by=vendor.actor("zhou"))


def open_case(page: Page, case: Case) -> None:
    sign_in(page, "zhou")
    page.goto(f"/cases/{case.number}/")
    page.wait_for_load_state("networkidle")


def sent(case: Case) -> list[tuple[str, str]]:
    found = case.messages.filter(is_inbound=False, withdrawn_at=None)
    return list(found.values_list("audience", "text"))


def test_a_note_and_a_reply_cannot_be_mistaken_for_each_other(page: Page, case: Case) -> None:
    open_case(page, case)
    composer, text = page.locator("#composer"), page.locator("#composer-text")
    verb = page.locator("[data-composer-send]")
    expect(composer).to_have_attribute("data-audience", "customer")
    page.keyboard.press("n")
    expect(composer).to_have_attribute("data-audience", "note")
    expect(text).to_be_focused()
    expect(verb).not_to_contain_text("李总")
    ground = "getComputedStyle(document.querySelector('#composer')).backgroundImage"
    assert "gradient" in page.evaluate(ground)
    page.keyboard.type("他们其实在意迁移")
    page.locator(".composer-tab[value=customer]").click()
    expect(composer).to_have_attribute("data-audience", "customer")
    expect(text).to_have_value("他们其实在意迁移")
    expect(page.locator(".composer-changed")).to_be_visible()
    expect(verb).to_contain_text("李总")
    assert page.evaluate(ground) == "none"
    text.focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".composer-ask")).to_be_visible()
    assert sent(case) == []
    page.locator(".composer-tab[value=note]").click()
    expect(composer).to_have_attribute("data-audience", "note")
    text.focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".talk-message.is-note")).to_contain_text("他们其实在意迁移")
    assert sent(case) == [("note", "他们其实在意迁移")]


def test_a_refusal_is_held_up_with_three_ways_on_and_a_path_lets_it_go(page: Page, case: Case) -> None:
    open_case(page, case)
    page.keyboard.press("r")
    page.locator("#composer-text").fill(REFUSAL)
    remark = page.locator("[data-remark=returns-the-question]")
    expect(remark).to_be_visible()
    expect(remark.locator("[data-composer-way]")).to_have_count(3)
    page.locator("[data-composer-send]").click()
    expect(page.locator("[data-remark=returns-the-question] .remark-anyway")).to_be_visible()
    assert sent(case) == []
    page.locator("[data-composer-way]").first.click()
    form = page.locator("#proposal-place form")
    expect(form).to_be_visible()
    form.locator("textarea[name=text]").fill("换新的导出")
    form.locator("[name=owner_name]").fill("王工")
    form.locator("[name=due_on]").fill((clock.today() + timedelta(days=3)).isoformat())
    form.locator("button.is-primary").click()
    page.wait_for_load_state("networkidle")
    assert Proposal.objects.get().text == "换新的导出"
    expect(page.locator("#composer-text")).to_have_value(REFUSAL)
    page.locator("[data-composer-send]").click()
    expect(page.locator(".talk-message.is-customer")).to_contain_text(REFUSAL)


def test_sent_anyway_takes_one_line_that_stands_below_the_message(page: Page, case: Case) -> None:
    open_case(page, case)
    page.locator("#composer-text").fill(REFUSAL)
    page.locator("[data-composer-send]").click()
    page.locator(".remark-anyway summary").click()
    page.locator("#reason-returns-the-question").fill("电话里说好了")
    page.locator("[data-composer-send]").click()
    expect(page.locator(".talk-passed")).to_contain_text("电话里说好了")
    assert PassedOver.objects.get().reason == "电话里说好了"


def test_what_was_sent_can_be_taken_back_and_stands_in_the_composer_again(page: Page, case: Case) -> None:
    open_case(page, case)
    page.locator("#composer-text").fill(SOUND)
    page.keyboard.press("Control+Enter")
    message = page.locator(".talk-message.is-customer")
    expect(message).to_contain_text(SOUND)
    expect(page.locator("#composer-text")).to_have_value("")
    page.locator("#toasts .is-undo").click()
    page.wait_for_load_state("networkidle")
    expect(message).to_have_count(0)
    expect(page.locator("#composer-text")).to_have_value(SOUND)
    expect(page.locator("[name=recipients]:checked")).to_have_count(1)
    assert sent(case) == []


def test_a_draft_outlives_a_reload_and_ends_with_sending(page: Page, case: Case) -> None:
    open_case(page, case)
    text = page.locator("#composer-text")
    text.click()
    page.keyboard.type(SOUND)
    text.blur()
    expect(page.locator("#composer [data-draft-said]")).not_to_be_empty()
    page.reload()
    expect(text).to_have_value(SOUND)
    page.locator("[data-composer-send]").click()
    expect(page.locator(".talk-message.is-customer")).to_contain_text(SOUND)
    page.reload()
    expect(text).to_have_value("")
    assert not Draft.objects.filter(key__startswith="case:").exists()


def test_a_file_that_is_not_what_it_says_is_refused_and_a_picture_goes_along(
    page: Page, case: Case, tmp_path: Path
) -> None:
    open_case(page, case)
    wrong, right = tmp_path / "图.png", tmp_path / "截图.png"
    wrong.write_bytes(b"<svg onload=alert(1)>")
    right.write_bytes(PNG)
    chooser = page.locator("#composer-file")
    chooser.set_input_files(wrong)
    expect(page.locator("#composer-files .field-error")).to_contain_text("图.png")
    chooser.set_input_files(right)
    expect(page.locator("#composer-files li")).to_contain_text("截图.png")
    page.locator("#composer-text").fill(SOUND)
    page.locator("[data-composer-send]").click()
    expect(page.locator(".talk-picture")).to_contain_text("截图.png")
    assert [one.name for one in case.messages.get(text=SOUND).attachments.all()] == ["截图.png"]


def test_what_another_wrote_meanwhile_is_shown_before_sending(page: Page, case: Case, vendor: Cast) -> None:
    open_case(page, case)
    page.locator("#composer-text").fill(SOUND)
    writing.write(case, Writing(Audience.CUSTOMER, "我已经回了"), by=vendor.actor("he"))
    page.locator("[data-composer-send]").click()
    expect(page.locator(".composer-theirs")).to_contain_text("我已经回了")
    expect(page.locator("#composer-text")).to_have_value(SOUND)
    page.locator("[data-composer-send]").click()
    expect(page.locator("#talk")).to_contain_text("我已经回了")
    expect(page.locator("#talk")).to_contain_text(SOUND)


def test_a_colleague_is_named_by_pinyin_and_a_template_is_put_in_by_keyboard(
    page: Page, case: Case, vendor: Cast
) -> None:
    templating.keep(templating.Draft("收到", "{contact}您好,已收到。"), by=vendor.actor("zhou"))
    open_case(page, case)
    page.keyboard.press("r")
    text = page.locator("#composer-text")
    expect(text).to_be_focused()
    page.keyboard.press("/")
    dialog = page.locator("#composer-templates")
    expect(dialog.locator("[data-template-text]")).to_contain_text("李总您好")
    page.keyboard.type("sd")
    page.keyboard.press("Enter")
    expect(text).to_have_value("李总您好,已收到。")
    page.keyboard.type(" @hem")
    expect(page.locator("#composer-people [role=option]")).to_contain_text("何苗")
    page.keyboard.press("Enter")
    expect(text).to_have_value("李总您好,已收到。 @何苗 ")
