"""Copies that cannot be reached: what is on record of them, for whoever has to tell the holders."""

from dataclasses import dataclass
from datetime import datetime

from proxeny.cases.access import cases
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.erasure.models import Order
from proxeny.ledger import reading
from proxeny.reports.evidence.events import Kind

MOST = 200


@dataclass(frozen=True, slots=True)
class Copy:
    """A bundle of evidence that was handed out: when, by whom (a reference), with how many entries."""

    at: datetime
    by: str
    entries: int


def copies(order: Order, actor: Actor) -> list[Copy]:
    """Return the bundles about the customer, or a case of it, that the record knows and the actor may read, newest first."""
    numbers = cases(actor).filter(account=order.account_id).values_list("pk", flat=True)
    about = [order.account.record, *(references.to("case", number) for number in numbers)]
    lines = {}
    for start in range(0, len(about), MOST):
        for line in reading.about(*about[start : start + MOST], most=MOST, kinds=[Kind.MADE]):
            lines[line.sequence] = line
    return [
        Copy(line.at, line.actor, int((line.content or {}).get("entries", 0)))
        for _sequence, line in sorted(lines.items(), reverse=True)
    ]
