"""How it stands with each place that heads go to: when it last took one, and since when it takes none."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from proxeny.ledger.anchors import ANCHORS
from proxeny.ledger.models import Anchor as Laid

TOO_LONG = timedelta(hours=24)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """One place: `size` is the last head that it took and `since` when that was; `failing_since` is the first try since then.

    `tries` counts those that failed in a row, `tried_at` is the last of them and `reason` why it failed.
    """

    anchor: str
    to: str
    size: int | None = None
    since: datetime | None = None
    failing_since: datetime | None = None
    tried_at: datetime | None = None
    tries: int = 0
    reason: str = ""

    @property
    def again_at(self) -> datetime | None:
        """When it is tried again: after five minutes, ten, twenty … and from then on every hour."""
        if self.tried_at is None:
            return None
        pause: timedelta = FIRST_PAUSE * (1 << min(self.tries - 1, 6))
        return self.tried_at + min(LONGEST_PAUSE, pause)

    def fails_too_long(self, now: datetime) -> bool:
        """Tell whether it has taken nothing for a day."""
        return self.failing_since is not None and now - self.failing_since > TOO_LONG


def standings() -> list[Standing]:
    """Return how it stands with each place that the settings name."""
    return [standing_of(anchor.name, place) for anchor in ANCHORS for place in anchor.places()]


def standing_of(anchor: str, place: str) -> Standing:
    """Return how it stands with one place."""
    tried = Laid.objects.filter(place=anchor, to=called(place))
    taken = tried.filter(failed_with="").order_by("-at", "-pk").first()
    failed = tried.exclude(failed_with="")
    if taken is not None:
        failed = failed.filter(pk__gt=taken.pk)
    failures = list(failed.order_by("pk").values_list("at", "failed_with"))
    first, last = (failures[0], failures[-1]) if failures else ((None, ""), (None, ""))
    return Standing(
        anchor=anchor,
        to=called(place),
        size=taken.checkpoint_id if taken else None,
        since=taken.at if taken else None,
        failing_since=first[0],
        tried_at=last[0],
        tries=len(failures),
        reason=last[1],
    )


def called(place: str) -> str:
    """Return what a place is called on its rows: the end of a path tells more than its beginning."""
    return place[-200:]
