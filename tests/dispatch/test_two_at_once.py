"""Two people act on one order at the same instant, in transactions of their own; runs on either database.

A few dozen rounds; PROXENY_TEST_RACES names how many instead.
"""

import os
import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection

from proxeny.dispatch import accepting, finishing, handing_over, returning, sending, withdrawing
from proxeny.dispatch.models import Move, Order
from proxeny.dispatch.overtaken import Overtaken
from proxeny.ledger import reading, verifying
from tests.cast import Cast, assemble
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = int(os.environ.get("PROXENY_TEST_RACES", "24"))
Act = Callable[[Order, Works, str], Order]


@pytest.fixture
def vendor(transactional_db: None) -> Cast:
    return assemble()


class Person(threading.Thread):
    """Somebody who has the page open and acts when the other does."""

    def __init__(self, who: str, act: Act, order: Order, at: Works, gate: threading.Barrier) -> None:
        super().__init__()
        self.who, self.act, self.order, self.at, self.gate = who, act, order, at, gate
        self.told: Move | None = None
        self.failed: Exception | None = None

    def run(self) -> None:
        try:
            self.gate.wait(60)
            self.act(self.order, self.at, self.who)
        except Overtaken as overtaken:
            self.told = overtaken.move
        except Exception as error:  # noqa: BLE001  (shown by the test, not swallowed)
            self.failed = error
        finally:
            connection.close()


def accept(order: Order, at: Works, who: str) -> Order:
    return accepting.accept(order, by=at.actor(who), seen=order.last)


def give_back(order: Order, at: Works, who: str) -> Order:
    return returning.give_back(
        order, reason="不是我们的", believed=at.network, by=at.actor(who), seen=order.last
    )


def hand_over(order: Order, at: Works, who: str) -> Order:
    return handing_over.hand_over(order, team=at.compute, text="看过盘了", by=at.actor(who), seen=order.last)


def report_done(order: Order, at: Works, who: str) -> Order:
    return finishing.done(order, text="换了盘", by=at.actor(who), seen=order.last)


def withdraw(order: Order, at: Works, who: str) -> Order:
    return withdrawing.withdraw(order, reason="客户自己好了", by=at.actor(who), seen=order.last)


PAIRS: list[tuple[tuple[str, Act], tuple[str, Act]]] = [
    (("zhang", accept), ("lei", accept)),
    (("zhang", accept), ("lei", give_back)),
    (("zhang", hand_over), ("lei", accept)),
    (("zhang", report_done), ("zhou", withdraw)),
    (("he", withdraw), ("lei", give_back)),
]


def test_one_makes_the_move_and_the_other_is_told_who_did(vendor: Cast) -> None:
    at = ordered.works(vendor)
    winners: Counter[str] = Counter()
    for number in range(ROUNDS):
        order = ordered.order(at, wanted=f"第 {number} 件")
        gate = threading.Barrier(2)
        people = [Person(who, act, order, at, gate) for who, act in PAIRS[number % len(PAIRS)]]
        for person in people:
            person.start()
        for person in people:
            person.join(120)
        assert [person.failed for person in people] == [None, None]
        (winner,) = [person for person in people if person.told is None]
        (loser,) = [person for person in people if person.told is not None]
        made = list(Move.objects.filter(order=order, number__gt=1))
        assert [(one.number, one.by, one.kind) for one in made] == [(2, at[winner.who], loser.told.kind)]  # type: ignore[union-attr]
        assert loser.told == made[0]
        lines = [line.sequence for line in reading.about(order.record) if line.kind != "order.sent"]
        assert lines == [made[0].entry]
        order.refresh_from_db()
        assert order.last == 2
        winners[winner.who] += 1
    assert sum(winners.values()) == ROUNDS
    print(f"{ROUNDS} rounds on {connection.vendor}: {dict(winners)}")
    assert verifying.verify().ok


def test_the_same_person_twice_at_once_makes_one_move_and_is_told_nothing(vendor: Cast) -> None:
    at = ordered.works(vendor)
    for number in range(max(ROUNDS // 8, 3)):
        order = ordered.order(at, wanted=f"第 {number} 件")
        gate = threading.Barrier(2)
        people = [Person("zhang", report_done, order, at, gate) for _twice in range(2)]
        for person in people:
            person.start()
        for person in people:
            person.join(120)
        assert [(person.failed, person.told) for person in people] == [(None, None)] * 2
        assert Move.objects.filter(order=order).count() == 2


def test_an_order_passed_on_by_two_of_us_goes_to_one_team(vendor: Cast) -> None:
    at = ordered.works(vendor)
    order = ordered.order(at)
    order = give_back(order, at, "zhang")

    def to_network(order: Order, at: Works, who: str) -> Order:
        return sending.pass_on(order, team=at.network, by=at.actor(who), seen=2)

    def to_compute(order: Order, at: Works, who: str) -> Order:
        return sending.pass_on(order, team=at.compute, by=at.actor(who), seen=2)

    gate = threading.Barrier(2)
    people = [Person("zhou", to_network, order, at, gate), Person("he", to_compute, order, at, gate)]
    for person in people:
        person.start()
    for person in people:
        person.join(120)
    assert [person.failed for person in people] == [None, None]
    (loser,) = [person for person in people if person.told is not None]
    order.refresh_from_db()
    assert loser.told
    assert (order.last, order.team) == (3, loser.told.to_team)
