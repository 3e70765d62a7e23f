"""What would have to change, as little as can be, for a goal to be had; each answer is solved once more to be sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from proxeny.analytics.options.facts import FIXED, LIMITS, Fact, Kind, facts_of
from proxeny.analytics.options.front import Point, neat
from proxeny.analytics.options.model import Model
from proxeny.analytics.options.problem import Account, Choice, Figures, Problem, Upgrade
from proxeny.analytics.options.reckoning import broken, covered, figures_of, measured
from proxeny.analytics.options.solving import Deadline, Infeasible, OutOfTime, least
from proxeny.analytics.options.ties import Ties, ties_of


@dataclass(frozen=True, order=True)
class Change:
    """That a fact gives way: a limit rises to `to`, a product comes in another `edition`, or the fact is no more."""

    fact: Fact
    to: int = 0
    edition: str = ""


@dataclass(frozen=True)
class Relaxation:
    """Changes after which everything needed but `left_out` can be had, and what then is had.

    None of the changes can be spared. `is_proven` is false where time ran out before it was sure that they are the fewest.
    """

    changes: tuple[Change, ...]
    left_out: tuple[str, ...]
    problem: Problem
    point: Point
    is_proven: bool = True


def relaxations_of(
    problem: Problem, ties: Ties, scale: Figures, deadline: Deadline, *, most: int = 4
) -> tuple[Relaxation, ...]:
    """Return the ways out, those with the fewest changes first, then with the least money, days and people more.

    What no change at all can bring is left out of every one of them. The last one, where it is another, changes nothing
    and leaves out the least weight.
    """
    search = _Search(problem, ties, scale, deadline)
    found: list[Relaxation] = []
    as_it_is: list[Relaxation] = []
    try:
        reach = search.reach(())
        for given in search.fewest(reach, most):
            if one := search.settled(given, reach):
                (found if one.changes else as_it_is).append(one)
        if not as_it_is:
            kept = search.settled((), search.reach(facts_of(problem, ties)))
            as_it_is = [kept] if kept else []
    except (OutOfTime, Infeasible):
        pass
    return (*sorted(found, key=_size), *as_it_is)


def relaxed(problem: Problem, changes: Iterable[Change], left_out: Iterable[str]) -> Problem:
    """Return the problem as it is after the changes, without what is left out."""
    account = problem.account
    for change in changes:
        account = _changed(account, change)
    wanted = {one.id for one in problem.needed} - set(left_out)
    return replace(problem.for_capabilities(wanted), account=account)


def _changed(account: Account, change: Change) -> Account:
    subject = frozenset({change.fact.subject})
    upgrade = Upgrade(change.fact.subject, change.edition)
    now: Mapping[Kind, Mapping[str, Any]] = {
        Kind.BUDGET: {"budget": change.to},
        Kind.DATE: {"days": change.to},
        Kind.PEOPLE_DAYS: {"people_days": change.to},
        Kind.PERSON: {"people": account.people | subject},
        Kind.SYSTEM: {"systems": account.systems | subject},
        Kind.STAY: {"stay": account.stay - subject},
        Kind.NEVER: {"never": account.never - subject},
        Kind.EDITION: {"upgrades": (*account.upgrades, upgrade)},
    }
    return replace(account, **now[change.fact.kind])


def _size(relaxation: Relaxation) -> tuple[int, ...]:
    figures, limits = relaxation.point.figures, {one.fact.kind for one in relaxation.changes}
    more = (
        measured(figures, kind) if kind in limits else 0
        for kind in (Kind.BUDGET, Kind.DATE, Kind.PEOPLE_DAYS)
    )
    return (len(relaxation.changes), *more)


@dataclass(frozen=True)
class _Search:
    problem: Problem
    ties: Ties
    scale: Figures
    deadline: Deadline

    def reach(self, held: Iterable[Fact]) -> int:
        """The least weight that must be left out while these facts hold, and those that never change."""
        model = self._model(held)
        solved = least(model, model.missing(), self.deadline)
        if not solved.proven:
            raise OutOfTime
        return solved.value

    def fewest(self, reach: int, most: int) -> Iterable[tuple[Fact, ...]]:
        """Yield sets of facts that must give way, the smallest first, none of them within another."""
        model = self._model(())
        model.cp.add(model.missing() <= reach)
        changeable = [fact for fact in model.facts if fact.kind not in FIXED]
        for _ in range(most):
            try:
                solved = least(model, model.given_way(changeable), self.deadline)
            except Infeasible:
                return
            if not solved.proven:
                raise OutOfTime
            given = tuple(fact for fact in changeable if fact in solved.gave_way)
            yield given
            if not given:
                return
            model.cp.add_bool_or([model.holds[fact] for fact in given])

    def settled(self, given: tuple[Fact, ...], reach: int) -> Relaxation | None:
        """Say how far each fact must give way, and solve what then stands once more; None where nothing is gained."""
        model = self._model(fact for fact in facts_of(self.problem, self.ties) if fact not in given)
        model.cp.add(model.missing() <= reach)
        proven = True
        for fact in given:
            if fact.kind in LIMITS:
                expression, _ = model.limited[fact.kind]
                lowest = least(model, expression, self.deadline)
                model.cp.add(expression <= lowest.value)
                proven &= lowest.proven
        solved = least(model, model.balanced(self.scale), self.deadline)
        changes = tuple(self._change(fact, solved.choice) for fact in given)
        got = covered(self.problem, self.ties, solved.choice)
        left_out = tuple(one.id for one in self.problem.needed if one.id not in got)
        if not changes and solved.choice.modules <= self.problem.account.in_place:
            return None
        after = relaxed(self.problem, changes, left_out)
        ties = ties_of(after)
        point = neat(after, ties, Point(solved.choice, figures_of(after, ties, solved.choice)), self.deadline)
        against = broken(after, ties, point.choice)
        assert not against, against
        return Relaxation(changes, left_out, after, point, proven and self.deadline.left > 0)

    def _change(self, fact: Fact, choice: Choice) -> Change:
        if fact.kind in LIMITS:
            return Change(fact, to=measured(figures_of(self.problem, self.ties, choice), fact.kind))
        if fact.kind is Kind.EDITION:
            return Change(fact, edition=next(name for of, name in choice.upgrades if of == fact.subject))
        return Change(fact)

    def _model(self, held: Iterable[Fact]) -> Model:
        model = Model(self.problem, self.ties)
        wanted = set(held)
        return model.hold(fact for fact in model.facts if fact in wanted or fact.kind in FIXED)
