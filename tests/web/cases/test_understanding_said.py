"""What satisfies whom, kind and cause, and the priority on the page of a case: said, met by another's word, taken back."""

import pytest
from django.test import Client
from django.urls import reverse

from proxeny.cases import classifying, satisfying
from proxeny.cases.access import case_for
from proxeny.cases.classifying import Of
from proxeny.cases.models import Kind, Priority, Satisfaction
from tests.cast import Cast, SignIn
from tests.web.cases.understanding import HTMX, Stall, page, set_up, undo_in

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def stall(vendor: Cast) -> Stall:
    return set_up(vendor)


@pytest.fixture
def zhou(sign_in: SignIn) -> Client:
    return sign_in("zhou")


def test_what_satisfies_whom_is_said_met_by_their_word_and_taken_back(zhou: Client, stall: Stall) -> None:
    address = f"{stall.at('case-satisfactions')}?of=contact:{stall.wang.pk}"
    assert "王主管" in zhou.get(address, headers=HTMX).content.decode()
    zhou.post(address, {"when": "排队不变长"})
    wish = Satisfaction.objects.get(contact=stall.wang)
    meeting = reverse("case-satisfaction-meeting", args=[wish.pk])
    assert zhou.post(meeting, {"word": " "}).status_code == 422
    after = zhou.post(meeting, {"word": "今天没排队"}, follow=True).content.decode()
    assert "今天没排队" in after
    assert "is-verified" in after
    zhou.post(undo_in(after))
    wish.refresh_from_db()
    assert wish.met_at is None


def test_a_wish_in_other_words_meets_the_conflict_too(zhou: Client, stall: Stall, vendor: Cast) -> None:
    address = reverse("case-satisfaction", args=[stall.wish.pk])
    assert 'name="seen-when" value="给老板一个说法"' in zhou.get(address).content.decode()
    satisfying.reword(stall.wish, {"when": "给王主管一个说法"}, by=vendor.actor("he"))
    met = zhou.post(address, {"when": "书面说明", "seen-when": "给老板一个说法"})
    assert met.status_code == 422
    decided = {"pick-when": "mine", "mine-when": "书面说明", "seen-when": "给王主管一个说法"}
    assert zhou.post(address, decided).status_code == 302
    stall.wish.refresh_from_db()
    assert stall.wish.when == "书面说明"


def test_a_removed_wish_is_gone_from_the_page(zhou: Client, stall: Stall) -> None:
    zhou.post(reverse("case-satisfaction-removal", args=[stall.wish.pk]))
    assert "给老板一个说法" not in page(zhou, stall, "framing")


def test_the_kind_is_named_at_once_and_renamed_with_a_reason_that_all_can_read(
    zhou: Client, stall: Stall
) -> None:
    address = stall.at("case-classification", "kind")
    assert 'name="reason"' not in zhou.get(address, headers=HTMX).content.decode()
    zhou.post(address, {"value": "need", "seen-kind": ""})
    assert 'name="reason"' in zhou.get(address, headers=HTMX).content.decode()
    assert zhou.post(address, {"value": "defect", "seen-kind": "need", "reason": ""}).status_code == 422
    zhou.post(address, {"value": "defect", "seen-kind": "need", "reason": "和旧缺陷一样"})
    shown = page(zhou, stall, "matter")
    assert "和旧缺陷一样" in shown
    assert "said 2 times" in shown
    assert "<s class" in shown


def test_two_who_name_the_kind_are_shown_both(zhou: Client, stall: Stall, vendor: Cast) -> None:
    classifying.classify(stall.case, Of.KIND, Kind.NEED, by=vendor.actor("he"))
    address = stall.at("case-classification", "kind")
    met = zhou.post(address, {"value": "defect", "seen-kind": "", "reason": "旧缺陷"})
    assert met.status_code == 422
    shown = met.content.decode()
    assert "new need" in shown
    assert "何苗" in shown
    decided = {"pick-kind": "mine", "mine-kind": "defect", "seen-kind": "need", "reason": "旧缺陷"}
    assert zhou.post(address, decided).status_code == 302
    stall.case.refresh_from_db()
    assert stall.case.kind == Kind.DEFECT


def test_a_kind_is_taken_back_by_who_said_it(zhou: Client, stall: Stall) -> None:
    address = stall.at("case-classification", "kind")
    after = zhou.post(address, {"value": "need", "seen-kind": ""}, follow=True).content.decode()
    zhou.post(undo_in(after))
    stall.case.refresh_from_db()
    assert stall.case.kind == ""
    assert zhou.get(stall.at("case-classification", "colour")).status_code == 404


def test_the_priority_says_why_and_a_word_against_it_is_vermilion(zhou: Client, stall: Stall) -> None:
    shown = page(zhou, stall, "priority")
    assert "because work is hindered, and the customer is key." in shown
    assert 'class="mark ' not in shown
    address = stall.at("case-priority")
    assert zhou.post(address, {"priority": "1", "reason": ""}).status_code == 422
    after = zhou.post(address, {"priority": "1", "reason": "市场开市前要好"}, follow=True).content.decode()
    overruled = page(zhou, stall, "priority")
    assert 'class="mark ' in overruled
    assert "市场开市前要好" in overruled
    assert "By the rule P2" in overruled
    zhou.post(undo_in(after))
    stall.case.refresh_from_db()
    assert stall.case.priority == Priority.SECOND


def test_a_lifted_priority_stands_again(zhou: Client, stall: Stall, vendor: Cast) -> None:
    zhou.post(stall.at("case-priority"), {"priority": "4", "reason": "客户说不急"})
    zhou.post(stall.at("case-priority-lifting"))
    assert case_for(vendor.actor("zhou"), stall.case.number).priority == Priority.SECOND
    zhou.post(stall.at("case-priority-restoration"))
    assert case_for(vendor.actor("zhou"), stall.case.number).priority == Priority.FOURTH
