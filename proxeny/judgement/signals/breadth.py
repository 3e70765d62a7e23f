"""Breadth: how much of what a customer has used within a year it still uses."""

from typing import Any

from proxeny.core.sentences import N_, Sentence
from proxeny.judgement.signals.known import Known
from proxeny.judgement.signals.scale import Scale
from proxeny.judgement.signals.signal import Reading, Readings, Signal

SHARE = Scale((0.0, 0), (0.5, 40), (1.0, 90))
FEW = 2
"""Of two things, one more or less tells little."""


def read(known: Known) -> Readings:
    """Count the meters with any use in the last 28 days against those with any use in the year."""
    return {key: reading for key, rows in known.consumed.items() if (reading := _reading(rows))}


def _reading(rows: list[dict[str, Any]]) -> Reading | None:
    lately = {row["meter"] for row in rows if (row["now"] or 0) > 0}
    used = lately | {row["meter"] for row in rows if (row["before"] or 0) > 0}
    if len(used) < FEW:
        return None
    return Reading(
        SHARE.points(len(lately) / len(used)),
        sure=min(1.0, len(used) / 5),
        fresh_on=max(row["last_day"] for row in rows),
        text=Sentence(
            N_("Used now: %(lately)s of the %(all)s things used within a year"),
            {"all": len(used), "lately": len(lately)},
        ),
    )


SIGNAL = Signal(
    "breadth",
    N_("Breadth"),
    N_("Is all still used that was used?"),
    N_("Fewer than two things are metered for this customer."),
    weight=5,
    read=read,
)
