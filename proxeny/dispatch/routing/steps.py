"""A move as the routing sees it."""

from dataclasses import dataclass
from datetime import datetime

from proxeny.dispatch.models.move import MoveKind


@dataclass(frozen=True, slots=True)
class Step:
    """One move of an order: what, when, by whom, and to which team (sent, handed over, designated) it went."""

    kind: MoveKind
    at: datetime
    by: int
    to_team: int | None = None
