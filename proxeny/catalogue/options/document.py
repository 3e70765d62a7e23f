"""A composition as the one JSON document that scripts rely on (docs/options.md)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from proxeny.analytics.options import Change, Composition, Fact, Option, Reason, Relaxation, Wrong
from proxeny.analytics.options.facts import Kind, limits_of
from proxeny.analytics.options.phases import Phase
from proxeny.analytics.options.problem import Figures
from proxeny.catalogue.options.naming import Names
from proxeny.catalogue.options.reasons import (
    change_sentence,
    fact_sentence,
    look_again,
    reason_sentence,
    relaxation_sentence,
)
from proxeny.catalogue.options.telling import LETTERS, better, left_out_because, title
from proxeny.core.sentences import Sentence

Document = dict[str, Any]


def document(found: Composition, today: date) -> Document:
    """Return a composition as the stable form."""
    names, again = Names(found.problem), look_again(found, today)
    return {
        "goal": found.problem.goal,
        "found": bool(found.options),
        "options": _options(found, found.options, names),
        "instead": _options(found, found.instead, names),
        "reasons": [_reason(one, names) for one in found.reasons],
        "relaxations": [_relaxation(one, names) for one in found.relaxations],
        "look_again": again.isoformat() if again else None,
        "undecided": found.is_undecided,
        "front": {"ways": found.front, "complete": found.is_complete},
        "seconds": {"first": round(found.first_after, 3), "all": round(found.seconds, 3)},
    }


def wrong_document(wrongs: Iterable[Wrong]) -> Document:
    """Return what is wrong with a file as the stable form."""
    return {
        "errors": [{"place": one.place, "reason": Sentence(one.pattern, one.values).both()} for one in wrongs]
    }


def _figures(figures: Figures, names: Names) -> Document:
    return {
        "days": figures.days,
        "cost": {"amount": f"{names.amount(figures.cost):f}", "currency": names.problem.currency},
        "risk": round(figures.chance_of_trouble, 4),
        "people_days": figures.people_days,
    }


def _options(found: Composition, options: Sequence[Option], names: Names) -> list[Document]:
    return [_option(found, options, place, names) for place in range(len(options))]


def _option(found: Composition, options: Sequence[Option], place: int, names: Names) -> Document:
    option = options[place]
    return {
        "id": LETTERS[place],
        "way": option.way,
        "sentence": title(option).both(),
        **_figures(option.figures, names),
        "phases": [_phase(one, names) for one in option.phases],
        "left_out": [
            {
                "capability": one,
                "name": names.capability(one),
                "because": left_out_because(found, option, one, names).both(),
            }
            for one in option.left_out
        ],
        "best_in": list(option.best_on),
        "better_than": [
            {
                "option": LETTERS[other],
                "in": list(criteria),
                "sentences": [one.both() for one in better(option, options[other], criteria)],
            }
            for other, criteria in option.better_than
        ],
        "beyond": {kind: _limit(kind, more, names) for kind, more in option.beyond},
        "proven": not any(one.point.gaps for one in option.phases),
        "gaps": {axis: round(gap, 4) for one in option.phases for axis, gap in one.point.gaps.items()},
    }


def _phase(phase: Phase, names: Names) -> Document:
    return {
        "line": {"id": phase.line.id, "name": phase.line.name} if phase.line else None,
        "capabilities": sorted(phase.capabilities),
        "modules": [{"id": one, "name": names.module(one)} for one in phase.new],
        "upgrades": [
            {"product": product, "edition": edition}
            for product, edition in sorted(phase.point.choice.upgrades)
        ],
        "given_up": [{"id": one, "name": names.module(one)} for one in phase.given_up],
        **_figures(phase.point.figures, names),
    }


def _reason(reason: Reason, names: Names) -> Document:
    return {
        "sentence": reason_sentence(reason, names).both(),
        "capabilities": list(reason.capabilities),
        "alone": reason.alone,
        "all": reason.is_all,
        "facts": [_fact(one, reason, names) for one in reason.facts],
        "providers": list(reason.providers),
        "proven": reason.is_proven,
    }


def _fact(fact: Fact, reason: Reason, names: Names) -> Document:
    limits = limits_of(names.problem)
    return {
        "kind": fact.kind,
        "subject": fact.subject,
        "other": fact.other,
        "modules": list(reason.modules.get(fact, ())),
        "limit": _limit(fact.kind, limits[fact.kind], names) if fact.kind in limits else None,
        "least": _limit(fact.kind, reason.least[fact.kind], names) if fact.kind in reason.least else None,
        "sentence": fact_sentence(fact, reason, names).both(),
    }


def _limit(kind: Kind, value: int, names: Names) -> Any:
    if kind is Kind.BUDGET:
        return {"amount": f"{names.amount(value):f}", "currency": names.problem.currency}
    return value


def _relaxation(relaxation: Relaxation, names: Names) -> Document:
    new = relaxation.point.choice.modules - names.problem.account.in_place
    return {
        "sentence": relaxation_sentence(relaxation, names).both(),
        "changes": [_change(one, names) for one in relaxation.changes],
        "left_out": list(relaxation.left_out),
        "modules": [{"id": one, "name": names.module(one)} for one in sorted(new)],
        **_figures(relaxation.point.figures, names),
        "proven": relaxation.is_proven,
    }


def _change(change: Change, names: Names) -> Document:
    limits, kind = limits_of(names.problem), change.fact.kind
    return {
        "kind": kind,
        "subject": change.fact.subject,
        "edition": change.edition or None,
        "from": _limit(kind, limits[kind], names) if kind in limits else None,
        "to": _limit(kind, change.to, names) if kind in limits else None,
        "sentence": change_sentence(change, names).both(),
    }
