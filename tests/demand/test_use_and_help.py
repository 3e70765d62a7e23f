"""What use is expected and seen, which teams helped; and cases tied to requests."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from proxeny.core import clock
from proxeny.demand import crediting, delivering, expecting, joining, tying, using
from proxeny.demand.models import Credit, ExpectedUse, Request, Unable
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team
from proxeny.ledger import reading
from tests.cast import Cast
from tests.demand.conftest import Weighing

pytestmark = pytest.mark.usefixtures("on_22_november")


def expect(vendor: Cast, one: Request, by: str = "zhou", **more: Any) -> ExpectedUse:
    said = {"measure": "每周自己导出的店长", "how_many": 20, "by_day": date(2027, 6, 30), **more}
    return expecting.expect(one, **said, by=vendor.actor(by))


@pytest.fixture
def team(db: None) -> Team:
    return Team.objects.create(name="报表组", founded_at=clock.now())


def test_who_works_on_a_request_says_what_is_expected_and_sales_does_not(
    vendor: Cast, weighing: Weighing
) -> None:
    one = weighing.ask()
    refused = weighing.refusing(NotFound, lambda name: expect(vendor, one, name, how_many=ord(name[0])))
    assert set(vendor.people) - refused == {"zhou", "he", "xu"}
    assert ExpectedUse.objects.filter(ended_at=None).count() == 1


@pytest.mark.parametrize("wrong", [{"measure": " "}, {"how_many": 0}, {"by_day": date(2026, 11, 22)}])
def test_what_is_expected_can_be_counted_and_looked_at_on_a_day_to_come(
    vendor: Cast, weighing: Weighing, wrong: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError) as refused:
        expect(vendor, weighing.ask(), **wrong)
    assert set(refused.value.message_dict) == set(wrong)


def test_once_it_was_decided_what_was_expected_stands(vendor: Cast, weighing: Weighing) -> None:
    one = weighing.ask()
    said = expect(vendor, one)
    assert expecting.take_back(one, said.pk, by=vendor.actor("zhou")) is True
    said = expect(vendor, one)
    weighing.yes(one)
    with pytest.raises(ValidationError):
        expect(vendor, one, how_many=5)
    assert expecting.take_back(one, said.pk, by=vendor.actor("zhou")) is False


def test_each_customers_use_is_noted_after_delivery_by_who_serves_them(
    vendor: Cast, weighing: Weighing
) -> None:
    one, other = weighing.ask(), weighing.ask(vendor.yunqi)
    joining.join(other, one, by=vendor.actor("he"))
    with pytest.raises(ValidationError):
        using.note(one, how_many=3, by=vendor.actor("zhou"))
    weighing.yes(one)
    delivering.deliver(one, what="3.2", by=vendor.actor("xu"))
    for outsider in ("lin", "xu", "pan", "tang"):
        with pytest.raises(NotFound):
            using.note(one, how_many=3, by=vendor.actor(outsider))
    for wrong in (
        {"how_many": -1},
        {"how_many": 1, "on": date(2026, 11, 23)},
        {"how_many": 1, "on": date(2026, 11, 1)},
    ):
        with pytest.raises(ValidationError):
            using.note(one, **wrong, by=vendor.actor("zhou"))  # type: ignore[arg-type]
    using.note(one, how_many=3, by=vendor.actor("zhou"))
    second = using.note(one, how_many=8, by=vendor.actor("zhou"))
    using.note(other, how_many=4, by=vendor.actor("lin"))
    assert {seen.how_many for seen in using.latest([one, other]).values()} == {8, 4}
    using.take_back(one, second.pk, by=vendor.actor("zhou"))
    assert using.latest([one])[one.pk].how_many == 3


def test_a_team_is_credited_and_the_credit_can_be_taken_back_by_who_gave_it(
    vendor: Cast, weighing: Weighing, team: Team
) -> None:
    one, xu = weighing.ask(), vendor.actor("xu")
    with pytest.raises(ValidationError):
        crediting.credit(one, team, what_for=" ", by=xu)
    for outsider in ("lin", "pan", "zhang", "tang", "nobody"):
        with pytest.raises(NotFound):
            crediting.credit(one, team, what_for="调了接口", by=vendor.actor(outsider))
    for _ in range(2):
        credit = crediting.credit(one, team, what_for="调了接口", by=xu)
    assert Credit.objects.filter(team=team, ended_at=None).count() == 1
    with pytest.raises(NotFound):
        crediting.take_back(one, credit.pk, by=vendor.actor("he"))
    for _ in range(2):
        crediting.take_back(one, credit.pk, by=xu)
    assert not Credit.objects.filter(team=team, ended_at=None).exists()


def test_a_team_that_declines_is_noted_at_the_request_and_nowhere_in_its_own_record(
    vendor: Cast, weighing: Weighing, team: Team
) -> None:
    one, xu = weighing.ask(), vendor.actor("xu")
    for _ in range(2):
        unable = crediting.decline(one, team, words="本季排满", by=xu)
    assert Unable.objects.count() == 1
    assert not Credit.objects.exists()
    line = reading.about(one.record)[0]
    assert line.kind == "request.help-declined"
    assert f"team:{team.pk}" not in line.subjects
    assert not crediting.take_back_decline(one, unable.pk, by=xu).stands


def test_a_case_of_the_customer_is_tied_to_the_request_and_of_another_it_is_not(
    vendor: Cast, weighing: Weighing
) -> None:
    one, zhou = weighing.ask(), vendor.actor("zhou")
    case = weighing.case()
    for _ in range(2):
        tying.tie_request(one, case, by=zhou)
    assert one.case_links.count() == 1
    with pytest.raises(NotFound):
        tying.untie_request(one, case, by=vendor.actor("lin"))
    assert [tying.untie_request(one, case, by=zhou) for _ in range(2)] == [True, False]
    for apart in (weighing.case(vendor.star_river), weighing.case(is_confidential=True)):
        with pytest.raises(ValidationError):
            tying.tie_request(one, apart, by=zhou)
