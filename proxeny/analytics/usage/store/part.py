"""One file of facts, as the manifest knows it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from proxeny.analytics.usage.nature import Nature


@dataclass(frozen=True)
class Span:
    """The days that one batch speaks for, ends included; those without a line were days of zero."""

    batch: int
    first_day: date
    last_day: date


@dataclass(frozen=True)
class MeterSeen:
    """One meter in a part: whether it carries money, its first and last day."""

    meter: str
    money: bool
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Part:
    """A Parquet file, by its name in the store's folder. `as_dict` is what a manifest keeps of it.

    `contested` says that some account, meter and day is in it from more than one batch. `meters` is left out
    (None) where there are too many to list.
    """

    path: str
    source: str
    nature: Nature
    rows: int
    bytes: int
    sha256: str
    first_day: date
    last_day: date
    spans: tuple[Span, ...]
    meters: tuple[MeterSeen, ...] | None
    contested: bool = False

    @property
    def batches(self) -> frozenset[int]:
        """The batches that it holds rows of."""
        return frozenset(span.batch for span in self.spans)

    def as_dict(self) -> dict[str, Any]:
        """As JSON: days in ISO form."""
        kept: dict[str, Any] = _iso(asdict(self))
        return kept

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> "Part":
        """The part that `as_dict` gave."""
        meters = kept["meters"]
        return cls(
            **{
                name: kept[name]
                for name in ("path", "source", "nature", "rows", "bytes", "sha256", "contested")
            },
            first_day=date.fromisoformat(kept["first_day"]),
            last_day=date.fromisoformat(kept["last_day"]),
            spans=tuple(Span(**_days(span)) for span in kept["spans"]),
            meters=None if meters is None else tuple(MeterSeen(**_days(seen)) for seen in meters),
        )


def _days(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(value) if name.endswith("_day") else value for name, value in kept.items()
    }


def _iso(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _iso(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_iso(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value
