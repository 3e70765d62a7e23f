"""Splitting messages off a case, when they were a matter of their own; undone as long as the new one is untouched."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from proxeny.cases import access, texts
from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import Assignment, Attachment, Audience, Case, Message, Split, Step, StepPass
from proxeny.cases.numbering import next_number
from proxeny.cases.opening import LONGEST_TITLE
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area
from proxeny.ledger import reading
from proxeny.search import keeping


def split(case: Case, messages: Sequence[int], *, title: str, by: Actor, reason: str = "") -> Case:
    """Move the messages of these numbers into a new case of the same customer and return it.

    It begins when the customer first wrote of it, and lies in the hands of whoever has the first. What was said in
    confidence becomes a confidential case, and nothing of it shows in the case that it leaves. Raises ValidationError
    without a title, without a message, for messages that are not in this case for who acts, where none would be left,
    and for some said in confidence among some that were not.
    """
    if not title.strip():
        raise ValidationError({"title": _("Say in a few words what it is about.")})
    with transaction.atomic():
        case = guard(locked(case), by)
        chosen = _chosen(case, messages, by)
        is_aside = chosen[0].is_confidential and not case.is_confidential
        target = _open(case, chosen, title.strip()[:LONGEST_TITLE], by)
        numbers = [one.pk for one in chosen]
        Message.objects.filter(pk__in=numbers).update(case=target)
        Attachment.objects.filter(message__in=numbers).update(case=target)
        Split.objects.create(
            source=case,
            target=target,
            messages=numbers,
            reason=reason.strip()[:500],
            by=by.reference,
            by_name=by.name,
            at=target.changed_at,
        )
        if any(one.audience == Audience.CUSTOMER and not one.is_inbound for one in chosen):
            # Our word to the customer came along: the first step is passed, without a line of its own.
            StepPass.objects.create(
                case=target, step=Step.RESPONDED, at=target.changed_at, by=by.reference, by_name=by.name
            )
            if not is_aside:
                _unanswer(case, chosen, target.changed_at)
        if not is_aside:
            keep_up(case)
        keep_up(target)
        # One line about both: `unsplit` looks whether more has happened since.
        said = {"other": target.number, "messages": numbers, "reason": reason.strip()}
        recorded(Kind.SPLIT, case, by, target.record, is_confidential=is_aside, **said)
        texts.put_case(target)
        _put_texts(target, numbers)
    return target


def unsplit(target: Case, *, by: Actor) -> Case:
    """Take the splitting back and return the case it came from; the number of the new one leads there from then on.

    Raises ValidationError when something else happened to the new case meanwhile: merging brings them together then.
    """
    with transaction.atomic():
        row = Split.objects.select_related("source").filter(target=target).first()
        if row is None:
            raise ValidationError(_("This case was not split off another."))
        source, target = guard(locked(row.source), by), guard(locked(target), by)
        if row.undone_at is not None:
            return source
        if not is_untouched(target, row):
            raise ValidationError(_("More has happened to this case since. Merge it into the other instead."))
        if source.merged_into_id is not None:
            raise ValidationError(_("The other case was merged meanwhile. Take that back first."))
        row.undone_at = clock.now()
        row.save(update_fields=["undone_at"])
        Message.objects.filter(pk__in=row.messages, case=target).update(case=source)
        Attachment.objects.filter(message__in=row.messages, case=target).update(case=source)
        StepPass.objects.filter(case=source, step=Step.RESPONDED, undone_at=row.at).update(undone_at=None)
        target.merged_into = source
        keep_up(target, "merged_into")
        if source.is_confidential == target.is_confidential:
            keep_up(source)
        keeping.drop(target.record)
        _put_texts(source, row.messages)
        hidden = target.is_confidential
        recorded(Kind.UNSPLIT, source, by, target.record, is_confidential=hidden, other=target.number)
    return source


def is_untouched(target: Case, row: Split) -> bool:
    """Tell whether nothing but the splitting itself has happened to the new case."""
    here = set(Message.objects.filter(case=target).values_list("pk", flat=True))
    return here == set(row.messages) and reading.count_about(target.record) == 1


def _chosen(case: Case, numbers: Sequence[int], by: Actor) -> list[Message]:
    here = access.messages(by, case).filter(case=case)
    chosen = list(here.filter(pk__in=numbers).order_by("at", "pk"))
    if not chosen or len(chosen) != len(set(numbers)):
        raise ValidationError({"messages": _("Choose messages that stand in this case.")})
    if any(one.leaves_at is not None and one.leaves_at > clock.now() for one in chosen):
        raise ValidationError({"messages": _("One of them has not left yet. Wait a few seconds.")})
    if not case.is_confidential and len({one.is_confidential for one in chosen}) > 1:
        raise ValidationError(
            {
                "messages": _(
                    "Some were said in confidence, some not. Make a case of the ones or of the others."
                )
            }
        )
    if not here.exclude(pk__in=numbers).exists():
        raise ValidationError(
            {"messages": _("Leave at least one message here, or there is nothing to split.")}
        )
    return chosen


def _open(case: Case, chosen: list[Message], title: str, by: Actor) -> Case:
    now = clock.now()
    asked = next((one for one in chosen if one.is_inbound), None)
    opened = asked.at if asked else chosen[0].at
    hidden = case.is_confidential or chosen[0].is_confidential
    owner = _hands(case, hidden=hidden)
    target = Case.objects.create(
        number=next_number(is_confidential=hidden),
        account=case.account,
        title=title,
        text=asked.text if asked else "",
        product=case.product,
        reporter=asked.contact if asked and asked.contact else case.reporter,
        channel=case.channel,
        owner=owner,
        team=case.team,
        severity=case.severity,
        priority=case.priority,
        stake_minor=case.stake_minor,
        is_confidential=hidden,
        opened_at=opened,
        opened_by=by.reference,
        changed_at=now,
        state_since=opened,
    )
    Assignment.objects.create(
        case=target,
        staff=owner,
        staff_name=owner.name if owner else "",
        team=case.team,
        team_name=case.team.name if case.team else "",
        began_at=now,
        by=by.reference,
    )
    return target


def _hands(case: Case, *, hidden: bool) -> Staff | None:
    """Whoever has the first has the new one, too; where they may not see it, who speaks for the customer."""
    owner = case.owner
    if hidden and owner is not None:
        may_see = access.customer_is_open(owner.actor, case.account_id, Area.CONFIDENTIAL)
        return owner if may_see else case.account.spokesperson
    return owner


def _unanswer(case: Case, chosen: list[Message], at: datetime) -> None:
    """Where our only answer goes along, the first step of the case it leaves is to be passed again."""
    answers = [one.at for one in chosen if one.audience == Audience.CUSTOMER and not one.is_inbound]
    open_to_all = Q(is_confidential=False) | Q(case__is_confidential=True)
    written = Message.objects.filter(
        open_to_all, case=case, audience=Audience.CUSTOMER, is_inbound=False, withdrawn_at=None
    )
    if not written.exists():
        passed = StepPass.objects.filter(
            case=case, step=Step.RESPONDED, at__in=answers, undone_at=None, reason=""
        )
        passed.update(undone_at=at)


def _put_texts(case: Case, numbers: Sequence[int]) -> None:
    for one in Message.objects.filter(pk__in=numbers, withdrawn_at=None):
        one.case = case
        texts.put_message(one)
