"""What an option is, in sentences: how it goes about it, what it leaves out and why, what speaks for it."""

from collections.abc import Iterable

from proxeny.analytics.options import Composition, Kind, Option, Way
from proxeny.catalogue.options.naming import Names, Values
from proxeny.catalogue.options.reasons import stands_against
from proxeny.core.sentences import N_, Sentence

LETTERS = "ABCDEFGH"

_ALL_BEST = frozenset({"days", "cost", "risk"})
_BEST = {
    "cost": N_("All at once, the cheapest way"),
    "days": N_("All at once, the quickest way"),
    "risk": N_("All at once, the least risky way"),
}
_BEYOND = {
    Kind.BUDGET: N_("all phases together cost %(more)s more than the budget"),
    Kind.DATE: N_("all phases together take %(more)s more working days than there are"),
    Kind.PEOPLE_DAYS: N_(
        "all phases together take %(more)s more person-days of the customer's own than there are"
    ),
}
_BEGINNING = frozenset({"first_days", "first_cost", "first_risk"})
CRITERIA = {
    "first_days": N_("something in use sooner"),
    "first_cost": N_("less money to begin with"),
    "first_risk": N_("less risk to begin with"),
    "days": N_("done sooner"),
    "cost": N_("cheaper"),
    "risk": N_("less risky"),
    "left_out": N_("covers more"),
    "phases": N_("in one go"),
}


def title(option: Option) -> Sentence:
    """Say how an option goes about it."""
    line = option.phases[0].line
    if option.way is Way.PHASED and line:
        return Sentence(N_("First %(line)s alone"), {"line": line.name})
    if option.way is Way.LEAST:
        return Sentence(N_("The least that helps"))
    if not any(phase.new for phase in option.phases):
        return Sentence(N_("All of it is in use already"))
    if set(option.best_on) >= _ALL_BEST:
        return Sentence(N_("All at once"))
    if option.best_on:
        return Sentence(_BEST[next(axis for axis in _BEST if axis in option.best_on)])
    return Sentence(N_("All at once, balanced"))


def better(option: Option, other: Option, criteria: Iterable[str]) -> list[Sentence]:
    """Say in what an option is better than another; where neither has phases, its beginning is all of it and said once."""
    at_once = len(option.phases) == len(other.phases) == 1
    return [Sentence(CRITERIA[one]) for one in criteria if not (at_once and one in _BEGINNING)]


def beyond(kind: Kind, more: int, names: Names) -> Sentence:
    """Say by how much all phases of an option together go over a limit of today's."""
    figure = names.money(more) if kind is Kind.BUDGET else {"type": "number", "value": more}
    return Sentence(_BEYOND[kind], {"more": figure})


def left_out_because(found: Composition, option: Option, capability: str, names: Names) -> Sentence:
    """Say why an option leaves a needed capability out."""
    for reason in found.reasons:
        if capability in reason.capabilities and (reason.alone or not reason.facts):
            return stands_against(reason, names)
    if found.reasons:
        return Sentence(N_("It does not fit within the limits beside the rest."))
    if option.way is Way.PHASED:
        return Sentence(N_("As things stand it cannot follow the first phase."))
    values: Values = {"part": {"type": "share", "value": 0.5}}
    return Sentence(
        N_("It would take this small step beyond %(part)s of the money or the days that everything takes."),
        values,
    )
