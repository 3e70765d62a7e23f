"""Checking the stamps of heads that are kept here, and those that lie beside files of heads."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from proxeny.ledger.anchors import rfc3161
from proxeny.ledger.checking import Break
from proxeny.ledger.checking.stamps import NotStampedError, Stamped, check_stamps, roots_in


@dataclass(frozen=True, slots=True)
class Stamps:
    """How many stamps fit their heads, how many nobody could check for want of certificates, and the breaks of the others."""

    fitting: int = 0
    unchecked: int = 0
    breaks: tuple[Break, ...] = ()


def checked(beside: Iterable[Path] = ()) -> Stamps:
    """Check all stamps that are kept beside the heads in the tables, and beside these files."""
    stamps: list[Stamped] = [*rfc3161.kept(), *rfc3161.kept_beside(beside)]
    if not stamps:
        return Stamps()
    try:
        roots = roots_in(settings.ANCHOR_TSA_ROOTS)
    except NotStampedError:
        return Stamps(unchecked=len(stamps))
    good, breaks = check_stamps(stamps, roots)
    return Stamps(good, 0, tuple(breaks))
