"""The two views on the page of a case, and the briefs."""

import pytest
from django.test import Client

from proxeny.cases import answering_views, changing
from proxeny.cases.models import Audience, Case, Side
from proxeny.desk import drafting
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.talk.composer import key_of
from tests.cast import Cast, SignIn
from tests.web.cases.understanding import HTMX, Stall, page, set_up, undo_in

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def stall(vendor: Cast) -> Stall:
    return set_up(vendor)


@pytest.fixture
def zhou(sign_in: SignIn) -> Client:
    return sign_in("zhou")


def draft(vendor: Cast, stall: Stall, audience: Audience) -> str:
    """What stands in the composer of 周雨 for that audience."""
    actor = vendor.actor("zhou")
    found = drafting.of(actor, key_of(reader_of(actor, stall.case.number), audience))
    return str(found.content["text"]) if found else ""


def test_the_business_view_comes_first_and_a_risk_has_a_shape_and_a_word(zhou: Client, stall: Stall) -> None:
    shown = zhou.get(stall.at("case-panel", "views")).content.decode()
    assert shown.index("先收款,再改价") < shown.index("系统一次只开一笔")
    assert "↻" in shown
    assert "Makes work clumsier" in shown


def test_a_view_is_changed_and_taken_back(zhou: Client, stall: Stall) -> None:
    address = stall.at("case-view", "business")
    opened = zhou.get(address, headers=HTMX).content.decode()
    assert 'name="seen-answer" value="先收款,再改价"' in opened
    assert "data-draft=" in opened
    assert zhou.post(address, {"answer": " ", "seen-answer": "先收款,再改价"}).status_code == 422
    sent = {
        "answer": "先改价,再收款",
        "seen-answer": "先收款,再改价",
        "hidden_bug": "旧价",
        "seen-hidden_bug": "",
    }
    after = zhou.post(address, sent, follow=True).content.decode()
    assert "先改价,再收款" in page(zhou, stall, "views")
    zhou.post(undo_in(after))
    assert answering_views.view_of(stall.case, Side.BUSINESS).answer == "先收款,再改价"
    assert zhou.get(stall.at("case-view", "sideways")).status_code == 404


def test_two_who_write_the_same_side_are_shown_both_and_nothing_is_lost(
    zhou: Client, stall: Stall, vendor: Cast
) -> None:
    answering_views.give(stall.case, Side.BUSINESS, {"answer": "分两单做"}, by=vendor.actor("he"))
    address = stall.at("case-view", "business")
    sent = {"answer": "先改价", "seen-answer": "先收款,再改价", "hidden_bug": "旧价", "seen-hidden_bug": ""}
    met = zhou.post(address, sent)
    assert met.status_code == 422
    shown = met.content.decode()
    assert "何苗" in shown
    assert '<input type="hidden" name="hidden_bug" value="旧价">' in shown
    decided = {
        "pick-answer": "mine",
        "mine-answer": "先改价",
        "seen-answer": "分两单做",
        "hidden_bug": "旧价",
    }
    assert zhou.post(address, decided).status_code == 302
    view = answering_views.view_of(stall.case, Side.BUSINESS)
    assert (view.answer, view.hidden_bug) == ("先改价", "旧价")


def test_a_draft_begun_before_another_wrote_meets_the_conflict_later(
    zhou: Client, stall: Stall, vendor: Cast
) -> None:
    key = f"case-view:{stall.case.pk}:business"
    begun = {"answer": "先改价", "seen-answer": "先收款,再改价"}
    drafting.keep(vendor.actor("zhou"), key, begun)
    answering_views.give(stall.case, Side.BUSINESS, {"answer": "分两单做"}, by=vendor.actor("he"))
    opened = zhou.get(stall.at("case-view", "business")).content.decode()
    assert 'name="seen-answer" value="先收款,再改价"' in opened
    assert zhou.post(stall.at("case-view", "business"), begun).status_code == 422


def test_put_into_the_reply_it_is_appended_business_first(zhou: Client, stall: Stall, vendor: Cast) -> None:
    actor = vendor.actor("zhou")
    drafting.keep(
        actor, key_of(reader_of(actor, stall.case.number), Audience.CUSTOMER), {"text": "王主管您好:"}
    )
    answer = zhou.post(stall.at("case-views-reply"))
    assert answer["Location"] == f"{stall.at('case')}?to=customer#composer"
    assert draft(vendor, stall, Audience.CUSTOMER).split("\n\n") == [
        "王主管您好:",
        "先收款,再改价",
        "Why it is so: 系统一次只开一笔.",
        "What takes more steps than before: 多点两下.",
    ]
    assert "王主管您好" in zhou.get(answer["Location"]).content.decode()


def test_four_briefs_say_what_is_missing_and_lead_with_what_each_reader_needs(
    zhou: Client, stall: Stall
) -> None:
    shown = zhou.get(stall.at("case-briefs")).content.decode()
    for reader in ("product", "sales", "customer", "boss"):
        assert f'id="brief-{reader}"' in shown
    assert "Still missing: in which environment it is used" in shown
    asks = zhou.get(stall.at("case-briefs"), {"to": "asks"}).content.decode()
    assert "李工, good day." in asks
    assert "only we see this" in asks


def test_the_facts_are_derived_anew_while_the_wording_stays_the_writers(
    zhou: Client, stall: Stall, vendor: Cast
) -> None:
    address = stall.at("case-brief", "product")
    zhou.post(address, {"text": "我自己的话", "language": "en", "keep": "1"})
    changing.change(stall.case, {"environment": "摊位上"}, by=vendor.actor("he"))
    shown = zhou.get(stall.at("case-briefs")).content.decode()
    assert "我自己的话" in shown
    assert "摊位上" in shown
    assert "Still missing: in which environment" not in shown
    zhou.post(address, {"text": "我自己的话", "language": "en", "anew": "1"})
    anew = zhou.get(stall.at("case-briefs")).content.decode()
    assert "我自己的话" not in anew
    assert "Environment: 摊位上" in anew


def test_each_language_has_its_own_wording(zhou: Client, stall: Stall) -> None:
    shown = zhou.get(stall.at("case-briefs"), {"language": "zh"}).content.decode()
    assert 'name="language" value="zh"' in shown
    zhou.post(stall.at("case-brief", "boss"), {"text": "给老板的话", "language": "zh", "keep": "1"})
    assert "给老板的话" not in zhou.get(stall.at("case-briefs"), {"language": "en"}).content.decode()
    assert "给老板的话" in zhou.get(stall.at("case-briefs"), {"language": "zh"}).content.decode()


@pytest.mark.parametrize(
    ("who", "audience"),
    [
        ("product", Audience.PRODUCT),
        ("sales", Audience.SALES),
        ("decides", Audience.CUSTOMER),
        ("boss", Audience.NOTE),
    ],
)
def test_a_brief_is_handed_to_the_draft_for_its_audience_and_nothing_is_sent(
    zhou: Client, stall: Stall, vendor: Cast, who: str, audience: Audience
) -> None:
    before = stall.case.messages.count()
    answer = zhou.post(stall.at("case-brief", who), {"text": "请看这里", "language": "en", "send": "1"})
    assert answer["Location"] == f"{stall.at('case')}?to={audience.value}#composer"
    assert draft(vendor, stall, audience) == "请看这里"
    assert stall.case.messages.count() == before


def test_what_was_told_in_confidence_has_no_brief_for_sales(zhou: Client, stall: Stall) -> None:
    Case.objects.filter(pk=stall.case.pk).update(is_confidential=True)
    assert 'id="brief-sales"' not in zhou.get(stall.at("case-briefs")).content.decode()
    assert zhou.post(stall.at("case-brief", "sales"), {"text": "x", "send": "1"}).status_code == 404
    assert zhou.post(stall.at("case-brief", "nobody"), {"text": "x"}).status_code == 404
