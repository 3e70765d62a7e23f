"""What happened between the messages, each as one thin line: steps, proposals, waits, hands it went through, reopenings.

Read from the rows that say so. What after-sales keeps to itself, reasons above all, is left out for others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.cases.models import (
    Assignment,
    Case,
    Merge,
    Proposal,
    Snooze,
    Solution,
    Split,
    Step,
    StepPass,
    Waiting,
)
from proxeny.core.phrased import Phrased
from proxeny.web.cases.rows import Rows
from proxeny.web.quick import icon
from proxeny.web.quick import text as escaped
from proxeny.web.templatetags.words import day_text, when

_ENDS: dict[str, Any] = {
    Proposal.End.DONE: gettext_lazy("Done: %(text)s"),
    Proposal.End.REPLACED: gettext_lazy("Replaced by another: %(text)s"),
    Proposal.End.REFUSED: gettext_lazy("The customer refused: %(text)s"),
    Proposal.End.WITHDRAWN: gettext_lazy("Withdrawn: %(text)s"),
    Proposal.End.DUE: gettext_lazy("Looked at again: %(text)s"),
}


_HANDS = Phrased(
    lambda case, opened: Assignment.objects.filter(case=case, began_at__gt=opened).values_list(
        "began_at", "staff_name", "team_name", "reason"
    )
)
_SPLITS = Phrased(
    lambda source, target: Split.objects.filter(
        Q(source=source) | Q(target=target), undone_at=None
    ).values_list(
        "at",
        "source",
        "target__number",
        "source__number",
        "source__is_confidential",
        "target__is_confidential",
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thin line: when, its icon, what happened."""

    at: datetime
    icon: str
    text: str


def lines(
    rows: Rows,
    *,
    inside: bool,
    trusted: bool,
    has_merged: bool,
    since: datetime | None,
    until: datetime | None,
) -> list[Line]:
    """Return what happened from `since` up to, not including, `until`; None for either is without an end.

    That another case was split off, or this one off another, is left out where that one is told in confidence, unless the
    reader is `trusted` with that.

    What cannot have happened, as far as the case itself tells, is not looked for: the page is opened a hundred times a day.
    """
    case = rows.case
    found = [
        *_steps(rows.passes, inside=inside),
        *_proposals(rows.proposals, inside=inside),
        *_waits(rows.waits),
        *_hands(case, inside=inside),
        *_solutions(rows.solutions),
        *_splits(case, trusted=trusted),
    ]
    if inside and case.snoozed_until is not None:
        found += _snoozes(case)
    if has_merged:
        found += _merges(case)
    return [
        line for line in found if (since is None or line.at >= since) and (until is None or line.at < until)
    ]


def line_html(line: Line) -> SafeString:
    """Return the line as an item of the conversation."""
    return mark_safe(  # noqa: S308  (escaped piece by piece)
        f'<li class="talk-line">{icon(line.icon)}<span>{escaped(line.text)}</span> {when(line.at)}'
    )


def _steps(passes: Sequence[StepPass], *, inside: bool) -> Iterator[Line]:
    for one in passes:
        said = {"who": one.by_name or _("the program"), "step": Step(one.step).label, "reason": one.reason}
        at = one.at
        if one.reason and inside:
            yield Line(at, "check", _("%(who)s passed over “%(step)s”: %(reason)s") % said)
        else:
            yield Line(at, "check", _("%(who)s passed “%(step)s”") % said)


def _proposals(proposals: Sequence[Proposal], *, inside: bool) -> Iterator[Line]:
    for one in proposals:
        yield Line(one.at, "right", _proposed(one))
        if one.ended_at is not None and one.ended_as in _ENDS:
            why = f" · {one.ended_why}" if one.ended_why and inside else ""
            yield Line(one.ended_at, "right", str(_ENDS[one.ended_as]) % {"text": one.text} + why)


def _proposed(one: Proposal) -> str:
    said = {
        "who": one.by_name or _("somebody"),
        "text": one.text,
        "owner": one.owner_name,
        "because": one.because,
    }
    if one.sort == Proposal.Sort.PATH:
        said["day"] = day_text(one.due_on)
        return _("%(who)s gave a path: %(text)s · %(owner)s, by %(day)s") % said
    if one.sort == Proposal.Sort.REQUEST:
        return _("%(who)s put down a request: %(text)s") % said
    said["when"] = day_text(one.look_again_on) if one.look_again_on else one.look_again_when
    return _("%(who)s said: not now, because %(because)s; we look again %(when)s") % said


def _waits(waits: Sequence[Waiting]) -> Iterator[Line]:
    for one in waits:
        said = {"who": one.by_name or _("somebody"), "why": one.why}
        yield Line(one.began_at, "clock", _("%(who)s waits for the customer: %(why)s") % said)
        if one.ended_at is not None and one.ended_by != "customer":
            yield Line(one.ended_at, "clock", _("We no longer wait for the customer: %(why)s") % said)


def _hands(case: Case, *, inside: bool) -> Iterator[Line]:
    """Into whose hands the case was given; who had it to begin with is no news."""
    for at, staff, team, reason in _HANDS(case.pk, case.opened_at):
        name = " · ".join(one for one in (team, staff) if one)
        if name:
            why = f" · {reason}" if reason and inside else ""
            yield Line(at, "people", _("Given into the hands of %(name)s") % {"name": name} + why)


def _solutions(solutions: Sequence[Solution]) -> Iterator[Line]:
    for one in solutions:
        said = {"who": one.by_name or _("somebody"), "how": one.how, "why": one.reopened_why}
        yield Line(one.at, "check", _("%(who)s called it solved: %(how)s") % said)
        if one.reopened_at is not None:
            yield Line(one.reopened_at, "undo", _("Opened again: %(why)s") % said)


def _merges(case: Case) -> Iterator[Line]:
    merged = Merge.objects.filter(target=case, undone_at=None)
    for at, number, who in merged.values_list("at", "source__number", "by_name"):
        said = {"who": who or _("somebody"), "number": number}
        yield Line(at, "merge", _("%(who)s merged case %(number)s into this one") % said)


def _splits(case: Case, *, trusted: bool) -> Iterator[Line]:
    for at, source, number, origin, *hidden in _SPLITS(case.pk, case.pk):
        if any(hidden) and not trusted:
            continue
        if source == case.pk:
            yield Line(at, "split", _("Case %(number)s was split off") % {"number": number})
        else:
            yield Line(at, "split", _("Split off case %(number)s") % {"number": origin})


def _snoozes(case: Case) -> Iterator[Line]:
    rows = Snooze.objects.filter(case=case, ended_at=None).values_list("at", "until", "reason", "by__name")
    for at, until, reason, who in rows:
        said = {"who": who, "day": day_text(until), "reason": reason}
        yield Line(at, "snooze", _("%(who)s put it off until %(day)s: %(reason)s") % said)
