from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction

from proxeny.core import outbox
from proxeny.core.models import OutboxEvent


@dataclass(frozen=True)
class LampLit(outbox.Event):
    """A lamp was lit."""

    room: str


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Somebody who listens for lamps."""
    told: list[Any] = []
    monkeypatch.setitem(outbox._subscribers, "LampLit", [lambda payload: told.append(payload["room"])])
    return told


def light(room: str) -> None:
    with transaction.atomic():
        outbox.publish(LampLit(room))


def test_what_is_published_is_delivered_in_order_and_once(db: None, heard: list[Any]) -> None:
    light("hall")
    light("study")
    assert (outbox.deliver(), outbox.deliver()) == (2, 0)
    assert heard == ["hall", "study"]


def test_an_event_outside_a_transaction_is_refused(transactional_db: None) -> None:
    with pytest.raises(RuntimeError, match="in the transaction of its change"):
        outbox.publish(LampLit("hall"))


def test_an_event_falls_with_its_change(transactional_db: None, heard: list[Any]) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        outbox.publish(LampLit("hall"))
        1 / 0  # noqa: B018
    assert outbox.deliver() == 0
    assert heard == []


def test_a_subscriber_that_fails_is_asked_again_and_given_up_after_five_times(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(outbox._subscribers, "LampLit", [lambda payload: payload["nothing"]])
    light("hall")
    assert [outbox.deliver() for _try in range(7)] == [0] * 7
    event = OutboxEvent.objects.get()
    assert (event.tries, event.delivered_at) == (5, None)
