"""What somebody may find, of each kind; for kinds where that follows from who it is, phrased once."""

from functools import lru_cache

from proxeny.core.actors import Actor
from proxeny.search.conditions import Condition, phrased
from proxeny.search.parting import along, parts_of
from proxeny.search.seeing import Part, Seen
from proxeny.web.search.kinds import KINDS, Kind


def open_to(actor: Actor) -> dict[str, Seen]:
    """Return by the names of kinds which of their texts the actor may find."""
    return {
        kind.name: Seen(Part(*one) for one in (_kept if kind.is_steady else _phrased)(kind, actor))
        for kind in KINDS
    }


def _phrased(kind: Kind, actor: Actor) -> tuple[tuple[Condition, str], ...]:
    return tuple((phrased(one), along(one)) for one in parts_of(kind.within(actor)))


_kept = lru_cache(maxsize=1024)(_phrased)
