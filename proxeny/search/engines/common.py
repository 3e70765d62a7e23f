"""Tokens that very many documents hold: how many is estimated once in a while, not counted for each question."""

from collections.abc import Callable
from dataclasses import dataclass, field

from proxeny.core import clock

MANY = 2000
"""Beyond so many documents a token is common: it is estimated, not counted, how many hold it."""
KEEPS_SECONDS = 600
MOST_KEPT = 20_000


@dataclass(slots=True)
class Estimates:
    """What was estimated lately, by token."""

    kept: dict[str, tuple[float, int]] = field(default_factory=dict)

    def of(self, tokens: list[str], count: Callable[[list[str]], dict[str, int]]) -> dict[str, int]:
        """Return the frequency of each token; those that are common are not asked for again for a while."""
        now = clock.machine_now().timestamp()
        known = {
            token: kept[1]
            for token in tokens
            if (kept := self.kept.get(token)) is not None and now - kept[0] < KEEPS_SECONDS
        }
        counted = count([token for token in tokens if token not in known])
        if len(self.kept) > MOST_KEPT:
            self.kept.clear()
        self.kept.update((token, (now, held)) for token, held in counted.items() if held > MANY)
        return known | counted

    def forget(self) -> None:
        """Estimate anew."""
        self.kept.clear()


ESTIMATES = Estimates()
