"""The outbox: what happened, kept in the same transaction as the change, and handed on afterwards.

A package above subscribes in its `subscriptions.py`. Delivery is at least once, in order, by the worker: a subscriber must
bear the same event twice.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.db import connection, transaction

from proxeny.core import clock
from proxeny.core.laying_down import insert
from proxeny.core.models import OutboxEvent

log = logging.getLogger(__name__)
MOST_TRIES = 5


@dataclass(frozen=True)
class Event:
    """What can happen; each subclass is one kind, its fields plain JSON values."""


Subscriber = Callable[[dict[str, object]], None]
_subscribers: dict[str, list[Subscriber]] = defaultdict(list)


def subscribe(event: type[Event], subscriber: Subscriber) -> None:
    """Hand each `event` to `subscriber` from now on; subscribing twice is the same as once."""
    if subscriber not in _subscribers[event.__name__]:
        _subscribers[event.__name__].append(subscriber)


def publish(event: Event) -> None:
    """Keep `event` for delivery. Must be called inside the transaction of the change it tells of."""
    if not connection.in_atomic_block:
        raise RuntimeError(
            "an event is published in the transaction of its change, or it may tell of what never happened"
        )
    insert(OutboxEvent(kind=type(event).__name__, payload=asdict(event), at=clock.machine_now()))


def deliver(most: int = 100) -> int:
    """Hand up to `most` waiting events to their subscribers, oldest first; return how many were delivered."""
    delivered = 0
    for event in OutboxEvent.objects.filter(delivered_at=None, tries__lt=MOST_TRIES).order_by("pk")[:most]:
        delivered += _deliver_one(event)
    return delivered


def _deliver_one(event: OutboxEvent) -> bool:
    try:
        with transaction.atomic():
            # Another worker may deliver the same event at this moment: the one whose update hits the row does it.
            if not OutboxEvent.objects.filter(pk=event.pk, delivered_at=None).update(
                delivered_at=clock.machine_now()
            ):
                return False
            for subscriber in _subscribers[event.kind]:
                subscriber(event.payload)
    except Exception:
        OutboxEvent.objects.filter(pk=event.pk).update(tries=event.tries + 1)
        log.exception("event %s of kind %s could not be delivered", event.pk, event.kind)
        return False
    return True
