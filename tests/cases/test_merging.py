"""Merging cases that are one matter."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.cases import access, merging, opening, snoozing, waiting
from proxeny.cases.models import Case, Merge
from proxeny.cases.models.places import ENDED
from proxeny.core import clock
from proxeny.identity.access import NotFound
from tests.cases.handy import OUTSIDERS, again, lines, opened, said
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def pair(vendor: Cast) -> tuple[Case, Case]:
    """The target first, then the source."""
    return opened(vendor, "导出慢"), opened(vendor, "导出还是慢")


def test_the_messages_show_in_the_target_and_the_number_stays(pair: tuple[Case, Case], vendor: Cast) -> None:
    (target, source), zhou = pair, vendor.actor("zhou")
    merging.merge(source, target, reason="同一件事", by=zhou)
    assert [one.text for one in access.messages(zhou, target)] == ["导出慢", "导出还是慢"]
    assert again(source).number == source.number
    assert again(source).merged_into == target


def test_wait_snooze_and_clocks_of_the_source_end_and_come_back(
    pair: tuple[Case, Case], vendor: Cast
) -> None:
    (target, source), zhou = pair, vendor.actor("zhou")
    waiting.wait(source, why="截图", by=zhou)
    snoozing.snooze(source, TODAY + timedelta(days=2), reason="x", by=zhou)
    before = Case.objects.values("due_at", "due_clock", "waits_since", "snoozed_until", "place").get(
        pk=source.pk
    )
    merging.merge(source, target, by=zhou)
    ended = again(source)
    assert (ended.due_at, ended.waits_since, ended.snoozed_until, ended.is_open) == (None, None, None, False)
    assert ended.place >= ENDED
    merging.unmerge(source, by=zhou)
    assert (
        Case.objects.values("due_at", "due_clock", "waits_since", "snoozed_until", "place").get(pk=source.pk)
        == before
    )


def test_a_customer_who_waits_in_the_source_waits_in_the_target(
    pair: tuple[Case, Case], vendor: Cast
) -> None:
    (target, source), zhou = pair, vendor.actor("zhou")
    said(target, vendor, "已在看")
    assert again(target).unanswered_since is None
    opening_again = opened(vendor, "还没好吗")
    merging.merge(opening_again, target, by=zhou)
    assert again(target).unanswered_since is not None
    merging.unmerge(opening_again, by=zhou)
    assert again(target).unanswered_since is None
    assert source.pk != opening_again.pk


def test_merging_twice_is_merging_once(pair: tuple[Case, Case], vendor: Cast) -> None:
    (target, source), zhou = pair, vendor.actor("zhou")
    merging.merge(source, target, by=zhou)
    before = lines()
    merging.merge(source, target, by=zhou)
    assert (Merge.objects.count(), lines()) == (1, before)
    merging.unmerge(source, by=zhou)
    merging.unmerge(source, by=zhou)
    assert lines() == before + 1


def test_what_was_merged_into_a_case_goes_along_and_comes_back(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    first, second, third = (opened(vendor, text) for text in ("一", "二", "三"))
    merging.merge(first, second, by=zhou)
    merging.merge(second, third, by=zhou)
    assert [one.text for one in access.messages(zhou, third)] == ["一", "二", "三"]
    merging.unmerge(second, by=zhou)
    assert (again(first).merged_into, again(second).merged_into) == (second, None)
    assert [one.text for one in access.messages(zhou, second)] == ["一", "二"]


def test_merging_into_a_merged_case_merges_into_where_that_leads(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    first, second, third = (opened(vendor, text) for text in ("一", "二", "三"))
    merging.merge(second, third, by=zhou)
    merging.merge(first, second, by=zhou)
    assert again(first).merged_into == third
    with pytest.raises(ValidationError):
        merging.merge(third, first, by=zhou)
    with pytest.raises(ValidationError):
        merging.merge(second, opened(vendor, "四"), by=zhou)


def test_the_first_of_a_chain_can_be_taken_out_of_its_end(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    first, second, third = (opened(vendor, text) for text in ("一", "二", "三"))
    merging.merge(first, second, by=zhou)
    merging.merge(second, third, by=zhou)
    merging.unmerge(first, by=zhou)
    assert (again(first).merged_into, again(second).merged_into) == (None, third)


def test_no_case_goes_into_itself_another_customers_or_into_confidence(
    pair: tuple[Case, Case], vendor: Cast
) -> None:
    (target, _source), zhou = pair, vendor.actor("zhou")
    others = [target, opened(vendor, account=vendor.star_river), opened(vendor, is_confidential=True)]
    for other in others:
        with pytest.raises(ValidationError):
            merging.merge(target, other, by=zhou)
    assert not Merge.objects.exists()


def test_an_outsider_can_merge_nothing_and_take_nothing_back(pair: tuple[Case, Case], vendor: Cast) -> None:
    target, source = pair
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            merging.merge(source, target, by=vendor.actor(outsider))
    merging.merge(source, target, by=vendor.actor("zhou"))
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            merging.unmerge(source, by=vendor.actor(outsider))
    assert again(source).merged_into == target


def test_both_cases_must_be_open_to_who_merges(vendor: Cast) -> None:
    mine = opened(vendor)
    not_mine = opening.open_case(vendor.yunqi, opening.Opening(text="x"), by=vendor.actor("lin"))
    for pair in ((mine, not_mine), (not_mine, mine)):
        with pytest.raises(NotFound):
            merging.merge(*pair, by=vendor.actor("zhou"))
    assert clock.today() == TODAY
