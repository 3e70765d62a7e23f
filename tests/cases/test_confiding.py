"""Confidential cases."""

import pytest
from django.core.exceptions import ValidationError

from proxeny.cases import access, assigning, confiding, merging, texts
from proxeny.cases.models import Case
from proxeny.identity.access import NotFound
from proxeny.ledger.models import Entry
from proxeny.search.models import Document
from tests.cases.handy import OUTSIDERS, again, lines, opened, said
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    case = opened(vendor, "对方总监投诉我们的销售")
    said(case, vendor, "我们在查")
    return case


def found(vendor: Cast, username: str) -> int:
    return Document.objects.filter(texts.findable(vendor.actor(username))).count()


def test_case_and_words_are_gone_for_sales_and_auditor_and_come_back(case: Case, vendor: Cast) -> None:
    before = {name: found(vendor, name) for name in ("pan", "shen", "he", "zhou")}
    assert before["pan"] == before["shen"] == 2
    confiding.confide(case, is_confidential=True, by=vendor.actor("zhou"))
    for closed in ("pan", "shen"):
        assert not access.cases(vendor.actor(closed)).exists()
        assert found(vendor, closed) == 0
    for open_to in ("he", "zhou", "tang"):
        assert access.cases(vendor.actor(open_to)).exists()
    assert found(vendor, "he") == before["he"]
    confiding.confide(case, is_confidential=False, by=vendor.actor("zhou"))
    assert {name: found(vendor, name) for name in before} == before


def test_it_is_on_record_in_confidence_and_twice_is_once(case: Case, vendor: Cast) -> None:
    confiding.confide(case, is_confidential=True, reason="涉及个人", by=vendor.actor("zhou"))
    known = lines()
    confiding.confide(case, is_confidential=True, by=vendor.actor("zhou"))
    assert lines() == known
    assert Entry.objects.get(kind="case.confided").visibility == "confidential"


def test_what_was_merged_into_it_goes_along(case: Case, vendor: Cast) -> None:
    source = opened(vendor, "同一件投诉")
    merging.merge(source, case, by=vendor.actor("zhou"))
    confiding.confide(case, is_confidential=True, by=vendor.actor("zhou"))
    assert again(source).is_confidential
    assert found(vendor, "pan") == 0


def test_not_while_it_is_in_hands_that_could_not_see_it_any_longer(case: Case, vendor: Cast) -> None:
    assigning.give(case, to=vendor["lin"], by=vendor.actor("zhou"))
    with pytest.raises(ValidationError):
        confiding.confide(case, is_confidential=True, by=vendor.actor("zhou"))
    assert not again(case).is_confidential


def test_who_has_it_in_hand_without_that_channel_cannot_decide_it(case: Case, vendor: Cast) -> None:
    assigning.give(case, to=vendor["lin"], by=vendor.actor("zhou"))
    assert not confiding.may_confide(vendor.actor("lin"), case)
    with pytest.raises(NotFound):
        confiding.confide(case, is_confidential=True, by=vendor.actor("lin"))


def test_an_outsider_can_neither_close_nor_open_it(case: Case, vendor: Cast) -> None:
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            confiding.confide(case, is_confidential=True, by=vendor.actor(outsider))
    confiding.confide(case, is_confidential=True, by=vendor.actor("zhou"))
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            confiding.confide(case, is_confidential=False, by=vendor.actor(outsider))
    assert again(case).is_confidential
