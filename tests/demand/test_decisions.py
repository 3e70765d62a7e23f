"""A decision on a request: who decides, what it needs, what it promises, and that the customer hears."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from proxeny.core import clock
from proxeny.demand import asking, deciding, delivering, telling_customer, voicing
from proxeny.demand.deciding import Answer, Verdict
from proxeny.demand.models import Decision, Request, Told, Voice
from proxeny.identity.access import NotFound
from proxeny.ledger import verifying
from proxeny.notices.models import Notice
from proxeny.promises.models import Promise
from tests.cast import Cast
from tests.demand.conftest import SPRING, Weighing

pytestmark = pytest.mark.usefixtures("on_22_november")


def refused(weighing: Weighing, one: Request, verdict: Verdict) -> set[str]:
    with pytest.raises(ValidationError) as error:
        deciding.decide(one, verdict, by=weighing.vendor.actor("xu"))
    return set(error.value.message_dict)


def test_product_and_leads_decide_and_nobody_else(vendor: Cast, weighing: Weighing) -> None:
    one = weighing.ask()
    refused = weighing.refusing(NotFound, lambda name: weighing.no(one, by=name))
    assert set(vendor.people) - refused == {"xu", "he"}


def test_what_was_asked_in_confidence_product_cannot_decide(vendor: Cast, weighing: Weighing) -> None:
    one = weighing.confided()
    with pytest.raises(NotFound):
        weighing.no(one, by="xu")
    assert weighing.no(one, by="he").by == vendor["he"]


def test_a_decision_has_a_reason_a_yes_its_day_a_later_when_it_is_looked_at_again(weighing: Weighing) -> None:
    one = weighing.ask()
    assert refused(weighing, one, Verdict(Answer.NO, " ")) == {"reason"}
    assert refused(weighing, one, Verdict(Answer.LATER, "先等等")) == {"again_on"}
    assert refused(weighing, one, Verdict(Answer.LATER, "先等等", again_on=date(2026, 11, 22))) == {
        "again_on"
    }
    assert refused(weighing, one, Verdict(Answer.YES, "好", promised_on=SPRING)) == {"answer"}
    weighing.expect(one)
    assert refused(weighing, one, Verdict(Answer.YES, "好")) == {"promised_on"}
    assert refused(weighing, one, Verdict(Answer.YES, "好", promised_on=date(2026, 11, 21))) == {
        "promised_on"
    }
    assert not Decision.objects.exists()


def test_a_yes_is_a_promise_to_the_customer_by_who_decided(vendor: Cast, weighing: Weighing) -> None:
    one = weighing.ask()
    for _ in range(2):
        decision = weighing.yes(one)
    promise = Promise.objects.get()
    assert (promise.account, promise.due_on, promise.by_person) == (vendor.luban, SPRING, vendor["xu"])
    assert promise.source == str(one.record)
    assert decision.pledges.get().promise == promise
    one.refresh_from_db()
    assert (one.state, one.settled_with) == ("decided", "三家都要")
    assert verifying.verify().ok


def test_the_voices_that_nobody_gave_stand_beside_the_decision(vendor: Cast, weighing: Weighing) -> None:
    one = weighing.ask()
    voicing.speak(one, Voice.Of.CUSTOMER, Voice.Stand.FOR, "急用", by=vendor.actor("zhou"))
    assert weighing.no(one).without == ["product", "sales"]


def test_decided_anew_the_former_decision_stays_and_its_promise_is_withdrawn(weighing: Weighing) -> None:
    one = weighing.ask()
    weighing.yes(one)
    weighing.no(one, by="he", reason="做不了")
    assert [(each.answer, each.stands) for each in one.decisions.all()] == [("yes", False), ("no", True)]
    promise = Promise.objects.get()
    assert (promise.withdrawn_because, promise.withdrawn_at is None) == ("做不了", False)


def test_the_same_day_decided_for_another_reason_keeps_the_promise(weighing: Weighing) -> None:
    one = weighing.ask()
    weighing.yes(one)
    second = weighing.yes(one, reason="星河也要")
    assert second.pledges.get().promise == Promise.objects.get(withdrawn_at=None)
    assert Promise.objects.count() == 1


def test_another_day_is_promised_anew_until_a_customer_has_heard_the_first(
    vendor: Cast, weighing: Weighing
) -> None:
    one = weighing.ask()
    weighing.yes(one)
    weighing.yes(one, until=date(2027, 5, 31))
    assert Promise.objects.get(withdrawn_at=None).due_on == date(2027, 5, 31)
    telling_customer.tell(one, Told.How.CALL, by=vendor.actor("zhou"))
    weighing.yes(one, until=date(2027, 5, 31), reason="再想过")
    telling_customer.tell(one, Told.How.CALL, by=vendor.actor("zhou"))
    assert refused(weighing, one, Verdict(Answer.YES, "再晚些", promised_on=SPRING)) == {"promised_on"}


def test_taken_back_with_a_reason_it_is_to_be_decided_again(vendor: Cast, weighing: Weighing) -> None:
    one, xu = weighing.ask(), vendor.actor("xu")
    weighing.yes(one)
    with pytest.raises(ValidationError):
        deciding.take_back(one, reason="", by=xu)
    with pytest.raises(NotFound):
        deciding.take_back(one, reason="x", by=vendor.actor("zhou"))
    assert deciding.take_back(one, reason="算错了", by=xu) is True
    assert deciding.take_back(one, reason="算错了", by=xu) is False
    one.refresh_from_db()
    assert (one.state, one.settled_at) == ("open", None)
    assert not Promise.objects.filter(withdrawn_at=None).exists()


def test_a_withdrawn_request_is_not_decided_and_takes_its_promise_along(
    vendor: Cast, weighing: Weighing
) -> None:
    one, zhou = weighing.ask(), vendor.actor("zhou")
    weighing.yes(one)
    asking.withdraw(one, reason="客户换了做法", by=zhou)
    assert not Promise.objects.filter(withdrawn_at=None).exists()
    assert refused(weighing, one, Verdict(Answer.NO, "不做")) == {"answer"}
    assert asking.restore(one, by=zhou).state == "decided"


def test_who_speaks_for_the_customer_is_told_and_the_news_goes_with_the_decision(
    vendor: Cast, weighing: Weighing
) -> None:
    one = weighing.ask()
    weighing.no(one)
    news = Notice.objects.filter(staff=vendor["zhou"], kind="request.weighed")
    assert news.count() == 1
    deciding.take_back(one, reason="算错了", by=vendor.actor("xu"))
    assert not news.exists()


def test_the_customer_is_told_by_who_serves_them_and_each_decision_anew(
    vendor: Cast, weighing: Weighing
) -> None:
    one = weighing.ask()
    with pytest.raises(ValidationError):
        telling_customer.tell(one, Told.How.CALL, by=vendor.actor("zhou"))
    weighing.no(one)
    refused = weighing.refusing(
        NotFound, lambda name: telling_customer.tell(one, Told.How.CALL, by=vendor.actor(name))
    )
    assert set(vendor.people) - refused == {"zhou", "he"}
    assert Told.objects.count() == 1
    second = weighing.later(one)
    telling_customer.tell(one, Told.How.MESSAGE, by=vendor.actor("zhou"))
    told = Told.objects.get(decision=second)
    for _ in range(2):
        assert not telling_customer.take_back(one, told.pk, by=vendor.actor("zhou")).stands
    with pytest.raises(NotFound):
        telling_customer.take_back(one, told.pk, by=vendor.actor("he"))


@pytest.mark.parametrize(("answer", "word"), [("yes", "31"), ("no", "会拖慢导入"), ("later", "先等新导出")])
def test_the_draft_for_the_customer_says_what_was_asked_and_decided(
    weighing: Weighing, answer: str, word: str
) -> None:
    one = weighing.ask()
    decision = getattr(weighing, answer)(one)
    text = telling_customer.words_for(one, decision)
    assert one.what in text
    assert word in text


def test_delivered_is_only_what_was_decided_with_a_yes_and_then_the_decision_stands(
    vendor: Cast, weighing: Weighing
) -> None:
    one, xu = weighing.ask(), vendor.actor("xu")
    for _ in ("undecided", weighing.no(one)):
        with pytest.raises(ValidationError):
            delivering.deliver(one, what="3.2", by=xu)
    weighing.yes(one)
    with pytest.raises(NotFound):
        delivering.deliver(one, what="3.2", by=vendor.actor("zhou"))
    with pytest.raises(ValidationError):
        delivering.deliver(one, what="3.2", on=date(2026, 11, 23), by=xu)
    for _ in range(2):
        delivering.deliver(one, what="3.2", by=xu)
    one.refresh_from_db()
    assert one.state == "delivered"
    assert refused(weighing, one, Verdict(Answer.NO, "不做")) == {"answer"}
    for was in (True, False):
        assert delivering.take_back(one, by=xu) is was
    one.refresh_from_db()
    assert one.state == "decided"
    assert clock.today() == date(2026, 11, 22)
