"""Finding orders whose target has run out, every few minutes: each drafts its complaint once, and is sent by nobody."""

from django.db import transaction
from django.db.models import Q

from proxeny.core import clock
from proxeny.core.queue import task
from proxeny.dispatch import drafting, keeping_up, recording
from proxeny.dispatch.models import Order
from proxeny.dispatch.targets import Targets


@task(dedupe="overdue-orders", priority=-5)
def draft_complaints() -> int:
    """Draft complaints about open orders that were not accepted or not done in time; return how many are new."""
    now, drafted, targets = clock.now(), 0, Targets()
    late = Order.objects.filter(closed_at=None).filter(Q(accept_due__lt=now) | Q(done_due__lt=now))
    for order in late.iterator():
        with transaction.atomic():
            row = recording.locked(order)
            # Anew, lest somebody be complained about by hours or targets that hold no more.
            keeping_up.keep_up(row, targets)
            drafted += len(drafting.for_missed(row, now))
    return drafted


@task(dedupe="clocks-of-orders")
def reckon_open_orders(teams: list[int] | None = None) -> int:
    """Reckon the clocks of open orders anew, of these teams or of all, after targets or hours changed; return how many."""
    found = Order.objects.filter(closed_at=None)
    if teams is not None:
        found = found.filter(team__in=teams)
    targets, count = Targets(), 0
    for order in found.iterator():
        with transaction.atomic():
            keeping_up.keep_up(recording.locked(order), targets)
        count += 1
    return count
