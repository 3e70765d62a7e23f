"""Opening a case: fast to take in, the rest can follow."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account, Contact
from proxeny.cases import access, telling, texts
from proxeny.cases.events import Kind
from proxeny.cases.guarding import recorded
from proxeny.cases.keeping_up import begin, stake_of
from proxeny.cases.models import Assignment, Audience, Case, Channel, Message, Severity, State
from proxeny.cases.numbering import next_number
from proxeny.cases.prioritising import by_rule
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.laying_down import insert
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known when a case is opened; a title made from the customer's words is enough.

    `text` are the customer's own words: they become the first message, from `reporter` or `reporter_name`.
    """

    title: str = ""
    text: str = ""
    severity: Severity = Severity.NORMAL
    channel: Channel = Channel.CHAT
    product: str = ""
    reporter: Contact | None = None
    reporter_name: str = ""
    owner: Staff | None = None
    at: datetime | None = None
    is_confidential: bool = False
    more: dict[str, object] = field(default_factory=dict)


def open_case(account: Account, opening: Opening, *, by: Actor) -> Case:
    """Open a case for `account`; it lies in the hands of `owner`, else of who speaks for the customer, else of who opens it.

    Raises NotFound for who may not write to the customer's dossier, ValidationError when nothing was said.
    """
    area = Area.CONFIDENTIAL if opening.is_confidential else Area.INSIDE
    if not access.customer_is_open(by, account.pk, area, write=True):
        raise NotFound(str(account.record))
    title = (opening.title.strip() or _first_line(opening.text))[:LONGEST_TITLE]
    if not title:
        raise ValidationError({"title": _("Say in a few words what it is about.")})
    with transaction.atomic():
        case = _case(account, opening, title, by)
        case.stake_minor = stake_of(case)
        begin(case)
        _first_words(case, opening)
        if case.owner:
            given: dict[str, Any] = {"staff": case.owner, "staff_name": case.owner.name, "by": by.reference}
            insert(Assignment(case=case, began_at=case.opened_at, **given))
        texts.put_case(case)
        said: dict[str, Any] = {"title": case.title, "text": case.text, "severity": int(case.severity)}
        recorded(Kind.OPENED, case, by, **said, owner=case.owner.reference if case.owner else None)
        telling.given(case, by=by)
    return case


def _case(account: Account, opening: Opening, title: str, by: Actor) -> Case:
    now = clock.now()
    return Case(
        number=next_number(is_confidential=opening.is_confidential),
        account=account,
        title=title,
        text=opening.text.strip(),
        product=opening.product.strip(),
        reporter=opening.reporter,
        channel=opening.channel,
        owner=opening.owner or account.spokesperson or _self(by),
        severity=opening.severity,
        priority=by_rule(account.level, opening.severity),
        is_confidential=opening.is_confidential,
        opened_at=opening.at or now,
        opened_by=by.reference,
        changed_at=now,
        state=State.PROBLEM,
        state_since=opening.at or now,
        **opening.more,
    )


def _first_words(case: Case, opening: Opening) -> None:
    if case.text:
        insert(
            Message(
                case=case,
                audience=Audience.CUSTOMER,
                is_inbound=True,
                contact=opening.reporter,
                author_name=opening.reporter.name if opening.reporter else opening.reporter_name,
                text=case.text,
                at=case.opened_at,
            )
        )


def _first_line(text: str) -> str:
    line = next((one.strip() for one in text.splitlines() if one.strip()), "")
    return line if len(line) <= 60 else line[:59].rstrip() + "…"


def _self(by: Actor) -> Staff | None:
    return Staff.objects.filter(pk=by.staff_id).first() if by.staff_id else None
