"""In whose hands a case is."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.cases import access, assigning
from proxeny.cases.models import Assignment, Case
from proxeny.core import clock
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team, TeamMembership
from proxeny.notices.models import Notice
from tests.cases.handy import OUTSIDERS, again, lines, opened
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opened(vendor)


@pytest.fixture
def team(vendor: Cast) -> Team:
    made = Team.objects.create(name="二线", founded_at=clock.now())
    TeamMembership.objects.create(team=made, staff=vendor["he"], joined_at=clock.now())
    TeamMembership.objects.create(team=made, staff=vendor["zhang"], joined_at=clock.now())
    return made


def test_giving_ends_the_standing_row_and_begins_one(case: Case, vendor: Cast) -> None:
    row = assigning.give(case, to=vendor["he"], by=vendor.actor("zhou"))
    assert row is not None
    assert again(case).owner == vendor["he"]
    rows = list(Assignment.objects.filter(case=case).values_list("staff_name", "ended_at"))
    assert rows == [("周雨", row.began_at), ("何苗", None)]


def test_what_is_taken_from_another_needs_a_reason_what_one_gives_away_needs_none(
    case: Case, vendor: Cast
) -> None:
    with pytest.raises(ValidationError) as refused:
        assigning.give(case, to=vendor["he"], by=vendor.actor("he"))
    assert set(refused.value.message_dict) == {"reason"}
    assigning.give(case, to=vendor["he"], reason="周雨休假", by=vendor.actor("he"))
    assert again(case).owner == vendor["he"]


def test_giving_it_to_whoever_has_it_changes_nothing(case: Case, vendor: Cast) -> None:
    before = lines()
    assert assigning.give(case, to=vendor["zhou"], by=vendor.actor("he")) is None
    assert (lines(), Assignment.objects.count()) == (before, 1)


@pytest.mark.parametrize("unable", ["pan", "xu", "zhang", "shen", "tang", "nobody"])
def test_only_who_can_work_on_cases_can_have_one_in_hand(case: Case, vendor: Cast, unable: str) -> None:
    with pytest.raises(ValidationError) as refused:
        assigning.give(case, to=vendor[unable], by=vendor.actor("zhou"))
    assert set(refused.value.message_dict) == {"to"}


def test_one_names_a_colleague_or_a_team_not_both_and_not_neither(
    case: Case, vendor: Cast, team: Team
) -> None:
    for to in ({}, {"to": vendor["he"], "team": team}):
        with pytest.raises(ValidationError):
            assigning.give(case, by=vendor.actor("zhou"), **to)


def test_what_lies_in_ones_hands_is_open_to_one_and_closed_again_afterwards(case: Case, vendor: Cast) -> None:
    lin = vendor.actor("lin")
    assert not access.cases(lin).filter(pk=case.pk).exists()
    assigning.give(case, to=vendor["lin"], by=vendor.actor("zhou"))
    assert access.case_for(lin, case.number, write=True) == case
    assigning.give(case, to=vendor["zhou"], by=lin)
    assert not access.cases(lin).filter(pk=case.pk).exists()


def test_who_gave_it_away_takes_it_back_though_it_is_closed_to_them_by_now(case: Case, vendor: Cast) -> None:
    assigning.give(case, to=vendor["lin"], by=vendor.actor("zhou"))
    row = assigning.give(again(case), to=vendor["he"], by=vendor.actor("lin"))
    assert row is not None
    assert not access.cases(vendor.actor("lin")).filter(pk=case.pk).exists()
    assigning.take_back(row, by=vendor.actor("lin"))
    assert again(case).owner == vendor["lin"]


def test_nobody_else_takes_it_back_and_nobody_after_half_an_hour_or_when_it_went_on(
    case: Case, vendor: Cast
) -> None:
    row = assigning.give(case, to=vendor["he"], by=vendor.actor("zhou"))
    assert row is not None
    for other in ("he", "lin", "nobody"):
        with pytest.raises(NotFound):
            assigning.take_back(row, by=vendor.actor(other))
    with clock.on(TODAY + timedelta(days=1)), pytest.raises(NotFound):
        assigning.take_back(row, by=vendor.actor("zhou"))
    assigning.give(again(case), to=vendor["lin"], by=vendor.actor("he"))
    with pytest.raises(NotFound):
        assigning.take_back(row, by=vendor.actor("zhou"))


def test_a_team_has_it_and_nobody_in_person_and_those_of_the_team_who_may_see_it_are_told(
    case: Case, vendor: Cast, team: Team
) -> None:
    assigning.give(case, team=team, by=vendor.actor("zhou"))
    assert (again(case).owner, again(case).team) == (None, team)
    assert [one.staff for one in Notice.objects.filter(about=str(case.record))] == [vendor["he"]]


def test_who_gets_it_and_who_loses_it_are_told_and_nobody_of_what_was_taken_back_unread(
    case: Case, vendor: Cast
) -> None:
    he = vendor.actor("he")
    row = assigning.give(case, to=vendor["he"], reason="我来", by=he)
    assert row is not None
    told = Notice.objects.filter(kind="case.given", about=str(case.record))
    assert [one.staff for one in told] == [vendor["zhou"]], "whoever acted is not told"
    assigning.take_back(row, by=he)
    assert again(case).owner == vendor["zhou"]
    assert not told.all().exists()


def test_a_confidential_case_goes_only_to_who_has_that_channel(vendor: Cast) -> None:
    case = opened(vendor, is_confidential=True)
    with pytest.raises(ValidationError):
        assigning.give(case, to=vendor["lin"], by=vendor.actor("zhou"))
    assert assigning.give(case, to=vendor["he"], by=vendor.actor("zhou"))


def test_an_outsider_can_put_nothing_into_anybodys_hands(case: Case, vendor: Cast) -> None:
    before = lines()
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            assigning.give(case, to=vendor["he"], reason="x", by=vendor.actor(outsider))
    assert (again(case).owner, lines()) == (vendor["zhou"], before)
