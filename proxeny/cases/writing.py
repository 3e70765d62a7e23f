"""Writing: to the customer, a team, product, sales, or only for ourselves; and what the customer writes to us."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Contact
from proxeny.cases import access, telling, texts
from proxeny.cases.access import OPEN_TO_SALES
from proxeny.cases.events import Kind, MessageLeaves
from proxeny.cases.guarding import guard, person, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import (
    Attachment,
    Audience,
    Case,
    Message,
    PassedOver,
    Snooze,
    Step,
    StepPass,
    Waiting,
)
from proxeny.cases.replycheck import Kind as Remarked
from proxeny.cases.replycheck import check
from proxeny.core import clock, outbox
from proxeny.core.actors import Actor
from proxeny.core.laying_down import insert
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area

CAN_BE_TAKEN_BACK = timedelta(seconds=10)
LONGEST = 50_000


@dataclass(frozen=True, slots=True)
class Passing:
    """That a remark of the reply check is passed over: its kind, the words it was about, and the person's reason."""

    remark: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Writing:
    """What is to be sent. `recipients` are shown on the button and kept with the message: `{"kind", "id", "name"}` each."""

    audience: Audience
    text: str
    recipients: Sequence[Mapping[str, object]] = ()
    mentions: Sequence[int] = ()
    attachments: Sequence[int] = ()
    passings: Sequence[Passing] = ()
    waits_for: str = ""
    is_confidential: bool = False
    more: dict[str, object] = field(default_factory=dict)


def write(case: Case, writing: Writing, *, by: Actor) -> Message:
    """Send a message; for ten seconds it can be taken back.

    The first word to the customer passes the first step. `waits_for` says what we wait for from the customer from now on.
    What is written in confidence in a case that others see does neither, and no clock of the case answers to it.
    Raises NotFound for who may not write there, ValidationError where nothing was written or a passing lacks its reason.
    """
    _check(writing)
    with transaction.atomic():
        case = _trusted(guard(locked(case), by), by, is_confidential=writing.is_confidential)
        now = clock.now()
        message = insert(
            Message(
                case=case,
                audience=writing.audience,
                staff_id=by.staff_id,
                author_name=by.name,
                text=writing.text.strip(),
                recipients=list(writing.recipients),
                mentions=list(writing.mentions),
                at=now,
                leaves_at=now + CAN_BE_TAKEN_BACK,
                is_confidential=writing.is_confidential,
                promised=_promise_in(writing),
            )
        )
        _attach(message, writing, by)
        if not _is_aside(message):
            if writing.audience == Audience.CUSTOMER:
                _pass_first_step(case, by, now)
                if writing.waits_for.strip():
                    _wait(case, writing.waits_for.strip(), by, now)
            keep_up(case)
        texts.put_message(message)
        _record(case, message, writing, by)
        telling.mentioned(message, Staff.objects.filter(pk__in=writing.mentions), by=by)
        outbox.publish(MessageLeaves(message.pk))
    return message


def take_back(message: Message, *, by: Actor) -> bool:
    """Take a message back before it leaves; only who wrote it can. Return whether it was still there to be taken.

    What it set off goes with it: the step it passed, the wait it began, the notices nobody has read.
    """
    with transaction.atomic():
        case = guard(locked(message.case), by)
        found = Message.objects.select_for_update().filter(
            pk=message.pk, staff=by.staff_id, withdrawn_at=None
        )
        row, now = found.first(), clock.now()
        if row is None:
            raise NotFound(str(message.record))
        if row.leaves_at is None or row.leaves_at <= now:
            return False
        row.withdrawn_at = now
        row.save(update_fields=["withdrawn_at"])
        row.attachments.update(message=None)
        StepPass.objects.filter(case=case, step=Step.RESPONDED, at=row.at, by=by.reference).update(
            undone_at=now
        )
        Waiting.objects.filter(case=case, began_at=row.at, by=by.reference, ended_at=None).delete()
        row.case = case
        texts.drop_message(row)
        telling.unmentioned(row)
        if not _is_aside(row):
            keep_up(case)
        recorded(Kind.TAKEN_BACK, case, by, row.record, is_confidential=row.is_confidential)
    return True


def customer_wrote(
    case: Case,
    text: str,
    *,
    by: Actor,
    contact: Contact | None = None,
    name: str = "",
    at: datetime | None = None,
    source_reference: str = "",
    is_confidential: bool = False,
) -> Message:
    """Keep what the customer wrote or said, as `by` brings it in; a wait for the customer ends, a snoozed case comes back.

    The same `source_reference` is kept once. What was told in confidence stays with those who have that channel: in a case
    that others see it ends no wait and moves no clock.
    """
    if not text.strip():
        raise ValidationError({"text": _("There is nothing written yet.")})
    with transaction.atomic():
        case, now = _trusted(guard(locked(case), by), by, is_confidential=is_confidential), clock.now()
        if source_reference:
            had = Message.objects.filter(case=case, source_reference=source_reference).first()
            if had:
                return had
        message = insert(
            Message(
                case=case,
                audience=Audience.CUSTOMER,
                is_inbound=True,
                contact=contact,
                author_name=contact.name if contact else name,
                text=text.strip(),
                at=at or now,
                source_reference=source_reference,
                is_confidential=is_confidential,
            )
        )
        if not _is_aside(message):
            _is_back(case, now)
            keep_up(case, "snoozed_until")
        _heard(case, message, by)
    return message


def _heard(case: Case, message: Message, by: Actor) -> None:
    """Have it found, on record and known to whom it concerns."""
    texts.put_message(message)
    recorded(
        Kind.CUSTOMER_WROTE,
        case,
        by,
        message.record,
        is_confidential=message.is_confidential,
        who=message.author_name or case.account.name,
        text=message.text,
    )
    if not message.is_confidential:  # the line in the list of notices would tell of it
        telling.answered(case, message, by=by)


def _is_aside(message: Message) -> bool:
    """Tell whether it is said in confidence in a case that others see: nothing that they see may move with it."""
    return message.is_confidential and not message.case.is_confidential


def _is_back(case: Case, at: datetime) -> None:
    """The customer has spoken: nothing is waited for, and the case lies in the queue again."""
    Waiting.objects.filter(case=case, ended_at=None).update(ended_at=at, ended_by="customer")
    Snooze.objects.filter(case=case, ended_at=None).update(ended_at=at)
    case.snoozed_until = None


def _trusted(case: Case, by: Actor, *, is_confidential: bool) -> Case:
    """Return the case; what is confidential is written only by who can read it, else there is no such channel."""
    if is_confidential and not access.customer_is_open(by, case.account_id, Area.CONFIDENTIAL, write=True):
        raise NotFound(str(case.record))
    return case


def _promise_in(writing: Writing) -> str:
    """Return the words to the customer that read as a promise."""
    if writing.audience != Audience.CUSTOMER:
        return ""
    text = writing.text.strip()
    found = next((one for one in check(text) if one.kind is Remarked.PROMISE), None)
    return text[found.spans[0].start : found.spans[0].end][:300] if found and found.spans else ""


def _check(writing: Writing) -> None:
    errors = {}
    if not writing.text.strip():
        errors["text"] = _("There is nothing written yet.")
    if len(writing.text) > LONGEST:
        errors["text"] = _("That is longer than a message can be. Attach it as a file.")
    if any(not one.reason.strip() for one in writing.passings):
        errors["reason"] = _("Say in one line why you send it anyway.")
    if errors:
        raise ValidationError(errors)


def _attach(message: Message, writing: Writing, by: Actor) -> None:
    if writing.attachments:
        own = Attachment.objects.filter(
            pk__in=writing.attachments, case=message.case, message=None, by=by.staff_id, removed_at=None
        )
        if own.update(message=message) != len(set(writing.attachments)):
            raise ValidationError({"attachments": _("A file is no longer there. Attach it again.")})
    PassedOver.objects.bulk_create(
        PassedOver(
            message=message,
            remark=one.remark,
            words=one.words[:300],
            reason=one.reason.strip()[:500],
            by_id=person(by),
            at=message.at,
        )
        for one in writing.passings
    )


def _pass_first_step(case: Case, by: Actor, at: datetime) -> None:
    if not StepPass.objects.filter(case=case, step=Step.RESPONDED, undone_at=None).exists():
        StepPass.objects.create(case=case, step=Step.RESPONDED, at=at, by=by.reference, by_name=by.name)


def _wait(case: Case, why: str, by: Actor, at: datetime) -> None:
    if not Waiting.objects.filter(case=case, ended_at=None).exists():
        Waiting.objects.create(case=case, began_at=at, why=why[:300], by=by.reference, by_name=by.name)


def _record(case: Case, message: Message, writing: Writing, by: Actor) -> None:
    kind = Kind.WROTE if message.audience in OPEN_TO_SALES else Kind.WROTE_INSIDE
    names = [str(one.get("name", "")) for one in writing.recipients] or [message.get_audience_display()]
    hidden = message.is_confidential
    files = list(message.attachments.values_list("sha256", flat=True)) if writing.attachments else []
    recorded(
        kind,
        case,
        by,
        message.record,
        is_confidential=hidden,
        to=", ".join(names),
        audience=message.audience,
        text=message.text,
        files=files,
    )
    for one in writing.passings:
        recorded(
            Kind.PASSED_OVER,
            case,
            by,
            message.record,
            is_confidential=hidden,
            remark=one.remark,
            words=one.words,
            reason=one.reason.strip(),
        )
