"""Swings: whether consumption has left its own rhythm, as the last sweep saw it."""

from proxeny.core.findings import Evidence
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement import findings
from proxeny.judgement.models import Sweep, Swing
from proxeny.judgement.signals.known import Known
from proxeny.judgement.signals.signal import Reading, Readings, Signal

STEADY, ROSE = 75.0, 85.0


def read(known: Known) -> Readings:
    """Take the sweep of that morning: a fall costs as many points as it is deep and certain.

    A customer that consumes, and is neither too thin to judge nor silent, was looked at and found steady.
    """
    sweep = Sweep.objects.filter(on=known.on).first()
    if sweep is None:
        return {}
    deepest: dict[int, Swing] = {}
    for swing in sweep.swings.order_by("pk"):
        if swing.account_id not in deepest or _points(swing) < _points(deepest[swing.account_id]):
            deepest[swing.account_id] = swing
    unknown = {*sweep.too_little, *(one["account"] for one in sweep.silent)} - deepest.keys()
    looked_at = (known.consumed.keys() | deepest.keys()) & known.accounts.keys() - unknown
    return {key: _reading(deepest.get(key), known) for key in sorted(looked_at)}


def _points(swing: Swing) -> float:
    return ROSE if swing.direction == "up" else STEADY * (1 - min(1.0, abs(swing.change)) * swing.certainty)


def _reading(swing: Swing | None, known: Known) -> Reading:
    if swing is None:
        return Reading(STEADY, 0.8, None, Sentence(N_("Consumption keeps to its own rhythm")))
    said = findings.sentence(swing, known.on)
    return Reading(
        _points(swing),
        sure=swing.certainty,
        fresh_on=swing.since,
        text=said,
        evidence=(Evidence(said, f"swing:{swing.pk}"),),
    )


SIGNAL = Signal(
    "swings",
    N_("Swings"),
    N_("Has consumption left its own rhythm?"),
    N_("Too little consumption on record to know its rhythm."),
    weight=10,
    read=read,
)
