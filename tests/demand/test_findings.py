"""What requests hand in to the docket, and when they stop."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest

from proxeny.core import clock
from proxeny.core.findings import Finding
from proxeny.demand import asking, delivering, findings, joining, telling_customer, using, voicing
from proxeny.demand.models import Told, Voice
from tests.cast import TODAY, Cast
from tests.demand.conftest import Weighing

pytestmark = pytest.mark.usefixtures("on_22_november")
JUNE = date(2027, 7, 1)


def found(source: Callable[[date], Iterable[Finding]], days: int = 0) -> list[Finding]:
    """Return what the source hands in so many days later."""
    on = TODAY + timedelta(days=days)
    with clock.on(on):
        return list(source(on))


def test_after_thirty_days_an_undecided_request_is_handed_in_with_the_voices_it_lacks(
    vendor: Cast, weighing: Weighing
) -> None:
    one = weighing.ask()
    voicing.speak(one, Voice.Of.SALES, Voice.Stand.FOR, "续约要它", by=vendor.actor("pan"))
    assert found(findings.undecided, 30) == []
    (finding,) = found(findings.undecided, 31)
    assert finding.account_id == vendor.luban.pk
    said = [each.text.in_language("en") for each in finding.evidence]
    assert "Product has not given its voice." in said
    assert "Sales has not given its voice." not in said
    weighing.no(one)
    assert found(findings.undecided, 31) == []


def test_a_withdrawn_request_is_handed_in_by_nobody(vendor: Cast, weighing: Weighing) -> None:
    one = weighing.ask()
    weighing.no(one)
    asking.withdraw(one, reason="不用了", by=vendor.actor("zhou"))
    assert found(findings.undecided, 40) == found(findings.not_told, 40) == []


def test_a_later_comes_back_on_its_day(weighing: Weighing) -> None:
    weighing.later(weighing.ask(), days=40)
    assert found(findings.put_off, 39) == []
    assert [each.kind for each in found(findings.put_off, 40)] == ["request-later"]


def test_until_each_customer_has_heard_it_is_handed_in_for_that_customer(
    vendor: Cast, weighing: Weighing
) -> None:
    one, other = weighing.ask(), weighing.ask(vendor.yunqi)
    joining.join(other, one, by=vendor.actor("he"))
    weighing.no(one)
    assert found(findings.not_told) == []
    assert {each.account_id for each in found(findings.not_told, 2)} == {vendor.luban.pk, vendor.yunqi.pk}
    assert "2\xa0days" in found(findings.not_told, 2)[0].sentence.in_language("en")
    telling_customer.tell(one, Told.How.CALL, by=vendor.actor("zhou"))
    assert [each.account_id for each in found(findings.not_told, 2)] == [vendor.yunqi.pk]
    weighing.later(one)
    assert len(found(findings.not_told, 2)) == 2


def test_delivered_it_is_to_be_looked_at_on_the_day_said_until_somebody_has(
    vendor: Cast, weighing: Weighing
) -> None:
    one, days = weighing.ask(), (JUNE - TODAY).days
    weighing.yes(one)
    assert found(findings.to_look_at, days) == []
    delivering.deliver(one, what="3.2", by=vendor.actor("xu"))
    assert found(findings.to_look_at, days - 2) == []
    (finding,) = found(findings.to_look_at, days)
    assert "20" in finding.sentence.in_language("en")
    with clock.on(JUNE):
        using.note(one, how_many=12, by=vendor.actor("zhou"))
    assert found(findings.to_look_at, days) == []
