"""Where the facts lie, and which of them count now."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Max

from proxeny.accounts.models import Account
from proxeny.analytics.engine import Engine, Limits, shared_engine
from proxeny.analytics.usage.facts import Facts
from proxeny.analytics.usage.snapshot import Snapshot
from proxeny.analytics.usage.store import checking
from proxeny.analytics.usage.store.part import Part as StoredPart
from proxeny.core import clock
from proxeny.usage.models import Part


def folder() -> Path:
    """Return the folder of the facts."""
    return Path(settings.USAGE_FOLDER)


@lru_cache(maxsize=1)
def limits() -> Limits:
    """Return what the column engine may use in this process."""
    scratch = Path(settings.HOME) / "scratch"
    scratch.mkdir(mode=0o700, exist_ok=True)
    return Limits(threads=settings.ENGINE_THREADS, memory=f"{settings.ENGINE_MEMORY_MB}MB", scratch=scratch)


def engine() -> Engine:
    """Return the column engine of this process."""
    return shared_engine(limits())


def live_parts() -> list[Part]:
    """Return the manifest's live rows, oldest batch first."""
    return list(Part.objects.filter(is_live=True).order_by("pk"))


def snapshot() -> Snapshot:
    """Return the live parts as the engine knows them: what counts at this moment."""
    return Snapshot(folder(), tuple(StoredPart.from_dict(part.described) for part in live_parts()))


def facts() -> Facts:
    """Return the one place where consumption is asked for, as it counts at this moment."""
    return Facts(engine(), snapshot())


def version() -> str:
    """Return a short text that changes whenever other facts count, or when a customer is added or removed."""
    paths = Part.objects.filter(is_live=True).order_by("path").values_list("path", flat=True)
    digest = hashlib.sha256("\n".join(paths).encode()).hexdigest()[:20]
    customers = Account.objects.aggregate(count=Count("pk"), last=Max("pk"))
    return f"{digest}-{customers['count']}-{customers['last']}"


def sweep_orphans() -> list[Path]:
    """Remove files that no manifest row names and that are over an hour old; return them.

    The manifest is read first: a file that is written meanwhile is too young to be taken.
    """
    named = list(Part.objects.filter(is_live=True).values_list("path", flat=True))
    retired = list(Part.objects.filter(is_live=False).values_list("path", flat=True))
    found = checking.orphans([*named, *retired], folder(), clock.machine_now().timestamp())
    for path in found:
        path.unlink(missing_ok=True)
    return found
