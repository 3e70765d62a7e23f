"""Handing the head of the ledger out, every hour that something was written, to all places that the settings name."""

from datetime import timedelta

from proxeny.core import clock
from proxeny.core.queue import task
from proxeny.ledger import checkpointing
from proxeny.ledger.anchors import ANCHORS, Unreachable
from proxeny.ledger.models import Anchor, Checkpoint

AGAIN_AFTER = timedelta(minutes=50)
"""A place that could not be reached is tried again with the next round, not more often."""


@task(dedupe="anchor-the-ledger")
def anchor_head() -> int:
    """Sign the head and lay it wherever it does not lie yet; return how many places took it.

    A place that fails is noted with its reason, and keeps nothing from going on.
    """
    head = checkpointing.sign_head()
    return (
        sum(_laid(head, anchor.name, place) for anchor in ANCHORS for place in anchor.places()) if head else 0
    )


def _laid(head: Checkpoint, name: str, place: str) -> bool:
    tried = head.anchors.filter(place=name, to=place)
    if (
        tried.filter(failed_with="").exists()
        or tried.filter(at__gt=clock.machine_now() - AGAIN_AFTER).exists()
    ):
        return False
    anchor = next(one for one in ANCHORS if one.name == name)
    failed_with = ""
    try:
        anchor.lay(place, head.note, head.size)
    except Unreachable as error:
        failed_with = str(error) or "?"
    Anchor.objects.create(
        checkpoint=head, place=name, to=place, at=clock.machine_now(), failed_with=failed_with
    )
    return not failed_with
