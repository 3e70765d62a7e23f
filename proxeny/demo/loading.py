"""Loading 云梯科技, a made-up vendor, into an installation that has no customers.

The files take the same way in as a customer's own. Every step looks at what is there already, so that a load
that was killed is completed by the next.
"""

import shutil
from collections.abc import Callable
from datetime import date

from django.conf import settings

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.demo.files import write_files
from proxeny.demo.generating import generate
from proxeny.demo.naming import beside_others
from proxeny.demo.steps import LAST_FILE, OPENED_BEFORE, STEPS, SYSTEM, Load, Progress, Step
from proxeny.identity.models import RoleGrant
from proxeny.judgement.models import Sweep
from proxeny.usage.models import Part

Report = Callable[[int, Step], None]


def may_begin() -> bool:
    """Tell whether nobody has brought in customers yet, and no load was begun."""
    return began_on() is None and not Account.objects.exists()


def began_on() -> date | None:
    """Return the day that the vendor was loaded on, be it in part; None where it was not."""
    first = RoleGrant.objects.filter(granted_by=SYSTEM.reference).order_by("granted_at").first()
    if first is None:
        return None
    return clock.day_of(first.granted_at) + OPENED_BEFORE


def is_complete() -> bool:
    """Tell whether a load was begun and every step of it is done.

    A morning that was laid out before the last file was in, be it of no customers at all, is not the load's own.
    """
    last = Part.objects.filter(batch__file_name=LAST_FILE).order_by("added_at").last()
    if last is None:
        return False
    on = began_on()
    return on is not None and Sweep.objects.filter(on=on, finished_at__gte=last.added_at).exists()


def load(report: Report, progress: Progress = lambda _done, _of: None) -> None:
    """Load the vendor as of today, or complete what was begun; nothing happens where it is complete.

    `report` hears the number of each step, from 1, before it is done; `progress` hears how far a long one is. Both may
    raise to stop: what stands stays, and the next load goes on from there.
    """
    if is_complete():
        return
    vendor = beside_others(generate(began_on() or clock.today()))
    folder = settings.HOME / "demo"
    paths = write_files(vendor, folder)
    for number, step in enumerate(STEPS, 1):
        report(number, step)
        step.do(Load(vendor, paths, progress))
    shutil.rmtree(folder)
