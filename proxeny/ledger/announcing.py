"""What of the record itself others want to hear of: it does not hold, or no head gets out any more."""

from dataclasses import dataclass

from proxeny.core.outbox import Event


@dataclass(frozen=True)
class RecordBreaks(Event):
    """Verifying found that the record does not hold: the first place, and the kind of break (`checking.Kind`)."""

    sequence: int
    kind: str


@dataclass(frozen=True)
class RowsBreak(Event):
    """A row is not as its lines left it: what makes it the same on another day, what is said of it, how many more there are."""

    key: str
    pattern: str
    values: dict[str, object]
    more: int


@dataclass(frozen=True)
class AnchorFails(Event):
    """No head could be laid at a place since a day or longer: which way, where to, since when, and why."""

    anchor: str
    to: str
    since: str
    reason: str
