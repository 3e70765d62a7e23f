"""Putting a case into somebody's hands: a colleague's or a team's; from another's only with a reason."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from proxeny.cases import access, telling
from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import Assignment, Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Area, Reach, Role, right
from proxeny.notices.telling import take_back as untell
from proxeny.notices.telling import tell

CAN_BE_TAKEN_BACK = timedelta(minutes=30)


def able() -> QuerySet[Staff]:
    """Return the colleagues who can have cases in hand: what lies in their hands is open to them."""
    return (
        Staff.objects.filter(
            is_active=True, grants__role__in=[Role.SPOKESPERSON, Role.LEAD], grants__ended_at=None
        )
        .distinct()
        .order_by("name")
    )


def give(
    case: Case, *, by: Actor, to: Staff | None = None, team: Team | None = None, reason: str = ""
) -> Assignment | None:
    """Put the case into the hands of a colleague, or of a team; return the row of it, None where it lies there already.

    Raises ValidationError where nobody is named, where who is named cannot have it, and where it is taken from another
    without a reason.
    """
    if (to is None) == (team is None):
        raise ValidationError({"to": _("Name a colleague or a team.")})
    reason = reason.strip()
    with transaction.atomic():
        case = guard(locked(case), by)
        _check_open(case)
        if case.owner_id == (to.pk if to else None) and case.team_id == (team.pk if team else None):
            return None
        if to is not None:
            _check_able(case, to)
        if case.owner_id not in (None, by.staff_id) and not reason:
            raise ValidationError({"reason": _("It is in another’s hands. Say why it is taken from them.")})
        return _put(case, to, team, reason, by)


def given_for(by: Actor, number: int) -> Assignment:
    """Return what `by` gave and may still take back, or raise NotFound: giving away may have closed the case to them."""
    found = (
        Assignment.objects.select_related("case__account", "staff", "team")
        .filter(pk=number, by=by.reference, ended_at=None, began_at__gt=clock.now() - CAN_BE_TAKEN_BACK)
        .first()
    )
    if found is None or by.staff_id is None:
        raise NotFound(f"assignment:{number}")
    return found


def take_back(given: Assignment, *, by: Actor) -> Case:
    """Put the case back into the hands it came from; only who gave it can, for half an hour, unless it went on since."""
    with transaction.atomic():
        case = locked(given.case)
        row = given_for(by, given.pk)
        before = (
            Assignment.objects.select_related("staff", "team")
            .filter(case=case, ended_at=row.began_at)
            .exclude(pk=row.pk)
            .last()
        )
        had = before is not None and before.staff_id == by.staff_id
        if not had and not access.cases(by, write=True).filter(pk=case.pk).exists():
            raise NotFound(str(case.record))
        unheard = untell(_key(row))
        if before is None:
            _end(case)
            case.owner = case.team = None
            keep_up(case, "owner", "team")
            recorded(Kind.ASSIGNED, case, by, to="—", taken_back=True)
        else:
            _put(case, before.staff, before.team, _("taken back"), by, unheard)
    return case


def name_of(row: Assignment) -> str:
    """Return who that was, as the case keeps it."""
    return row.staff_name or row.team_name or "—"


def _put(
    case: Case,
    to: Staff | None,
    team: Team | None,
    reason: str,
    by: Actor,
    unheard: Collection[int] = (),
) -> Assignment:
    """Begin a new row; `unheard` are those who never read that they had it, and need not hear that they have it no more."""
    before = case.owner
    now = _end(case)
    row = Assignment.objects.create(
        case=case,
        staff=to,
        staff_name=to.name if to else "",
        team=team,
        team_name=team.name if team else "",
        began_at=now,
        by=by.reference,
        reason=reason,
    )
    case.owner, case.team = to, team
    keep_up(case, "owner", "team")
    recorded(
        Kind.ASSIGNED,
        case,
        by,
        to=name_of(row),
        owner=to.reference if to else None,
        team=team.pk if team else None,
        before=before.reference if before else None,
        reason=reason,
    )
    _tell(case, row, before, by, unheard)
    return row


def _end(case: Case) -> datetime:
    now = clock.now()
    Assignment.objects.filter(case=case, ended_at=None).update(ended_at=now)
    return now


def _check_open(case: Case) -> None:
    if case.merged_into_id is not None:
        raise ValidationError(_("The case was merged into another: what is done now is done there."))


def _check_able(case: Case, to: Staff) -> None:
    if not able().filter(pk=to.pk).exists():
        raise ValidationError({"to": _("%(name)s cannot have cases in hand.") % {"name": to.name}})
    if case.is_confidential:
        reach = right(to.actor, Area.CONFIDENTIAL).read
        if not (reach is Reach.ALL or (reach is Reach.OWN and case.account.spokesperson_id == to.pk)):
            said = _("The case is confidential, and %(name)s may not see it.") % {"name": to.name}
            raise ValidationError({"to": said})


def _key(row: Assignment) -> str:
    return f"{row.case.record}/hands/{row.pk}"


def _tell(case: Case, row: Assignment, before: Staff | None, by: Actor, unheard: Collection[int]) -> None:
    """Tell who has it now and who had it before."""
    said = {
        "who": by.name,
        "to": name_of(row),
        "number": case.number,
        "account": case.account.name,
        "title": case.title,
        "reason": row.reason,
    }
    say = partial(tell, kind=telling.GIVEN, about=case.record, key=_key(row), by=by)
    now: Iterable[Staff | None] = [row.staff]
    if row.team_id:
        now = Staff.objects.filter(memberships__team=row.team_id, memberships__left_at=None)
        text = N_("%(who)s gave %(to)s case %(number)s of %(account)s: %(title)s")
        reason = Sentence(N_("because you belong to %(to)s"), {"to": row.team_name})
    else:
        text = N_("%(who)s gave you case %(number)s of %(account)s: %(title)s")
        reason = telling.IN_HAND
    say([one for one in now if one and one.pk not in unheard], text=Sentence(text, said), reason=reason)
    if before is not None and before.pk != row.staff_id and before.pk not in unheard:
        reason = Sentence(N_("because the case was in your hands"))
        say([before], text=Sentence(_lost(row, by), said), reason=reason)


def _lost(row: Assignment, by: Actor) -> str:
    """What whoever had the case until now is told."""
    if row.staff_id is not None and row.staff_id == by.staff_id:
        return N_("%(who)s took case %(number)s of %(account)s: %(reason)s")
    if row.reason:
        return N_("%(who)s gave case %(number)s of %(account)s to %(to)s: %(reason)s")
    return N_("%(who)s gave case %(number)s of %(account)s to %(to)s")
