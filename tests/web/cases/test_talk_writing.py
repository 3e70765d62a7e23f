"""Writing in a case: what is asked before something is sent, what is sent then, and how it is taken back."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from proxeny.accounts import contacting
from proxeny.accounts.models import Contact
from proxeny.cases import opening, proposing, writing
from proxeny.cases.models import Audience, Case, Message, PassedOver, Proposal
from proxeny.cases.opening import Opening
from proxeny.cases.proposing import Way
from proxeny.cases.writing import Writing
from proxeny.core import clock
from proxeny.desk import drafting
from proxeny.desk.models import Draft
from proxeny.notices.models import Notice
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
SOUND = "您好,日志收到了,我正在看。"
REFUSAL = "这个不支持。"


@pytest.fixture
def li(vendor: Cast) -> Contact:
    return contacting.add(vendor.luban, {"name": "李总", "title": "总经理"}, by=vendor.actor("he"))


@pytest.fixture
def case(vendor: Cast, li: Contact) -> Case:
    return opening.open_case(vendor.luban, Opening(text="导出超时", reporter=li), by=vendor.actor("zhou"))


def form(case: Case, text: str, audience: str = "customer", **more: Any) -> dict[str, Any]:
    last = case.messages.order_by("-pk").first()
    to = [f"contact:{case.reporter_id}"] if audience == "customer" else []
    return {
        "audience": audience, "text": text, "recipients": to, "begun_as": audience, "seen": last.pk if last else 0, **more,
    }  # fmt: skip


def send(client: Client, case: Case, data: Mapping[str, Any], *, by_htmx: bool = True) -> Any:
    headers = {"HX-Request": "true"} if by_htmx else {}
    return client.post(f"/cases/{case.number}/messages/", data, headers=headers)


def sent(case: Case) -> list[str]:
    return list(case.messages.filter(is_inbound=False, withdrawn_at=None).values_list("text", flat=True))


def key(case: Case, audience: str) -> str:
    return f"case:{case.pk}:{audience}"


def test_a_sound_reply_goes_to_whom_the_button_names(case: Case, sign_in: SignIn) -> None:
    zhou = sign_in("zhou")
    assert "李总" in zhou.get(f"/cases/{case.number}/").content.decode()
    answer = send(zhou, case, form(case, SOUND))
    assert answer.status_code == 200
    message = case.messages.get(is_inbound=False)
    assert [one["name"] for one in message.recipients] == ["李总"]
    assert f'id="message-{message.pk}"' in answer.content.decode()
    assert f"/cases/messages/{message.pk}/withdrawal/" in answer.content.decode()


def test_without_scripts_sending_leads_to_the_message(case: Case, sign_in: SignIn) -> None:
    answer = send(sign_in("zhou"), case, form(case, SOUND), by_htmx=False)
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"#message-{case.messages.get(is_inbound=False).pk}")


def test_a_reply_that_gives_the_question_back_is_told_in_one_sentence_with_three_ways_on(
    case: Case, sign_in: SignIn
) -> None:
    answer = send(sign_in("zhou"), case, form(case, REFUSAL))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert sent(case) == []
    for sort in ("path", "request", "not-now"):
        assert f"/cases/{case.number}/proposals/new/?sort={sort}&amp;draft=1" in shown
    assert "<mark>不支持</mark>" in shown or "<mark>" in shown
    assert 'name="reason-returns-the-question"' in shown
    assert REFUSAL in shown, "the words are still there"


def test_it_is_sent_anyway_with_one_line_of_reason_that_stands_below_it(case: Case, sign_in: SignIn) -> None:
    zhou = sign_in("zhou")
    reason = {"reason-returns-the-question": "电话里已经说好办法"}
    assert send(zhou, case, form(case, REFUSAL, **{"reason-returns-the-question": " "})).status_code == 422
    assert send(zhou, case, form(case, REFUSAL, **reason)).status_code == 200
    over = PassedOver.objects.get()
    assert (over.remark, over.reason, over.message.text) == (
        "returns-the-question",
        "电话里已经说好办法",
        REFUSAL,
    )
    assert "不支持" in over.words
    assert "电话里已经说好办法" in zhou.get(f"/cases/{case.number}/").content.decode()


def test_with_a_way_ahead_in_the_case_a_refusal_is_only_reminded_of_it(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    way = Way(
        Proposal.Sort.PATH, "换新的导出", owner=vendor["zhou"], due_on=clock.today() + timedelta(days=3)
    )
    proposal = proposing.propose(case, way, by=vendor.actor("zhou"))
    zhou = sign_in("zhou")
    looked = zhou.post(f"/cases/{case.number}/check/", form(case, REFUSAL)).content.decode()
    assert "换新的导出" in looked
    assert "data-remark" not in looked
    assert send(zhou, case, form(case, REFUSAL)).status_code == 200
    proposing.end(proposal, Proposal.End.REFUSED, why="客户不认", by=vendor.actor("zhou"))
    assert send(zhou, case, form(case, "这个也不支持。")).status_code == 422


def test_a_promise_that_the_case_holds_as_a_path_asks_for_no_reason(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    zhou, words = sign_in("zhou"), "我们保证下周三修好。"
    asked = send(zhou, case, form(case, words))
    assert asked.status_code == 422
    assert f"account={vendor.luban.pk}&amp;source={case.record}".replace(
        "&amp;", "&"
    ) in asked.content.decode().replace("&amp;", "&")
    way = Way(Proposal.Sort.PATH, "修好导出", owner=vendor["zhou"], due_on=clock.today() + timedelta(days=3))
    proposing.propose(case, way, by=vendor.actor("zhou"))
    assert "修好导出" in zhou.post(f"/cases/{case.number}/check/", form(case, words)).content.decode()
    assert send(zhou, case, form(case, words)).status_code == 200


def test_the_check_while_typing_keeps_nothing_and_is_only_for_the_customer(
    case: Case, sign_in: SignIn
) -> None:
    zhou, before = sign_in("zhou"), (Draft.objects.count(), Message.objects.count())
    address = f"/cases/{case.number}/check/"
    assert "data-remark" in zhou.post(address, form(case, REFUSAL)).content.decode()
    assert "data-remark" not in zhou.post(address, form(case, REFUSAL, "note")).content.decode()
    assert (Draft.objects.count(), Message.objects.count()) == before


def test_words_begun_as_a_note_ask_once_more_before_they_go_to_the_customer(
    case: Case, sign_in: SignIn
) -> None:
    zhou = sign_in("zhou")
    slip = form(case, SOUND, begun_as="note")
    asked = send(zhou, case, slip)
    assert asked.status_code == 422
    assert 'name="ok" value="begun"' in asked.content.decode()
    assert sent(case) == []
    assert send(zhou, case, {**slip, "ok": "begun"}).status_code == 200


def test_what_somebody_else_wrote_meanwhile_is_shown_once_before_sending(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    zhou, data = sign_in("zhou"), form(case, SOUND)
    theirs = writing.write(case, Writing(Audience.CUSTOMER, "我已经回了客户"), by=vendor.actor("he"))
    asked = send(zhou, case, data)
    shown = asked.content.decode()
    assert asked.status_code == 422
    assert "我已经回了客户" in shown
    assert "何苗" in shown
    assert SOUND in shown
    assert f'name="seen" value="{theirs.pk}"' in shown
    assert send(zhou, case, {**data, "seen": theirs.pk}).status_code == 200


def test_a_note_is_not_held_up_by_what_others_wrote(case: Case, vendor: Cast, sign_in: SignIn) -> None:
    data = form(case, "记一笔", "note")
    writing.write(case, Writing(Audience.NOTE, "我也记一笔"), by=vendor.actor("he"))
    assert send(sign_in("zhou"), case, data).status_code == 200


def test_nothing_goes_to_nobody_and_no_place_of_a_template_goes_out_empty(
    case: Case, sign_in: SignIn
) -> None:
    zhou = sign_in("zhou")
    assert send(zhou, case, form(case, SOUND, recipients=[])).status_code == 422
    assert send(zhou, case, form(case, SOUND, recipients=["contact:99999"])).status_code == 422
    assert send(zhou, case, form(case, " ")).status_code == 422
    assert 'value="places"' in send(zhou, case, form(case, SOUND + "{due}")).content.decode()
    assert sent(case) == []


def test_another_audience_keeps_the_words_and_says_what_changes(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    zhou, he = sign_in("zhou"), vendor.actor("zhou")
    drafting.keep(he, key(case, "note"), {"text": "其实在意迁移"})
    answer = zhou.post(
        f"/cases/{case.number}/composer/",
        form(case, "其实在意迁移", "note", to="customer"),
        headers={"HX-Request": "true"},
    )
    shown = answer.content.decode()
    assert 'class="composer is-customer is-begun"' in shown
    assert "其实在意迁移" in shown
    assert "composer-changed" in shown
    assert 'name="begun_as" value="note"' in shown
    assert drafting.of(he, key(case, "note")) is None
    draft = drafting.of(he, key(case, "customer"))
    assert draft is not None
    assert draft.content["begun_as"] == "note"


def test_handing_a_part_to_sales_quotes_it_and_leaves_the_reply_where_it_is(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    data = form(case, "报价下周给您,打八折。", to="sales")
    answer = sign_in("zhou").post(
        f"/cases/{case.number}/composer/?quote=1", data, headers={"HX-Request": "true"}
    )
    shown = answer.content.decode()
    assert 'class="composer is-sales' in shown
    assert "&gt; 报价下周给您,打八折。" in shown
    kept = drafting.of(vendor.actor("zhou"), key(case, "customer"))
    assert kept is not None
    assert kept.content["text"] == "报价下周给您,打八折。"


def test_a_draft_stands_for_each_audience_and_sending_ends_its_own(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    actor = vendor.actor("zhou")
    drafting.keep(actor, key(case, "note"), {"text": "备注草稿"})
    drafting.keep(
        actor, key(case, "customer"), {"text": "回复草稿", "recipients": [f"contact:{case.reporter_id}"]}
    )
    zhou = sign_in("zhou")
    assert "回复草稿" in zhou.get(f"/cases/{case.number}/").content.decode()
    assert "备注草稿" in zhou.get(f"/cases/{case.number}/?to=note").content.decode()
    assert "备注草稿" not in sign_in("he").get(f"/cases/{case.number}/?to=note").content.decode()
    send(zhou, case, form(case, SOUND))
    assert drafting.of(actor, key(case, "customer")) is None
    assert drafting.of(actor, key(case, "note")) is not None


def test_taken_back_it_stands_in_the_composer_as_it_was_with_files_and_wait(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    zhou = sign_in("zhou")
    file = SimpleUploadedFile("截图.png", PNG)
    send(zhou, case, form(case, SOUND, waits="on", waits_for="版本号", file=file))
    message = case.messages.get(is_inbound=False)
    assert [one.name for one in message.attachments.all()] == ["截图.png"]
    back = zhou.post(f"/cases/messages/{message.pk}/withdrawal/")
    assert back.status_code == 302
    shown = zhou.get(f"/cases/{case.number}/?to=customer").content.decode()
    assert sent(case) == []
    for text in (SOUND, "版本号", "截图.png", f'value="contact:{case.reporter_id}" data-name="李总" checked'):
        assert text in shown


def test_what_has_left_is_not_taken_back_and_that_is_said(case: Case, sign_in: SignIn) -> None:
    zhou = sign_in("zhou")
    send(zhou, case, form(case, SOUND))
    message = case.messages.get(is_inbound=False)
    Message.objects.filter(pk=message.pk).update(leaves_at=clock.now() - timedelta(seconds=1))
    zhou.post(f"/cases/messages/{message.pk}/withdrawal/")
    assert sent(case) == [SOUND]


def test_waiting_for_the_customer_goes_with_the_reply(case: Case, sign_in: SignIn) -> None:
    send(sign_in("zhou"), case, form(case, SOUND, waits="on", waits_for="浏览器版本"))
    wait = case.waits.get()
    assert (wait.why, wait.by_name, wait.ended_at) == ("浏览器版本", "周雨", None)


def test_who_is_mentioned_is_told_and_who_cannot_read_it_is_not(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    send(sign_in("zhou"), case, form(case, "@何苗 @潘磊 @林可 请看", "note"))
    message = case.messages.get(is_inbound=False)
    assert message.mentions == [vendor["he"].pk]
    told = Notice.objects.filter(key__endswith="/mentioned").values_list("staff", flat=True)
    assert set(told) == {vendor["he"].pk}


def test_words_longer_than_a_draft_are_not_lost_by_another_audience_or_by_taking_back(
    case: Case, sign_in: SignIn
) -> None:
    zhou, words = sign_in("zhou"), "长" * 30_000
    data = form(case, words, "note", to="customer")
    assert words in zhou.post(f"/cases/{case.number}/composer/", data).content.decode()
    assert words in zhou.post(f"/cases/{case.number}/composer/?quote=1", data).content.decode()
    send(zhou, case, form(case, words, "note"))
    message = case.messages.get(is_inbound=False)
    assert words in zhou.post(f"/cases/messages/{message.pk}/withdrawal/").content.decode()
    assert sent(case) == []
