"""The kinds of files that can be brought in, and what a person needs to know before choosing one."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from proxeny.intake import importers
from proxeny.intake.models import Batch

SAYS = {
    Batch.Kind.ACCOUNTS: _(
        "Your customers: a number and a name; if known, their level, their limits and who speaks for them."
    ),
    Batch.Kind.PEOPLE: _("The people at your customers: name, part, and how they stand to you."),
    Batch.Kind.CONTRACTS: _("What was agreed with whom: from when to when, for how much, in which currency."),
    Batch.Kind.USAGE: _(
        "Meter readings, single lines or bills: who used what on which day. FOCUS and AWS bills are known."
    ),
    Batch.Kind.CASES: _(
        "Cases and how they went: who had them, who was waited for, what was said. ServiceNow, Zendesk, Zammad, "
        "Chatwoot and Jira are known."
    ),
}
GOES = {
    Batch.Kind.CASES: _(
        "The cases it added go, with their messages; those it completed are as they were. Customers that were added "
        "for it go too, unless somebody has worked on them."
    ),
    Batch.Kind.USAGE: _(
        "Its consumption no longer counts; what counted before it counts again. Customers that were added "
        "for it go too, unless somebody has worked on them."
    ),
}
GOES_OTHERWISE = _("What it added goes, what it changed is again as it was before.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where files of one kind are brought in."""

    kind: Batch.Kind
    label: str
    says: Promise | str


def places() -> list[Place]:
    """Return a place for each kind that can be imported now, in the order in which one needs the others."""
    return [Place(kind, label_of(kind), SAYS[kind]) for kind in importers.kinds()]


def label_of(kind: str) -> str:
    """Return the name of a kind; the people of customers are not to be taken for colleagues."""
    if kind == Batch.Kind.PEOPLE:
        return pgettext("people at customers", "People")
    return str(Batch.Kind(kind).label)


def what_goes(kind: str) -> Promise | str:
    """Return what taking back a batch of `kind` means."""
    return GOES.get(Batch.Kind(kind), GOES_OTHERWISE)
