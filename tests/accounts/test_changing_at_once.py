"""Two people at the same field at the same moment, in transactions of their own; runs on either database."""

import threading

import pytest
from django.db import connection

from proxeny.accounts import changing
from proxeny.accounts.merging import Conflict
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.ledger import reading, verifying
from tests.cast import Cast, assemble

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


@pytest.fixture
def vendor(transactional_db: None) -> Cast:
    return assemble()


class Person(threading.Thread):
    """Somebody who has seen a field and sends a new value when the other does."""

    def __init__(
        self, account: Account, actor: Actor, wish: dict[str, str], seen: dict[str, str], gate
    ) -> None:
        super().__init__()
        self.account, self.actor, self.wish, self.seen, self.gate = account, actor, wish, seen, gate
        self.met: Conflict | None = None
        self.failed: Exception | None = None

    def run(self) -> None:
        try:
            self.gate.wait(20)
            changing.change(self.account, self.wish, by=self.actor, seen=self.seen)
        except Conflict as conflict:
            self.met = conflict
        except Exception as error:  # noqa: BLE001  (shown by the test, not swallowed)
            self.failed = error
        finally:
            connection.close()


def together(vendor: Cast, wishes: dict[str, dict[str, str]], seen: dict[str, str]) -> list[Person]:
    gate = threading.Barrier(len(wishes))
    people = [Person(vendor.luban, vendor.actor(who), wish, seen, gate) for who, wish in wishes.items()]
    for person in people:
        person.start()
    for person in people:
        person.join(30)
    assert [person.failed for person in people] == [None] * len(people)
    return people


def test_one_wins_and_the_other_is_shown_the_conflict(vendor: Cast) -> None:
    seen = {"industry": ""}
    for number in range(ROUNDS):
        wishes = {who: {"industry": f"{who} {number}"} for who in ("zhou", "he")}
        people = together(vendor, wishes, seen)
        (winner,) = [person for person in people if person.met is None]
        (loser,) = [person for person in people if person.met]
        vendor.luban.refresh_from_db()
        assert vendor.luban.industry == winner.wish["industry"]
        assert loser.met
        (clash,) = loser.met.clashes
        assert (clash.mine, clash.theirs) == (loser.wish["industry"], winner.wish["industry"])
        assert clash.by == winner.actor.reference
        seen = {"industry": vendor.luban.industry}
    assert len(reading.about(vendor.luban.record, kinds=["account.changed"])) == ROUNDS
    assert verifying.verify().ok


def test_two_different_fields_at_once_are_both_kept(vendor: Cast) -> None:
    seen = {"industry": "", "region": ""}
    people = together(vendor, {"zhou": {"industry": "建材"}, "he": {"region": "华东"}}, seen)
    vendor.luban.refresh_from_db()
    assert [person.met for person in people] == [None, None]
    assert (vendor.luban.industry, vendor.luban.region) == ("建材", "华东")
