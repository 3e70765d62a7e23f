"""Two people at the same request at the same instant: one outcome, and nothing half done."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from proxeny.core import clock
from proxeny.demand import deciding, expecting, joining
from proxeny.demand.deciding import Answer, Verdict
from proxeny.demand.models import Decision, Joining, Request
from proxeny.ledger.verifying import verify
from tests.cast import TODAY, Cast
from tests.demand.conftest import SPRING, Weighing

pytestmark = pytest.mark.django_db(transaction=True)
OFTEN = 5


def at_once(*calls: Callable[[], object]) -> list[str]:
    """Do all of them at the same instant; return what became of each: done, or refused."""
    barrier, became = Barrier(len(calls)), [""] * len(calls)

    def run(place: int) -> None:
        try:
            with clock.on(TODAY):
                barrier.wait()
                calls[place]()
            became[place] = "done"
        except ValidationError:
            became[place] = "refused"
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place,)) for place in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return became


def test_each_joined_to_the_other_at_once_one_leads(vendor: Cast, weighing: Weighing) -> None:
    he, xu = vendor.actor("he"), vendor.actor("xu")
    for _ in range(OFTEN):
        one, other = weighing.ask(), weighing.ask(vendor.yunqi)
        became = at_once(lambda: joining.join(one, other, by=he), lambda: joining.join(other, one, by=xu))  # noqa: B023
        assert sorted(became) == ["done", "refused"]
        assert Joining.objects.filter(request__in=[one, other], ended_at=None).count() == 1
    assert verify().ok


def test_decided_twice_at_once_one_decision_stands_and_the_promise_follows_it(
    vendor: Cast, weighing: Weighing
) -> None:
    he, xu = vendor.actor("he"), vendor.actor("xu")
    for _ in range(OFTEN):
        with clock.on(TODAY), transaction.atomic():
            one = weighing.ask()
            said = {"measure": "店长", "how_many": 3, "by_day": SPRING}
            expecting.expect(one, **said, by=he)  # type: ignore[arg-type]
        yes, no = Verdict(Answer.YES, "要", promised_on=SPRING), Verdict(Answer.NO, "不要")
        at_once(lambda: deciding.decide(one, yes, by=he), lambda: deciding.decide(one, no, by=xu))  # noqa: B023
        stands = Decision.objects.get(request=one, ended_at=None)
        owed = one.pledges.filter(promise__withdrawn_at=None).count()
        assert owed == (1 if stands.answer == Answer.YES else 0)
        assert Request.objects.get(pk=one.pk).settled_with == stands.reason
    assert verify().ok
