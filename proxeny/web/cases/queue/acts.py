"""What is done to many cases of the queue at once."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.cases import assigning, overriding, snoozing, watching
from proxeny.cases.models import Assignment, Case, Priority, PriorityOverride, Watch
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Area, may
from proxeny.web.cases.ties.forms import HandsForm, SnoozeForm
from proxeny.web.lists.acts import BulkAct, Memory, Outcome, Prospect
from proxeny.web.templatetags.words import day_text

SO_ALREADY = gettext_lazy("It is so already.")
CHANGED_SINCE = gettext_lazy("Somebody has changed it since.")


class OnCases(BulkAct):
    """An act on cases: for those who may change any."""

    def may(self, actor: Actor) -> bool:
        """Tell whether the actor works on cases."""
        return may(actor, Area.INSIDE, write=True)


class Give(OnCases):
    """Put them into the hands of a colleague or a team."""

    key: ClassVar[str] = "hands"
    label: ClassVar[Promise | str] = gettext_lazy("Give")

    def form(self, actor: Actor, sent: QueryDict | None) -> forms.Form:
        """Ask to whom, and why."""
        return HandsForm(actor, sent)

    def preview(self, actor: Actor, rows: Sequence[Case], wanted: dict[str, Any]) -> list[Prospect]:
        """Return the hands before and after."""
        to, after = wanted["to"], str(wanted["to"])
        return [self._prospect(actor, one, to, after, wanted["reason"]) for one in rows]

    def _prospect(self, actor: Actor, one: Case, to: Staff | Team, after: str, reason: str) -> Prospect:
        before = _hands_of(one)
        if to in (one.owner, None if one.owner else one.team):
            return Prospect(before=before, why_not=str(SO_ALREADY))
        if one.owner_id not in (None, actor.staff_id) and not reason.strip():
            return Prospect(before=before, why_not=_("It is in another’s hands: say why."))
        return Prospect(before, after)

    def do(self, actor: Actor, row: Case, wanted: dict[str, Any]) -> Outcome:
        """Give it; the row of it is kept for taking back."""
        before, to = _hands_of(row), wanted["to"]
        person, team = (to, None) if isinstance(to, Staff) else (None, to)
        given = assigning.give(row, to=person, team=team, reason=wanted["reason"], by=actor)
        if given is None:
            return Outcome(str(SO_ALREADY), is_done=False)
        return Outcome(f"{before} → {to}", memory={"given": given.pk})

    def undo(self, actor: Actor, row: Case, memory: Memory) -> Outcome:
        """Take it back, if it lies there still."""
        assigning.take_back(Assignment(pk=memory["given"], case=row), by=actor)
        return Outcome(_("as before"))


class PutOff(OnCases):
    """Put them off until a day."""

    key: ClassVar[str] = "snooze"
    label: ClassVar[Promise | str] = gettext_lazy("Put off")

    def form(self, actor: Actor, sent: QueryDict | None) -> forms.Form:
        """Ask until when, and why."""
        del actor
        return SnoozeForm(sent)

    def preview(self, actor: Actor, rows: Sequence[Case], wanted: dict[str, Any]) -> list[Prospect]:
        """Return the day before and after."""
        del actor
        after = _("put off until %(day)s") % {"day": day_text(wanted["until"])}
        return [
            Prospect(before=_sleeps(one), after=after)
            if one.is_open
            else Prospect(before=_sleeps(one), why_not=_("Nothing is left to do in this case."))
            for one in rows
        ]

    def do(self, actor: Actor, row: Case, wanted: dict[str, Any]) -> Outcome:
        """Put it off."""
        made = snoozing.snooze(row, wanted["until"], reason=wanted["reason"], by=actor)
        said = _("put off until %(day)s") % {"day": day_text(made.until)}
        return Outcome(said, memory={"until": made.until.isoformat()})

    def undo(self, actor: Actor, row: Case, memory: Memory) -> Outcome:
        """Let stand what stood before."""
        if row.snoozed_until is None or row.snoozed_until.isoformat() != memory["until"]:
            return Outcome(str(CHANGED_SINCE), is_done=False)
        snoozing.take_back(row, by=actor)
        return Outcome(_("as before"))


class Watching(OnCases):
    """Hear of them from now on."""

    key: ClassVar[str] = "watch"
    label: ClassVar[Promise | str] = gettext_lazy("Watch")

    def form(self, actor: Actor, sent: QueryDict | None) -> forms.Form:
        """Ask nothing more."""
        del actor
        return forms.Form(sent if sent is not None else {})

    def preview(self, actor: Actor, rows: Sequence[Case], wanted: dict[str, Any]) -> list[Prospect]:
        """Return which are not watched yet."""
        del wanted
        had = set(Watch.objects.filter(case__in=rows, staff=actor.staff_id).values_list("case", flat=True))
        return [
            Prospect(why_not=str(SO_ALREADY)) if one.pk in had else Prospect(after=_("watched by you"))
            for one in rows
        ]

    def do(self, actor: Actor, row: Case, wanted: dict[str, Any]) -> Outcome:
        """Watch it."""
        del wanted
        if watching.watches(row, actor):
            return Outcome(str(SO_ALREADY), is_done=False)
        watching.watch(row, by=actor)
        return Outcome(_("watched by you"), memory={})

    def undo(self, actor: Actor, row: Case, memory: Memory) -> Outcome:
        """Watch it no more."""
        del memory
        watching.unwatch(row, by=actor)
        return Outcome(_("as before"))


class Prioritise(OnCases):
    """Set their priority against the rule."""

    key: ClassVar[str] = "priority"
    label: ClassVar[Promise | str] = gettext_lazy("Priority")

    def form(self, actor: Actor, sent: QueryDict | None) -> forms.Form:
        """Ask which, and why."""
        del actor
        return PriorityForm(sent)

    def preview(self, actor: Actor, rows: Sequence[Case], wanted: dict[str, Any]) -> list[Prospect]:
        """Return the priority before and after."""
        del actor
        after = str(wanted["priority"].label)
        return [
            Prospect(before=after, why_not=str(SO_ALREADY))
            if one.priority == wanted["priority"]
            else Prospect(str(Priority(one.priority).label), after)
            for one in rows
        ]

    def do(self, actor: Actor, row: Case, wanted: dict[str, Any]) -> Outcome:
        """Set it; what stood before is kept."""
        if row.priority == wanted["priority"]:
            return Outcome(str(SO_ALREADY), is_done=False)
        before = (
            PriorityOverride.objects.filter(case=row, lifted_at=None).values("priority", "reason").first()
        )
        overriding.override(row, wanted["priority"], reason=wanted["reason"], by=actor)
        said = f"{Priority(row.priority).label} → {wanted['priority'].label}"
        return Outcome(said, memory={"set": int(wanted["priority"]), "before": before})

    def undo(self, actor: Actor, row: Case, memory: Memory) -> Outcome:
        """Let the rule, or what was set before, count again."""
        if row.priority != memory["set"]:
            return Outcome(str(CHANGED_SINCE), is_done=False)
        if before := memory["before"]:
            overriding.override(row, Priority(before["priority"]), reason=before["reason"], by=actor)
        else:
            overriding.lift(row, by=actor)
        return Outcome(_("as before"))


class PriorityForm(forms.Form):
    """Which priority, and why the rule does not fit."""

    priority = forms.TypedChoiceField(
        label=gettext_lazy("Priority"),
        choices=Priority.choices,
        coerce=lambda value: Priority(int(value)),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why the rule does not fit"), widget=forms.Textarea(attrs={"rows": 2})
    )


ACTS: tuple[BulkAct, ...] = (Give(), PutOff(), Watching(), Prioritise())


def _hands_of(case: Case) -> str:
    return case.owner.name if case.owner else case.team.name if case.team else _("nobody")


def _sleeps(case: Case) -> str:
    return _("put off until %(day)s") % {"day": day_text(case.snoozed_until)} if case.snoozed_until else "—"
