"""The conversation as the page of a case shows it, with the composer below for those who may write."""

from typing import Any

from proxeny.web.cases.reader import Reader
from proxeny.web.cases.talk import reading
from proxeny.web.cases.talk.composer import composer
from proxeny.web.cases.talk.sent import audience_of
from proxeny.web.policy import StaffRequest


def talk(request: StaffRequest, reader: Reader) -> dict[str, Any]:
    """Return the latest stretch of the conversation, and the composer (None for who only reads)."""
    stretch = reading.latest(reader)
    to = audience_of(request.GET["to"]) if "to" in request.GET else None
    return {
        "stretch": stretch,
        "composer": composer(reader, to=to, seen=stretch.last) if reader.may_write else None,
    }
