"""The composer for somebody else: words that were written stay, and it is said what changes."""

from dataclasses import replace

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from proxeny.cases import access
from proxeny.cases.models import Audience
from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.cases.talk.composer import Composer, composer, keep_draft, key_of, what_changed
from proxeny.web.cases.talk.quoting import quoted
from proxeny.web.cases.talk.responding import composed
from proxeny.web.cases.talk.sent import Sent, audience_of, sent
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: StaffRequest, number: int) -> HttpResponse:
    """Show the composer for `to`. Words sent along go with it; with `quote` they stay, and are quoted in the new one."""
    reader = reader_of(request.actor, number, write=True)
    if request.method != "POST":
        to = audience_of(request.GET["to"]) if "to" in request.GET else None
        return composed(request, reader, composer(reader, to=to, seen=_last(reader)))
    one, to = sent(request.POST), audience_of(request.POST.get("to"))
    if not one.is_written:
        return composed(request, reader, composer(reader, to=to, seen=one.seen or _last(reader)))
    kept = _quoting(reader, one, to) if "quote" in request.GET else _carried(reader, one, to)
    return composed(request, reader, kept)


def _carried(reader: Reader, one: Sent, to: Audience) -> Composer:
    """The words go along. A draft that stood there is put away, not lost; the one they came from is no more."""
    begun_as = one.begun_as or one.audience.value
    moved = replace(
        one, audience=to, begun_as=begun_as, recipients=one.recipients if to == one.audience else None
    )
    if keep_draft(reader, moved) and to != one.audience:
        drafting.discard(reader.actor, key_of(reader, one.audience))
    changed = what_changed(one.audience, to)
    return composer(reader, sent=moved, seen=one.seen or _last(reader), changed=changed)


def _quoting(reader: Reader, one: Sent, to: Audience) -> Composer:
    """The words stay a draft where they are; a colleague gets to read them."""
    if not keep_draft(reader, one):  # the words would be gone with the page: they stay, and are not quoted
        return composer(reader, sent=one, seen=one.seen or _last(reader))
    asked = Sent(audience=to, text=quoted(one.text, to), begun_as=to.value, shown=one.shown)
    return composer(reader, sent=asked, seen=one.seen or _last(reader))


def _last(reader: Reader) -> int:
    found = access.messages(reader.actor, reader.case).order_by("-pk").values_list("pk", flat=True)
    return found.first() or 0
