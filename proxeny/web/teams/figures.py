"""The figures of a team's record as a reader sees them: each with how many it rests on and how sure it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proxeny.analytics.shares import Share
from proxeny.analytics.waits import Median
from proxeny.core import words
from proxeny.core.sentences import N_
from proxeny.reports.team.periods import Period
from proxeny.reports.team.record import Change, Figures, Record
from proxeny.web.charts.whiskers import Whisker, whiskers

HOUR = 60
FEWEST_FOR_A_SHARE = 5
"""Of fewer, a share would say more than there is to say."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is said of a change."""

    quicker: str
    slower: str
    unclear: str


ACCEPTING = Changes(
    N_("Orders are accepted sooner: half within %(now)s instead of %(before)s (by chance: %(chance)s)."),
    N_("Orders are accepted later: half within %(now)s instead of %(before)s (by chance: %(chance)s)."),
    N_("Whether orders are accepted sooner than in the ninety days before cannot be said yet."),
)
DOING = Changes(
    N_("Orders are done sooner: half within %(now)s instead of %(before)s (by chance: %(chance)s)."),
    N_("Orders are done later: half within %(now)s instead of %(before)s (by chance: %(chance)s)."),
    N_("Whether orders are done sooner than in the ninety days before cannot be said yet."),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure, and below it what it rests on."""

    figure: str
    rests_on: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One measure over all periods."""

    name: str
    cells: tuple[Cell, ...]


def lines(record: Record) -> list[Line]:
    """Return the measures in the order in which they are read."""
    measures: list[tuple[str, Callable[[Figures], Cell]]] = [
        (_("Came to the team"), lambda one: Cell(str(one.arrived))),
        (_("Half are accepted within"), lambda one: _median(one.accepted)),
        (_("Half are done within"), lambda one: _median(one.done)),
        (_("Given back"), lambda one: _share(one.returned)),
        (_("Came back to it"), _came_back),
        (_("Targets missed"), lambda one: _share(one.missed)),
        (_("Promises kept by their day"), lambda one: _share(one.kept)),
        (_("The same defect again"), lambda one: Cell(str(one.repeats))),
        (_("Credited for helping"), lambda one: Cell(str(one.credits))),
    ]
    return [Line(name, tuple(told(one) for one in record.figures)) for name, told in measures]


def changes(record: Record) -> list[str]:
    """Return a sentence for accepting and one for doing: what changed against the period before, or that we cannot tell."""
    now, before = record.now, record.before
    said = (
        _changed(record.accepting, before.accepted, now.accepted, ACCEPTING),
        _changed(record.doing, before.done, now.done, DOING),
    )
    return [one for one in said if one]


def pictures(record: Record) -> list[tuple[str, str]]:
    """Return the pictures of the medians, each with its caption."""
    return [
        _picture(_("Until half are accepted, in working hours"), record.figures, lambda one: one.accepted),
        _picture(_("Until half are done, in working hours"), record.figures, lambda one: one.done),
    ]


def ends(record: Record) -> list[Period]:
    """Return the periods, the latest last."""
    return [one.period for one in record.figures]


def length(minutes: float) -> str:
    """Return minutes of working time as people say them: in minutes below an hour and a half, in hours above."""
    if minutes < 1.5 * HOUR:
        return words.measured(round(minutes), _("min"), words.here())
    return words.measured(minutes / HOUR, _("h"), words.here(), decimals=1)


def _median(found: Median) -> Cell:
    if not found.count:
        return Cell("–")
    rests_on = ngettext("%(count)s order", "%(count)s orders", found.count) % {"count": found.count}
    if still := found.count - found.over:
        rests_on += " · " + ngettext("%(count)s still open", "%(count)s still open", still) % {"count": still}
    if found.value is None:
        return Cell(_("not half yet"), rests_on)
    return Cell(length(found.value), f"{_between(found)} · {rests_on}")


def _between(found: Median) -> str:
    low = length(found.low) if found.low is not None else "0"
    if found.high is None:
        return _("%(low)s or more") % {"low": low}
    return _("%(low)s to %(high)s") % {"low": low, "high": length(found.high)}


def _share(found: Share) -> Cell:
    if not found.whole or found.value is None or found.low is None or found.high is None:
        return Cell("–")
    of = _("%(part)s of %(whole)s") % {"part": found.part, "whole": found.whole}
    if found.whole < FEWEST_FOR_A_SHARE:
        return Cell(of, _("too few for a share"))
    language = words.here()
    spread = _("%(low)s to %(high)s") % {
        "low": words.share(found.low, language), "high": words.share(found.high, language),
    }  # fmt: skip
    return Cell(of, f"{words.share(found.value, language)} · {spread}")


def _came_back(one: Figures) -> Cell:
    if not one.loops:
        return Cell(str(one.came_back))
    said = ngettext("%(count)s in a loop", "%(count)s in a loop", one.loops) % {"count": one.loops}
    return Cell(str(one.came_back), said)


def _changed(change: Change, before: Median, now: Median, said: Changes) -> str:
    if not before.count or not now.count:
        return ""
    if not change.is_clear or change.is_quicker is None or before.value is None or now.value is None:
        return _(said.unclear)
    chance = f"{max(change.chance, 0.001):.3f}"
    values = {"now": length(now.value), "before": length(before.value), "chance": chance}
    return _(said.quicker if change.is_quicker else said.slower) % values


def _hours(minutes: float | None) -> float | None:
    return None if minutes is None else minutes / HOUR


def _picture(caption: str, figures: Iterable[Figures], of: Callable[[Figures], Median]) -> tuple[str, str]:
    points = []
    for one in figures:
        found, cell = of(one), _median(of(one))
        name = words.month(one.period.last, words.here())
        hint = f"{name}: {cell.figure} ({cell.rests_on})"
        points.append(Whisker(name, _hours(found.value), _hours(found.low), _hours(found.high), hint))
    title = "；".join([caption, *(one.hint for one in points)])
    return caption, whiskers(points, title, _("h"))
