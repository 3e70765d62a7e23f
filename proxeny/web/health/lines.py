"""The witnesses on one customer as lines to be read: what each says, what it brings, how it has moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from proxeny.analytics.weighing import Contribution
from proxeny.core import words
from proxeny.core.actors import Actor
from proxeny.core.sentences import Sentence
from proxeny.judgement.health.summing import sum_of
from proxeny.judgement.models import Health
from proxeny.judgement.signals import all_signals
from proxeny.judgement.signals.signal import MOVED, Signal
from proxeny.web.leading import addresses

UNSURE_BELOW = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """One witness: `points` it brings to the score, `short` what it would bring more at its best, both of 100."""

    title: str
    asks: str
    said: str
    value: int | None
    points: str
    short: str
    weight: str
    moved: str
    shape: str
    is_unsure: bool
    fresh_on: date | None
    evidence: list[tuple[str, str]]


def lines(health: Health, actor: Actor) -> list[Line]:
    """Return a line for each witness, those that cost most points first, the silent ones last."""
    known = {signal.name: signal for signal in all_signals()}
    brought = {one.name: one for one in sum_of(health).parts}
    spoken = [part for part in health.parts if part["name"] in known]
    spoken.sort(key=lambda part: (part["value"] is None, -brought[part["name"]].short))
    leads = addresses(actor, _elsewhere(spoken))
    return [_line(known[part["name"]], part, brought[part["name"]], leads) for part in spoken]


def _elsewhere(spoken: list[dict[str, Any]]) -> Iterator[str]:
    """The references of the evidence that lead away from the customer's own page."""
    for part in spoken:
        yield from (one["ref"] for one in part["evidence"] if not one["ref"].startswith("account:"))


def _line(signal: Signal, part: dict[str, Any], brought: Contribution, leads: Mapping[str, str]) -> Line:
    said = Sentence.from_json(part["text"]) if part["text"] else Sentence(signal.silence)
    moved, shape = _moved(part)
    language = words.here()
    return Line(
        title=_(signal.title),
        asks=_(signal.asks),
        said=said.here(),
        value=None if part["value"] is None else round(part["value"]),
        points=words.number(round(brought.points, 1), language),
        short=words.number(round(brought.short, 1), language),
        weight=words.share(brought.weight, language),
        moved=moved,
        shape=shape,
        is_unsure=part["value"] is not None and part["sure"] < UNSURE_BELOW,
        fresh_on=date.fromisoformat(part["fresh_on"]) if part["fresh_on"] else None,
        evidence=[
            (Sentence.from_json(one["text"]).here(), leads.get(one["ref"], "")) for one in part["evidence"]
        ],
    )


def _moved(part: dict[str, Any]) -> tuple[str, str]:
    """How it has moved within a month, in words and as a shape."""
    if part["value"] is None:
        return pgettext("witness", "silent"), "○"
    if part["before"] is None:
        return _("was silent a month ago"), "·"
    difference = part["value"] - part["before"]
    if abs(difference) < MOVED:
        return _("as a month ago"), "—"
    figure = words.number(abs(round(difference)), words.here())
    if difference > 0:
        return _("%(points)s points better than a month ago") % {"points": figure}, "▴"
    return _("%(points)s points worse than a month ago") % {"points": figure}, "▾"
