"""The sections of one customer's page: what is known, how old it is, and what is not known, said in
sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from proxeny.accounts.models import Contact, Contract, ContractLine
from proxeny.core.money import Money
from proxeny.judgement.models import Judgement
from proxeny.web.accounts import basics
from proxeny.web.accounts import contacts as contact_pages
from proxeny.web.accounts.dossier import Dossier


@dataclass(frozen=True, slots=True)
class People:
    """The people at a customer: those who are there, those who have left, and what is missing."""

    here: list[Contact]
    gone: list[Contact]
    gaps: list[str]
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Term:
    """A contract as it stands on a day: `days_left` counts down while it runs, else None."""

    contract: Contract
    days_left: int | None
    is_over: bool

    @property
    def lines(self) -> list[tuple[ContractLine, Money]]:
        """Its lines, each with its amount."""
        return [
            (line, Money(line.amount_minor, self.contract.currency)) for line in self.contract.lines.all()
        ]


@dataclass(frozen=True, slots=True)
class Contracts:
    """The contracts of a customer, those that run first, and what is missing."""

    terms: list[Term]
    gaps: list[str]
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement and how it stands on a day: in force, superseded by a newer one, lapsed, or taken back."""

    judgement: Judgement
    stands: bool
    how: str


def people(everybody: Sequence[Contact], on: date) -> People:
    """Return who is there on the day, by weight, and who has left."""
    here = [one for one in everybody if one.left_on is None or one.left_on > on]
    gone = sorted(
        (one for one in everybody if one not in here), key=lambda one: one.left_on or on, reverse=True
    )
    here.sort(key=lambda one: (-(one.influence or 0), one.name))
    return People(here, gone, _gaps(here, gone), max((one.changed_at for one in everybody), default=None))


def editable(known: Dossier) -> dict[str, Any]:
    """Return what can be changed in place: the basics, and the people who are there, each with their fields."""
    here = people(known.contacts, known.today).here
    found = basics.places(known.actor, known.account, amounts=known.sight.amount)
    may_write = found["name"].may
    return {
        "basics": found,
        "contacts": contact_pages.places(here, may=may_write),
        "may_write": may_write,
    }


def contracts(found: Sequence[Contract], on: date) -> Contracts:
    """Return the contracts with how long each still runs."""
    terms = [
        Term(one, (one.ends_on - on).days if one.runs_on(on) else None, one.ends_on < on) for one in found
    ]
    terms.sort(key=lambda term: (term.is_over, -term.contract.ends_on.toordinal()))
    gaps = []
    if not found:
        gaps.append(_("No contract is on record: what it is worth and when it ends cannot be seen."))
    elif all(term.days_left is None for term in terms):
        gaps.append(_("No contract runs today."))
    return Contracts(terms, gaps, max((one.changed_at for one in found), default=None))


def judgements(given: Sequence[Judgement], standing: Judgement | None, on: date) -> list[Judged]:
    """Return all judgements, each with how it stands on the day."""
    return [Judged(one, one == standing, _how(one, standing, on)) for one in given]


def _how(one: Judgement, standing: Judgement | None, on: date) -> str:
    if one == standing:
        return ""
    if one.withdrawn_at is not None:
        return _("taken back")
    return _("lapsed") if one.expires_on <= on else _("followed by a newer one")


def _gaps(here: Sequence[Contact], gone: Sequence[Contact]) -> list[str]:
    """Say what is not known about the people, gravest first."""
    if not here:
        return [_("Nobody there is known to us.")]
    unknown = {
        Contact.Part.BOSS: _("We know nobody at the top: whoever decides there has not heard from us."),
        Contact.Part.PURCHASING: _("We know nobody in purchasing."),
        Contact.Part.USER: _("We know none of those who work with the product."),
        Contact.Part.IT: _("We know nobody in IT."),
    }
    known = {one.part for one in here}
    gaps = [words for part, words in unknown.items() if part not in known]
    if not any(one.is_sponsor for one in here):
        left = next((one for one in gone if one.is_sponsor), None)
        if left is not None:
            gaps.insert(
                0, _("%(name)s, our sponsor, has left, and nobody has taken the place.") % {"name": left.name}
            )
    if not any(one.influence == Contact.Influence.DECIDES for one in here):
        gaps.append(_("Who decides there is not known."))
    return gaps
