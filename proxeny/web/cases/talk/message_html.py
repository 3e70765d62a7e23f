"""One message as HTML: by whom, to whom, when, its words, its files, and what of the reply check was passed over.

Written without a template: there are up to two hundred on a page. The end tags of list items are left out, as HTML allows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.template.defaultfilters import filesizeformat
from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from proxeny.cases.attaching import is_picture
from proxeny.cases.models import Attachment, Audience, Case, Message, PassedOver
from proxeny.cases.replycheck import Kind
from proxeny.core import clock
from proxeny.ledger.noted import is_noted
from proxeny.web.cases.talk.beside_messages import Beside, beside_of
from proxeny.web.cases.talk.text_html import html_of
from proxeny.web.quick import address, icon
from proxeny.web.quick import text as escaped
from proxeny.web.templatetags.words import listed, when

ICONS = {
    Audience.CUSTOMER: "send",
    Audience.TEAM: "people",
    Audience.PRODUCT: "columns",
    Audience.SALES: "accounts",
    Audience.NOTE: "lock",
}
INBOUND = "left"
LONG, MOST = 16_000, 4_096
"""Of bodies kept in memory: characters of the longest, and how many."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a message is read in: its case, whether the reader is an insider, names that can be mentioned, merged cases.

    `hands_out`: the reader may give the customer a receipt of what the customer got or wrote.
    """

    case: Case
    inside: bool
    names: Mapping[int, str]
    origins: Mapping[int, Case]
    hands_out: bool = False


def named(found: QuerySet[Message]) -> QuerySet[Message]:
    """Return the messages with the names of who wrote them, all that is shown of a person, and whether they are on record."""
    return found.annotate(
        staff_name=F("staff__name"), contact_name=F("contact__name"), is_on_record=is_noted("message")
    )


def message_html(message: Message, around: Around, body: str) -> SafeString:
    """Return the message as an item of the conversation; `body` is what `bodies_of` returned for it."""
    sort = "inbound" if message.is_inbound else message.audience
    hidden = " is-confidential" if message.is_confidential else ""
    return mark_safe(  # noqa: S308  (escaped piece by piece)
        f'<li class="talk-message is-{escaped(sort)}{hidden}" id="message-{message.pk}" data-message="{message.pk}">'
        f"{_head(message, around)}{body}"
    )


def bodies_of(messages: Sequence[Message], around: Around) -> dict[int, str]:
    """Return what stands below the head of each message: its words, its files, what was passed over.

    Nothing of that changes once a message was sent, so it is kept in memory; files and remarks are loaded only for
    those that are not there yet.
    """
    known = {one.pk: _bodies.get(_key(one, around)) for one in messages}
    new = [one for one in messages if known[one.pk] is None]
    beside = beside_of(new)
    for one in new:
        body = known[one.pk] = _body(one, around, beside)
        if len(body) <= LONG:
            if len(_bodies) >= MOST:
                _bodies.clear()
            _bodies[_key(one, around)] = body
    return {number: body or "" for number, body in known.items()}


Key = tuple[object, ...]
_bodies: dict[Key, str] = {}


def _key(message: Message, around: Around) -> Key:
    """The moment tells a message from another that once had its number, as in a database that was put back."""
    names = tuple(around.names.get(one) for one in message.mentions)
    return (message.pk, message.at, message.text, around.inside, names, get_language(), get_script_prefix())


def _body(message: Message, around: Around, beside: Beside) -> str:
    names = [around.names[one] for one in message.mentions if one in around.names]
    return (
        f'<div class="talk-text">{html_of(message.text, names)}</div>'
        f"{_files(beside.files.get(message.pk, ()))}"
        f"{_passed_over(beside.remarks.get(message.pk, ())) if around.inside else ''}"
    )


def sort_of(message: Message) -> str:
    """Say in a few words for whom the message is, or that the customer wrote it."""
    if message.is_inbound:
        return _("from the customer")
    return str(Audience(message.audience).label)


def author_of(message: Message, case: Case) -> str:
    """Return the name of who wrote; the message must be `named`."""
    if message.is_inbound:
        return str(message.author_name or message.contact_name or case.account.name)  # type: ignore[attr-defined]
    return str(message.staff_name or message.author_name or _("a colleague"))  # type: ignore[attr-defined]


def _head(message: Message, around: Around) -> str:
    drawn = icon(INBOUND if message.is_inbound else ICONS[Audience(message.audience)])
    names = [str(one.get("name", "")) for one in message.recipients]
    to = f'<span class="talk-to">→ {escaped(listed(names))}</span>' if names else ""
    lock = (
        f'<span class="badge">{icon("lock")}{escaped(_("confidential"))}</span>'
        if message.is_confidential
        else ""
    )
    origin = around.origins.get(message.case_id)
    link = f'<a class="talk-at" href="#message-{message.pk}">{when(message.at)}</a>'
    return (
        f'<div class="talk-head"><span class="talk-sort">{drawn}{escaped(sort_of(message))}</span>'
        f'<span class="talk-author">{escaped(author_of(message, around.case))}</span>{to}{lock}'
        f"{_origin(origin) if origin else ''}{link}{_receipt(message) if around.hands_out else ''}</div>"
    )


def _receipt(message: Message) -> str:
    """The way to the receipt of what the customer has got or has written, where that is on record."""
    if message.audience != Audience.CUSTOMER or message.is_confidential or not message.is_on_record:  # type: ignore[attr-defined]
        return ""
    if message.leaves_at is not None and message.leaves_at > clock.now():
        return ""
    return (
        f'<a class="talk-receipt" href="{address("receipt-message", message.pk)}">{escaped(_("Receipt"))}</a>'
    )


def _origin(case: Case) -> str:
    said = _("from case %(number)s, merged here") % {"number": case.number}
    return (
        f'<span class="badge is-outline" title="{escaped(case.title)}">{icon("merge")}{escaped(said)}</span>'
    )


def _files(files: Iterable[Attachment]) -> str:
    items = "".join(map(_file, files))
    return f'<ul class="talk-files">{items}</ul>' if items else ""


def _file(file: Attachment) -> str:
    href = address("case-attachment", file.pk)
    name, size = escaped(file.name), escaped(filesizeformat(file.size))
    label = f'<span class="talk-file-name">{name}</span> <small>{size}</small>'
    if is_picture(file):
        picture = f'<img src="{href}" alt="" loading="lazy">'
        return (
            f'<li class="talk-picture"><a href="{href}" target="_blank" rel="noopener">{picture}{label}</a>'
        )
    return f'<li class="talk-file"><a href="{href}">{icon("file")}{label}</a>'


def _passed_over(rows: Iterable[PassedOver]) -> str:
    return "".join(_reason(one) for one in rows)


def _reason(one: PassedOver) -> str:
    remark = remark_name(one.remark)
    words = f" “{escaped(one.words)}”" if one.words else ""
    said = escaped(_("The check said: %(remark)s") % {"remark": remark})
    return (
        f'<p class="talk-passed"><span class="quiet">{said}{words}</span> '
        f'<span class="talk-reason">{escaped(one.reason)} <span class="mark-by">{escaped(one.by.name)}</span></span></p>'
    )


def remark_name(kind: str) -> str:
    """Return in a few words what a remark is about."""
    return {
        Kind.RETURNS_THE_QUESTION.value: _("it gives the question back"),
        Kind.PROMISE.value: _("it is a promise"),
        Kind.ADMISSION.value: _("it admits a fault"),
        Kind.FREE_GIFT.value: _("it gives something away"),
        Kind.COMMERCIAL.value: _("it speaks of price or contract"),
    }.get(kind, kind)
