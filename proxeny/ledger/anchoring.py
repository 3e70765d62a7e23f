"""Handing the head of the ledger out, every hour that something was written, to all places that the settings name.

Each place stands for itself: one that fails is tried again, soon at first and then every hour, and keeps no other from its
head.
"""

import logging
from datetime import datetime

from django.db import transaction

from proxeny.core import clock, outbox
from proxeny.core.queue import task
from proxeny.ledger import checkpointing
from proxeny.ledger.anchors import ANCHORS, Anchor, Unreachable
from proxeny.ledger.announcing import AnchorFails
from proxeny.ledger.models import Anchor as Laid
from proxeny.ledger.models import Checkpoint
from proxeny.ledger.standing import Standing, called, standing_of, standings

log = logging.getLogger(__name__)


@task(dedupe="anchor-the-ledger")
def anchor_head() -> int:
    """Sign the head and lay it wherever it does not lie yet; return how many places took it.

    A place that fails is noted with its reason, and tried again by the worker; where it has for a day, people are told.
    """
    head = checkpointing.sign_head()
    if head is None:
        return 0
    taken = sum(_laid(head, anchor, place) for anchor in ANCHORS for place in anchor.places())
    _come_again(standings())
    return taken


@task
def anchor_again() -> None:
    """Have the head handed out once more, to those that have not taken it."""
    anchor_head.enqueue()


def _laid(head: Checkpoint, anchor: Anchor, place: str) -> bool:
    if head.anchors.filter(place=anchor.name, to=called(place), failed_with="").exists():
        return False
    standing = standing_of(anchor.name, place)
    if standing.again_at is not None and standing.again_at > clock.machine_now():
        return False
    receipt, failed_with = _tried(head, anchor, place)
    now = clock.machine_now()
    with transaction.atomic():
        Laid.objects.create(
            checkpoint=head,
            place=anchor.name,
            to=called(place),
            at=now,
            failed_with=failed_with,
            receipt=receipt,
        )
        if failed_with:
            _tell(standing, failed_with, now)
    return not failed_with


def _tried(head: Checkpoint, anchor: Anchor, place: str) -> tuple[bytes, str]:
    """Lay the head there; return what that gave for it, or why it failed."""
    try:
        return anchor.lay(place, head.note, head.size), ""
    except Unreachable as error:
        return b"", str(error) or "?"
    except Exception as error:
        # What nobody thought of at one place must not keep the head from all others.
        log.exception("the head of %s lines could not be laid: %s", head.size, anchor.name)
        return b"", f"{type(error).__name__}: {error}"


def _tell(standing: Standing, reason: str, now: datetime) -> None:
    since = standing.failing_since
    if since is not None and standing.fails_too_long(now):
        outbox.publish(AnchorFails(standing.anchor, standing.to, since.isoformat(), reason))


def _come_again(known: list[Standing]) -> None:
    """Have the worker come back for what failed; a place that is well is met again with the next head."""
    times = [one.again_at for one in known if one.again_at is not None]
    if times:
        due = min(times)
        anchor_again.using(slot=f"anchor-again@{due:%Y-%m-%dT%H:%M:%S}", run_after=due).enqueue()
