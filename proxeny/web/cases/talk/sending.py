"""Sending what was written, and taking it back."""

from dataclasses import replace

from django.contrib import messages as levels
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.cases import access, mentioning, writing
from proxeny.cases.addressing import Addressee, addressees, chosen, missing
from proxeny.cases.checking import Looked, look
from proxeny.cases.models import Audience, Message
from proxeny.cases.writing import Passing, Writing
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.cases.talk import reading
from proxeny.web.cases.talk.asking import questions
from proxeny.web.cases.talk.attachments import keep_files
from proxeny.web.cases.talk.composer import composer, keep_draft, key_of, may_wait
from proxeny.web.cases.talk.responding import composed
from proxeny.web.cases.talk.sent import Sent, of_message, sent
from proxeny.web.forms.drafted import sending
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.quick import address
from proxeny.web.templatetags.words import listed


@writers_of(Area.INSIDE)
@require_POST
def send(request: StaffRequest, number: int) -> HttpResponse:
    """Send the message; where something is to be asked or said of it first, show the composer again with that (422)."""
    reader = reader_of(request.actor, number, write=True)
    files, errors = keep_files(request, reader)
    one = sent(request.POST)
    one = replace(one, attachments=(*one.attachments, *files))
    options = addressees(reader.case, one.audience)
    to = chosen(options, one.recipients or ())
    if not one.is_written:
        errors.append(_("There is nothing written yet."))
    if none := missing(options, to):
        errors.append(none)
    asks = questions(reader, one)
    looked = _looked(reader, one)
    if errors or asks or _unanswered(one, looked):
        return _refused(request, reader, one, asks=asks, looked=looked, errors=errors)
    try:
        with sending(request.actor, key_of(reader, one.audience)):
            message = writing.write(reader.case, _writing(reader, one, to, looked), by=request.actor)
    except ValidationError as error:
        return _refused(request, reader, one, looked=looked, errors=error.messages)
    toasts.say(request, _said(one, to), undo=address("case-message-withdrawal", message.pk))
    return _answered(request, reader, one, message)


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, number: int) -> HttpResponse:
    """Take a message back within its ten seconds: it stands in the composer again as it was sent."""
    message = access.message_for(request.actor, number, write=True)
    reader = reader_of(request.actor, message.case.number, write=True)
    wait = message.case.waits.filter(began_at=message.at, ended_at=None).first()
    if not writing.take_back(message, by=request.actor):
        said = _("It has left, and cannot be taken back. Write once more if something has to be put right.")
        toasts.say(request, said, level=levels.WARNING)
        return redirect(f"{address('case', message.case.number)}#message-{message.pk}")
    before = of_message(message, wait.why if wait else "")
    toasts.say(request, _("Taken back: nobody has received it. It stands in the composer again."))
    if not keep_draft(reader, before):
        return composed(request, reader, composer(reader, sent=before))
    return redirect(f"{address('case', message.case.number)}?to={message.audience}#composer")


def _looked(reader: Reader, one: Sent) -> Looked:
    if one.audience != Audience.CUSTOMER or not one.is_written:
        return Looked()
    return look(reader.case, one.text, by=reader.actor)


def _unanswered(one: Sent, looked: Looked) -> bool:
    return any(not one.reasons.get(said.kind.value, "").strip() for said in looked.remarks)


def _writing(reader: Reader, one: Sent, to: list[Addressee], looked: Looked) -> Writing:
    mentions: set[int] = set()
    if "@" in one.text:
        mentions |= set(mentioning.named_in(one.text, mentioning.who_reads(reader.case, one.audience)))
    if one.audience == Audience.SALES:  # whom it is addressed to can read it, and is told
        mentions |= {who.number for who in to}
    return Writing(
        audience=one.audience,
        text=one.text,
        recipients=[who.as_json() for who in to],
        mentions=sorted(mentions),
        attachments=one.attachments,
        passings=[
            Passing(said.kind.value, said.words, one.reasons[said.kind.value]) for said in looked.remarks
        ],
        waits_for=_waits_for(reader, one),
        is_confidential=one.is_confidential,
    )


def _waits_for(reader: Reader, one: Sent) -> str:
    if not one.waits or not may_wait(reader, one):
        return ""
    return one.waits_for.strip() or _("an answer")


def _said(one: Sent, to: list[Addressee]) -> str:
    names = listed([who.name for who in to])
    if one.audience == Audience.NOTE:
        return _("Noted. Only we can read it.")
    if one.audience == Audience.CUSTOMER:
        return _("Goes to %(names)s in ten seconds.") % {"names": names or _("the customer")}
    return _("Written for %(names)s.") % {"names": names or one.audience.label}


def _refused(
    request: StaffRequest, reader: Reader, one: Sent, *, looked: Looked, errors: list[str], asks: object = ()
) -> HttpResponse:
    last = access.messages(request.actor, reader.case).order_by("-pk").values_list("pk", flat=True).first()
    again = composer(reader, sent=one, seen=last or 0, asks=asks, looked=looked, errors=errors)
    return composed(request, reader, again, status=422)


def _answered(request: StaffRequest, reader: Reader, one: Sent, message: Message) -> HttpResponse:
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{address('case', reader.case.number)}#message-{message.pk}")
    came = reading.after(reader, one.shown or one.seen or message.pk - 1)
    context = {
        "case": reader.case,
        "reader": reader,
        "came": came,
        "composer": composer(reader, to=one.audience, seen=max(came.last, message.pk)),
    }
    answer = render(request, "cases/talk/_sent.html", context)
    answer.headers["HX-Trigger"] = "case-changed"
    return answer
