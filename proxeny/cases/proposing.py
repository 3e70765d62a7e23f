"""Proposing a way ahead, and ending it: while one stands, the case is in solution state."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import Case, Message, Proposal, Step
from proxeny.cases.stepping import note_pass
from proxeny.cases.texts import put_case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff

Sort = Proposal.Sort


@dataclass(frozen=True, slots=True)
class Way:
    """A way ahead as it is put down; which fields are needed depends on its sort (`missing_of`)."""

    sort: Sort
    text: str
    owner: Staff | None = None
    owner_name: str = ""
    due_on: date | None = None
    environment: str = ""
    purpose: str = ""
    because: str = ""
    look_again_on: date | None = None
    look_again_when: str = ""


def missing_of(way: Way) -> dict[str, str]:
    """Return what is missing, by field, in words for whoever fills it in."""
    missing = {}
    if not way.text.strip():
        missing["text"] = {
            Sort.PATH: _("Say the next step in one sentence."),
            Sort.REQUEST: _("Say in one sentence what is needed."),
            Sort.NOT_NOW: _("Say in one sentence what does not go now."),
        }[way.sort]
    if way.sort == Sort.PATH:
        if way.owner is None and not way.owner_name.strip():
            missing["owner"] = _("Name who takes the next step.")
        if way.due_on is None:
            missing["due_on"] = _("Name the day by which it is done.")
    elif way.sort == Sort.REQUEST:
        if not way.environment.strip():
            missing["environment"] = _("Say in which environment: product cannot weigh it otherwise.")
        if not way.purpose.strip():
            missing["purpose"] = _("Say for what purpose: what the customer wants to reach with it.")
    else:
        if not way.because.strip():
            missing["because"] = _("Say why it does not go now.")
        if way.look_again_on is None and not way.look_again_when.strip():
            missing["look_again_on"] = _("Say when we look again: a day, or what has to happen first.")
    return missing


def propose(case: Case, way: Way, *, by: Actor, message: Message | None = None) -> Proposal:
    """Put down a way ahead; the case is in solution state from now on, and the third step is passed.

    Raises ValidationError by field for what is missing or lies in the past.
    """
    errors = missing_of(way)
    today = clock.today()
    for name in ("due_on", "look_again_on"):
        day = getattr(way, name)
        if day is not None and day < today:
            errors[name] = _("That day has passed.")
    if errors:
        raise ValidationError(errors)
    with transaction.atomic():
        case = guard(locked(case), by)
        proposal = Proposal.objects.create(
            case=case,
            sort=way.sort,
            text=way.text.strip(),
            owner=way.owner,
            owner_name=way.owner.name if way.owner else way.owner_name.strip(),
            due_on=way.due_on,
            environment=way.environment.strip(),
            purpose=way.purpose.strip(),
            because=way.because.strip(),
            look_again_on=way.look_again_on,
            look_again_when=way.look_again_when.strip(),
            message=message,
            by=by.reference,
            by_name=by.name,
            at=clock.now(),
        )
        # What a request says of environment and purpose is known of the case, too, where nobody had said it.
        filled = [
            name
            for name in ("environment", "purpose")
            if getattr(proposal, name) and not getattr(case, name).strip()
        ]
        for name in filled:
            setattr(case, name, getattr(proposal, name))
        note_pass(case, Step.PROPOSED, by=by)
        keep_up(case, *filled)
        if filled:
            put_case(case)
        recorded(Kind.PROPOSED, case, by, proposal.record, **content_of(proposal))
    return proposal


def end(proposal: Proposal, how: Proposal.End, *, by: Actor, why: str = "") -> Proposal:
    """End a standing proposal: done, refused, withdrawn, replaced, or looked at again. Doing it twice changes nothing.

    Raises ValidationError where a refusal or a withdrawal has no reason.
    """
    if how in (Proposal.End.REFUSED, Proposal.End.WITHDRAWN) and not why.strip():
        raise ValidationError({"why": _("Say why: the reason is what others will read.")})
    with transaction.atomic():
        case = guard(locked(proposal.case), by)
        row = _row(proposal)
        if row.ended_at is None:
            row.ended_at, row.ended_as, row.ended_by, row.ended_why = (
                clock.now(),
                how,
                by.reference,
                why.strip(),
            )
            row.save(update_fields=["ended_at", "ended_as", "ended_by", "ended_why"])
            keep_up(case)
            recorded(Kind.PROPOSAL_ENDED, case, by, row.record, text=row.text, how=how.value, why=why.strip())
    return row


def restore(proposal: Proposal, *, by: Actor) -> Proposal:
    """Let a proposal that was ended stand again."""
    with transaction.atomic():
        case = guard(locked(proposal.case), by)
        row = _row(proposal)
        if row.ended_at is not None:
            row.ended_at, row.ended_as, row.ended_by, row.ended_why = None, "", "", ""
            row.save(update_fields=["ended_at", "ended_as", "ended_by", "ended_why"])
            keep_up(case)
            recorded(Kind.PROPOSAL_RESTORED, case, by, row.record, text=row.text)
    return row


def content_of(proposal: Proposal) -> dict[str, Any]:
    """Return what a proposal says, as it goes on record."""
    names = (
        "sort", "text", "owner_name", "due_on", "environment", "purpose", "because", "look_again_on", "look_again_when",
    )  # fmt: skip
    return {name: value for name in names if (value := getattr(proposal, name))}


def _row(proposal: Proposal) -> Proposal:
    found = Proposal.objects.select_for_update(of=("self",)).filter(pk=proposal.pk).first()
    if found is None:
        raise NotFound(str(proposal.record))
    return found
