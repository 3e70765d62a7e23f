"""Summing what the witnesses say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from proxeny.accounts.models import Account
from proxeny.analytics.weighing import Part, Sum, weigh
from proxeny.judgement.health import weights
from proxeny.judgement.health.bands import band_of
from proxeny.judgement.models import Health, Weights
from proxeny.judgement.signals import Heard, Reading, all_signals, heard


@dataclass(frozen=True, slots=True)
class Summed:
    """What the witnesses say of one customer and what that amounts to; where all are silent that is 50, from 0 to 100."""

    account: Account
    heard: Mapping[str, Heard]
    points: weights.Points
    sum: Sum

    @property
    def is_silent(self) -> bool:
        """Tell whether no witness says anything."""
        return all(word.now is None for word in self.heard.values())


def sums(accounts: Iterable[Account], on: date, rows: Mapping[str, Weights] | None = None) -> list[Summed]:
    """Hear the witnesses on these customers as of the morning of `on`, and sum them with the weights that stood."""
    chosen = list(accounts)
    standing = weights.standing(on) if rows is None else rows
    points = {level: weights.points_of(level, standing) for level in {one.level for one in chosen}}
    words = heard(chosen, on)
    return [_summed(one, words[one.pk], points[one.level]) for one in chosen]


def row_of(summed: Summed, on: date) -> Health:
    """Return what is to be kept of it, not saved."""
    return Health(
        account=summed.account,
        on=on,
        score=round(summed.sum.score, 2),
        low=round(summed.sum.low, 2),
        high=round(summed.sum.high, 2),
        band=band_of(summed.sum.score),
        parts=[_part(name, summed.points[name], word) for name, word in summed.heard.items()],
    )


def sum_of(health: Health, points: weights.Points | None = None) -> Sum:
    """Return the sum that a kept row holds, or what it would be with other weights."""
    known = points or {}
    return weigh(
        Part(one["name"], known.get(one["name"], one["weight"]), one["value"], one["sure"])
        for one in health.parts
    )


def _summed(account: Account, words: Mapping[str, Heard], points: weights.Points) -> Summed:
    parts = [
        Part(
            signal.name,
            points[signal.name],
            *((word.value, word.sure) if (word := words[signal.name].now) else (None, 0.0)),
        )
        for signal in all_signals()
    ]
    return Summed(account, words, points, weigh(parts))


def _part(name: str, weight: int, word: Heard) -> dict[str, Any]:
    now, before = word.now, word.before
    return {
        "name": name,
        "weight": weight,
        "value": None if now is None else round(now.value, 2),
        "sure": 0.0 if now is None else round(now.sure, 3),
        "before": None if before is None else round(before.value, 2),
        "fresh_on": now.fresh_on.isoformat() if now and now.fresh_on else None,
        "text": now.text.as_json() if now else None,
        "evidence": _evidence(now) if now else [],
    }


def _evidence(now: Reading) -> list[dict[str, Any]]:
    return [{"text": one.text.as_json(), "ref": one.reference, "speaks": one.speaks} for one in now.evidence]
