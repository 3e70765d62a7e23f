"""Why nothing works, and what would have to change, in sentences."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from proxeny.analytics.options import Change, Composition, Fact, Kind, Reason, Relaxation
from proxeny.analytics.options.facts import limits_of
from proxeny.catalogue.options.naming import Names, Values, together
from proxeny.core.sentences import N_, Sentence

# In how many days it is worth looking again, by what would have to change: a name is found sooner than money.
LOOK_AGAIN: Mapping[Kind, int] = {
    Kind.PERSON: 14,
    Kind.STAY: 14,
    Kind.NEVER: 14,
    Kind.PEOPLE_DAYS: 30,
    Kind.DATE: 30,
    Kind.EDITION: 30,
    Kind.SYSTEM: 60,
    Kind.BUDGET: 90,
}
OTHERWISE = 90

_LIMITS = {
    Kind.BUDGET: N_("the budget is %(limit)s, and it takes %(least)s at least"),
    Kind.DATE: N_("the working days are %(limit)s, and it takes %(least)s at least"),
    Kind.PEOPLE_DAYS: N_(
        "the person-days of the customer's own are %(limit)s, and it takes %(least)s at least"
    ),
}
_BARE_LIMITS = {
    Kind.BUDGET: N_("the budget is %(limit)s"),
    Kind.DATE: N_("the working days are %(limit)s"),
    Kind.PEOPLE_DAYS: N_("the person-days of the customer's own are %(limit)s"),
}
_UNTIL = N_("the working days until %(date)s are %(limit)s, and it takes %(least)s at least")
_FACTS = {
    Kind.EXCLUSION: N_("“%(subject)s” and “%(other)s” exclude each other"),
    Kind.BLOCKED: N_("“%(subject)s” cannot be beside “%(other)s”, which the customer keeps"),
    Kind.ONE_EDITION: N_("no edition of “%(subject)s” has all of it"),
    Kind.STAY: N_("“%(subject)s” must stay"),
    Kind.NEVER: N_("“%(subject)s” must not be added"),
    Kind.SYSTEM: N_("the customer has no “%(subject)s”, which it takes for %(modules)s"),
    Kind.PERSON: N_("nobody at the customer's is “%(subject)s”, which it takes for %(modules)s"),
    Kind.EDITION: N_("“%(subject)s” is had as “%(edition)s”, without %(modules)s"),
}
_NOT_HAD = N_("the customer has no edition of “%(subject)s”, which it takes for %(modules)s")
_CHANGES = {
    Kind.BUDGET: N_("%(more)s more budget (%(to)s in all)"),
    Kind.DATE: N_("%(more)s more working days (%(to)s in all)"),
    Kind.PEOPLE_DAYS: N_("%(more)s more person-days of the customer's own (%(to)s in all)"),
    Kind.PERSON: N_("somebody at the customer's becomes “%(subject)s”"),
    Kind.SYSTEM: N_("the customer gets “%(subject)s”"),
    Kind.EDITION: N_("“%(subject)s” as “%(edition)s” (the file has no price for it)"),
    Kind.STAY: N_("“%(subject)s” may go"),
    Kind.NEVER: N_("“%(subject)s” may be added"),
}
_MODULES = {Kind.EXCLUSION, Kind.BLOCKED, Kind.STAY, Kind.NEVER}


def fact_sentence(fact: Fact, reason: Reason, names: Names) -> Sentence:
    """Say a fact of a reason."""
    if fact.kind in _LIMITS:
        return _limit_sentence(fact.kind, reason, names)
    values: Values = {
        "subject": names.module(fact.subject) if fact.kind in _MODULES else fact.subject,
        "other": names.module(fact.other) if fact.kind is Kind.EXCLUSION else fact.other,
        "modules": names.modules(reason.modules.get(fact, ())),
        "edition": names.problem.account.editions.get(fact.subject, ""),
    }
    pattern = _FACTS[fact.kind]
    if fact.kind is Kind.EDITION and not values["edition"]:
        pattern = _NOT_HAD
    return Sentence(pattern, values)


def _limit_sentence(kind: Kind, reason: Reason, names: Names) -> Sentence:
    of = _figure(kind, names)
    limit = of(limits_of(names.problem)[kind])
    if kind not in reason.least:
        return Sentence(_BARE_LIMITS[kind], {"limit": limit})
    values: Values = {"limit": limit, "least": of(reason.least[kind])}
    if kind is Kind.DATE and names.problem.date:
        return Sentence(_UNTIL, {**values, "date": {"type": "date", "date": names.problem.date}})
    return Sentence(_LIMITS[kind], values)


def _figure(kind: Kind, names: Names) -> Callable[[int], Values]:
    return names.money if kind is Kind.BUDGET else lambda value: {"type": "number", "value": value}


def reason_sentence(reason: Reason, names: Names) -> Sentence:
    """Say why these capabilities cannot be had."""
    values: Values = {
        "capabilities": names.capabilities(reason.capabilities),
        "providers": names.modules(reason.providers),
        "facts": together(fact_sentence(one, reason, names) for one in reason.facts),
    }
    if not reason.facts and not reason.providers:
        return Sentence(N_("%(capabilities)s: there is no module that provides it."), values)
    if not reason.facts:
        return Sentence(
            N_("%(capabilities)s: provided by %(providers)s, but what that needs cannot be had."), values
        )
    if reason.is_all:
        return Sentence(N_("All that is needed cannot be had at once: %(facts)s."), values)
    if reason.alone:
        return Sentence(N_("%(capabilities)s cannot be had: %(facts)s."), values)
    return Sentence(N_("%(capabilities)s cannot be had together: %(facts)s."), values)


def stands_against(reason: Reason, names: Names) -> Sentence:
    """Say what stands against a capability that was just named."""
    if not reason.facts:
        return reason_sentence(reason, names)
    facts = together(fact_sentence(one, reason, names) for one in reason.facts)
    return Sentence(N_("As things stand, %(facts)s."), {"facts": facts})


def change_sentence(change: Change, names: Names) -> Sentence:
    """Say what would have to change."""
    kind, subject = change.fact.kind, change.fact.subject
    values: Values = {
        "subject": names.module(subject) if kind in _MODULES else subject,
        "edition": change.edition,
    }
    if kind in _LIMITS:
        of = _figure(kind, names)
        values = {"to": of(change.to), "more": of(change.to - limits_of(names.problem)[kind])}
    return Sentence(_CHANGES[kind], values)


def relaxation_sentence(relaxation: Relaxation, names: Names) -> Sentence:
    """Say what would have to change, and what it then takes."""
    figures = relaxation.point.figures
    values: Values = {
        "changes": together(change_sentence(one, names) for one in relaxation.changes),
        "left": names.capabilities(relaxation.left_out),
        "cost": names.money(figures.cost),
        "days": {"type": "number", "value": figures.days},
    }
    if not relaxation.changes:
        return Sentence(N_("Leave out %(left)s: the rest takes %(cost)s and %(days)s working days."), values)
    if relaxation.left_out:
        return Sentence(
            N_("%(changes)s: then all but %(left)s takes %(cost)s and %(days)s working days."), values
        )
    return Sentence(N_("%(changes)s: then it takes %(cost)s and %(days)s working days."), values)


def look_again(found: Composition, today: date) -> date | None:
    """Return the day on which to look again where nothing works now, a weekday; None where something does."""
    if found.options or not found.reasons:
        return None
    changes = found.relaxations[0].changes if found.relaxations else ()
    days = max((LOOK_AGAIN[one.fact.kind] for one in changes), default=OTHERWISE)
    day = today + timedelta(days=days)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
