"""The two views, and how they become a reply."""

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.cases import answering_views, handing_over, opening
from proxeny.cases.briefing.facts import Answer, Risks
from proxeny.cases.briefing.reply import reply
from proxeny.cases.models import Audience, Case, Side, View
from proxeny.cases.opening import Opening
from proxeny.desk import drafting
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
AT_ONCE = "先收款,再改价,账不会错"
WHY = "收款和改价各占一次记账,系统一次只开一笔"


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(vendor.luban, Opening(text="收钱和改价要同时做"), by=vendor.actor("zhou"))


def test_a_view_is_given_with_its_risks_and_what_it_said_before_stays_on_record(
    case: Case, vendor: Cast
) -> None:
    answering_views.give(
        case, Side.BUSINESS, {"answer": AT_ONCE, "clumsier": "多点两下"}, by=vendor.actor("zhou")
    )
    answering_views.give(case, Side.BUSINESS, {"answer": "先改价,再收款"}, by=vendor.actor("he"))
    (view,) = answering_views.views_of(case).values()
    assert (view.answer, view.clumsier, view.by) == ("先改价,再收款", "多点两下", vendor["he"])
    said = [line.content["changes"]["answer"] for line in reading.about(case.record, kinds=["case.viewed"])]
    assert said == [{"before": AT_ONCE, "after": "先改价,再收款"}, {"before": "", "after": AT_ONCE}]


def test_risks_without_an_answer_are_the_risks_of_nothing(case: Case, vendor: Cast) -> None:
    with pytest.raises(ValidationError) as refused:
        answering_views.give(case, Side.PRODUCT, {"hidden_bug": "旧价缓存"}, by=vendor.actor("zhou"))
    assert set(refused.value.message_dict) == {"answer"}
    assert not View.objects.exists()


def test_two_who_write_the_same_side_are_shown_both(case: Case, vendor: Cast) -> None:
    seen = {"answer": "", "clumsier": ""}
    answering_views.give(case, Side.BUSINESS, {"answer": AT_ONCE}, by=vendor.actor("he"), seen=seen)
    with pytest.raises(Conflict) as met:
        wanted = {"answer": "先改价,再收款", "clumsier": "多点两下"}
        answering_views.give(case, Side.BUSINESS, wanted, by=vendor.actor("zhou"), seen=seen)
    (clash,) = met.value.clashes
    assert (clash.theirs, clash.by) == (AT_ONCE, vendor["he"].reference)
    assert met.value.free == {"clumsier": "多点两下"}


def test_the_other_side_is_nobodys_conflict(case: Case, vendor: Cast) -> None:
    answering_views.give(case, Side.BUSINESS, {"answer": AT_ONCE}, by=vendor.actor("he"), seen={"answer": ""})
    answering_views.give(case, Side.PRODUCT, {"answer": WHY}, by=vendor.actor("zhou"), seen={"answer": ""})
    assert set(answering_views.views_of(case)) == {Side.BUSINESS, Side.PRODUCT}


def test_a_view_is_taken_back_and_the_first_one_leaves_none(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    first = answering_views.give(case, Side.BUSINESS, {"answer": AT_ONCE}, by=zhou)
    second = answering_views.give(case, Side.BUSINESS, {"answer": "别的"}, by=zhou)
    assert first.sequence
    assert second.sequence
    with pytest.raises(Overtaken):
        answering_views.take_back(case, Side.BUSINESS, first.sequence, by=zhou)
    answering_views.take_back(case, Side.BUSINESS, second.sequence, by=zhou)
    assert answering_views.view_of(case, Side.BUSINESS).answer == AT_ONCE
    answering_views.take_back(case, Side.BUSINESS, first.sequence, by=zhou)
    assert answering_views.views_of(case) == {}


@pytest.mark.parametrize("outsider", ["lin", "pan", "tang", "xu", "zhang", "shen", "nobody"])
def test_an_outsider_gives_no_view_and_hands_nothing_over(case: Case, vendor: Cast, outsider: str) -> None:
    by = vendor.actor(outsider)
    for act in (
        lambda: answering_views.give(case, Side.BUSINESS, {"answer": "x"}, by=by),
        lambda: answering_views.take_back(case, Side.BUSINESS, 1, by=by),
        lambda: handing_over.append(case, Audience.CUSTOMER, "x", by=by),
    ):
        with pytest.raises(NotFound):
            act()
    assert not View.objects.exists()


def test_the_reply_leads_with_the_business_view_then_says_why_then_the_risks() -> None:
    text = reply(
        Answer(AT_ONCE, Risks(hidden_bug="改价后打印可能还是旧价", clumsier="多点两下")),
        Answer(WHY, Risks(data_accuracy="同一单不要收两次", clumsier="多点两下")),
    )
    assert text.split("\n\n") == [
        AT_ONCE,
        f"Why it is so: {WHY}.",
        "To keep your figures right: 同一单不要收两次.",
        "What to look out for, and to tell us at once: 改价后打印可能还是旧价.",
        "What takes more steps than before: 多点两下.",
    ]


def test_one_view_alone_is_a_reply_too_and_none_is_none() -> None:
    assert reply(Answer(AT_ONCE), Answer()) == AT_ONCE
    assert reply(Answer(), Answer(WHY)) == f"{WHY}."
    assert reply(Answer(), Answer()) == ""


def test_what_is_handed_over_is_appended_and_not_twice(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    key = handing_over.draft_key(case, Audience.CUSTOMER)
    drafting.keep(zhou, key, {"text": "王老板您好:", "to": ["contact:1"]})
    for _twice in range(2):
        handing_over.append(case, Audience.CUSTOMER, AT_ONCE, by=zhou)
    draft = drafting.of(zhou, key)
    assert draft is not None
    assert draft.content == {"text": f"王老板您好:\n\n{AT_ONCE}", "to": ["contact:1"]}
    assert drafting.of(vendor.actor("he"), key) is None, "a draft is its writer's own"
