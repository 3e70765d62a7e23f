"""Why nothing works: the smallest sets of facts that clash, each checked by taking every part of it away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from proxeny.analytics.options.facts import LIMITS, Fact, Kind
from proxeny.analytics.options.model import Model
from proxeny.analytics.options.problem import Module, Problem
from proxeny.analytics.options.reckoning import covered
from proxeny.analytics.options.solving import Deadline, OutOfTime, clash, least
from proxeny.analytics.options.ties import Ties, ties_of

MOST = 6
FEW = 12
"""Capabilities of which each is tried whether it is to blame; more than these clash together, and are told by a figure."""


@dataclass(frozen=True)
class Reason:
    """Facts that clash with capabilities that the goal needs.

    Of `facts` none can be left out: without it, everything needed could be had as far as the others go. The `capabilities`
    clash with them each alone (`alone`), or all together and none can be left out; if `is_all`, that was not tried, for
    the limit is on all that is needed. No facts: nothing there is can ever provide the capability, for its `providers`, if
    there are any, need what nothing provides, or need each other in a round. `least` says
    for each limit among the facts what these capabilities would take at least, were the other facts as they are; `modules`
    for each fact which modules it keeps from being used for them. `is_proven` is false where time ran out before the
    last part was tried: the facts clash, but fewer might.
    """

    facts: tuple[Fact, ...]
    capabilities: tuple[str, ...]
    alone: bool = True
    is_all: bool = False
    least: Mapping[Kind, int] = field(default_factory=dict)
    modules: Mapping[Fact, tuple[str, ...]] = field(default_factory=dict)
    providers: tuple[str, ...] = ()
    is_proven: bool = True


def unattainable(problem: Problem, ties: Ties) -> frozenset[str]:
    """Return the needed capabilities that nothing provides, or only what nothing can lead to, whatever the facts."""
    had = ties.attainable(problem.account.in_place)
    return frozenset(one.id for one in problem.needed if not ties.providers.get(one.id, frozenset()) & had)


def reasons_of(problem: Problem, ties: Ties, deadline: Deadline, *, most: int = MOST) -> tuple[Reason, ...]:
    """Return why what is needed cannot be had: all reasons, or `most` of them. None where it can be had.

    Raises OutOfTime where it was not proven that it cannot.
    """
    lost = unattainable(problem, ties)
    found = [
        Reason((), (one.id,), providers=tuple(sorted(ties.providers.get(one.id, ()))))
        for one in problem.needed
        if one.id in lost
    ]
    wanted = [one.id for one in problem.needed if one.id not in lost]
    search = _Search(problem, ties, Model(problem, ties), deadline)
    try:
        for facts, proven in search.clashes(wanted, most - len(found)):
            found.append(search.reason(facts, wanted, proven=proven))
    except OutOfTime:
        if not found:
            raise
    return tuple(found)


@dataclass(frozen=True)
class _Search:
    problem: Problem
    ties: Ties
    model: Model
    deadline: Deadline

    def clashes(self, wanted: list[str], most: int) -> Iterator[tuple[list[Fact], bool]]:
        """Yield sets of facts that clash and none of which can be spared, each with whether that is proven.

        A set is looked for with nothing given way, then with each fact of a known set, then with two …: whatever else
        clashes does so without one of the facts of every known set.
        """
        known: list[list[Fact]] = []
        waiting: list[frozenset[Fact]] = [frozenset()]
        seen = set(waiting)
        while waiting and len(known) < most:
            given = waiting.pop(0)
            facts = next((one for one in known if not given.intersection(one)), None)
            if facts is None:
                core = clash(
                    self.model, [one for one in self.model.facts if one not in given], wanted, self.deadline
                )
                if core is None:
                    continue
                facts, proven = self._fewest([one for one in self.model.facts if one in core[0]], wanted)
                known.append(facts)
                yield facts, proven
            more = [given | {one} for one in facts]
            waiting += [one for one in more if one not in seen]
            seen.update(more)

    def reason(self, facts: list[Fact], wanted: list[str], *, proven: bool) -> Reason:
        """Say what clashing facts are about."""
        try:
            alone = self._alone(facts, wanted)
            together = [] if alone else self._together(facts, wanted)
        except OutOfTime:
            alone, together, proven = [], [], False
        capabilities = tuple(alone or together or wanted)
        return Reason(
            facts=tuple(facts),
            capabilities=capabilities,
            alone=bool(alone),
            is_all=not (alone or together),
            least=self._least(facts, capabilities),
            modules=self._kept_from(facts, capabilities),
            is_proven=proven,
        )

    def _fewest(self, facts: list[Fact], wanted: list[str]) -> tuple[list[Fact], bool]:
        """Leave out one fact after the other, wherever the rest still clashes."""
        kept, proven = list(facts), True
        for fact in facts:
            if fact not in kept:
                continue
            try:
                core = clash(self.model, [one for one in kept if one != fact], wanted, self.deadline)
            except OutOfTime:
                proven = False
                break
            if core is not None:
                kept = [one for one in kept if one in core[0]]
        return kept, proven

    def _alone(self, facts: list[Fact], wanted: list[str]) -> list[str]:
        """The capabilities of which each clashes with the facts by itself; only those that are left out of a good cover may."""
        model = Model(self.problem, self.ties).hold(facts)
        best = least(model, model.missing(), self.deadline).choice
        left_out = set(wanted) - covered(self.problem, self.ties, best)
        return [one for one in wanted if one in left_out and self._clashes(facts, [one])]

    def _together(self, facts: list[Fact], wanted: list[str]) -> list[str]:
        """Capabilities that clash with the facts only together, none of which can be left out; nothing if they are many."""
        core = clash(self.model, facts, wanted, self.deadline)
        kept = [one for one in wanted if core is not None and one in core[1]]
        if len(kept) > FEW:
            return []
        for one in list(kept):
            fewer = [other for other in kept if other != one]
            if self._clashes(facts, fewer):
                kept = fewer
        return kept

    def _clashes(self, facts: Iterable[Fact], capabilities: Collection[str]) -> bool:
        model = self._model_of(capabilities)
        held = [fact for fact in facts if fact in model.holds]
        return clash(model, held, capabilities, self.deadline) is not None

    def _model_of(self, capabilities: Collection[str]) -> Model:
        """A model of the modules only that can have to do with these capabilities; the others are of no help to them."""
        kept = self.ties.cone(capabilities, self.problem.account.in_place)
        problem = self.problem.of_modules(kept).for_capabilities(capabilities)
        return Model(problem, ties_of(problem))

    def _least(self, facts: Collection[Fact], capabilities: Collection[str]) -> dict[Kind, int]:
        """What each limit would have to be at least for these capabilities, the other facts being as they are."""
        found: dict[Kind, int] = {}
        for fact in facts:
            if fact.kind not in LIMITS:
                continue
            model = self._model_of(capabilities)
            model.hold(one for one in facts if one != fact and one in model.holds).cover()
            expression, unit = model.limited[fact.kind]
            try:
                solved = least(model, expression, self.deadline)
            except OutOfTime:
                continue
            found[fact.kind] = solved.bound * unit
        return found

    def _kept_from(self, facts: Iterable[Fact], capabilities: Iterable[str]) -> dict[Fact, tuple[str, ...]]:
        cone = self.ties.cone(capabilities) - self.problem.account.in_place
        return {
            fact: tuple(one for one in sorted(cone) if keeps(self.problem, fact, self.ties.by_id[one]))
            for fact in facts
        }


def keeps(problem: Problem, fact: Fact, module: Module) -> bool:
    """Tell whether a fact keeps a module from being adopted as things stand."""
    account = problem.account
    if fact.kind is Kind.EDITION:
        current = account.editions.get(fact.subject)
        return module.product == fact.subject and bool(module.editions) and current not in module.editions
    if fact.kind is Kind.PERSON:
        return fact.subject in module.people
    if fact.kind is Kind.SYSTEM:
        return fact.subject in module.systems
    return fact.kind in {Kind.NEVER, Kind.BLOCKED} and fact.subject == module.id
