"""Conversations of Chatwoot: messages of both sides, and activities, which tell in words what became of it."""

import re
from collections.abc import Iterator

from proxeny.cases.importing.documents import Object
from proxeny.cases.importing.found import Found, as_word, plain
from proxeny.cases.importing.history import Direction
from proxeny.cases.importing.told import DONE, Event, State, Told

_TYPES = {0: "incoming", 1: "outgoing", 2: "activity", 3: "template"}
_STATES = (
    (re.compile(r"\b(?:marked resolved|resolved)\b|已解决|标记为已解决", re.IGNORECASE), State.SOLVED),
    (re.compile(r"\bre-?opened\b|重新打开|重新开启", re.IGNORECASE), State.REOPENED),
    (re.compile(r"\bsnoozed\b|暂停|稍后提醒", re.IGNORECASE), State.WAITING),
    (re.compile(r"\b(?:marked (?:as )?(?:open|pending))\b|标记为待处理", re.IGNORECASE), State.OPEN),
)
_ASSIGNED = re.compile(r"^Assigned to (?P<to>.+?)(?: via (?P<team>.+?))? by (?P<who>.+)$")
_OWN = re.compile(r"^(?P<who>.+?) self-assigned this conversation")
_BY = re.compile(r"\bby (?P<who>[^.]+)")
_COMPANY = (
    "meta.sender.additional_attributes.company_name",
    "meta.sender.custom_attributes.account",
    "meta.sender.custom_attributes.company",
    "custom_attributes.account",
    "custom_attributes.customer",
    "contact.company.name",
    "contact.company_name",
    "meta.sender.company_name",
    "meta.sender.identifier",
    "meta.sender.name",
    "contact.name",
)


def tell(found: Found) -> Told:
    """Return what a conversation tells; who has no company is a customer by itself."""
    told = Told(
        reference=found.word("display_id", "id", "conversation_id"),
        row=found.place,
        account=found.word(*_COMPANY),
        opened_at=found.moment("created_at", "timestamp"),
        title=found.word(
            "additional_attributes.mail_subject", "additional_attributes.subject", "title", "subject"
        ),
        reporter=found.word("meta.sender.name", "contact.name", "meta.sender.email"),
        severity=found.severity("priority"),
        kinds=tuple(word for word in map(as_word, found.get("labels") or ()) if word),
        product=found.word("custom_attributes.product", "inbox.name"),
        resolved_at=found.moment("resolved_at"),
    )
    told.events += _messages(found, found.items("messages"))
    told.is_snapshot = not any(event.state or event.team for event in told.events)
    if told.is_snapshot:
        told.events += _as_it_stands(found, told)
    return told


def _messages(found: Found, messages: list[Object]) -> Iterator[Event]:
    for place, one in enumerate(messages):
        at = found.moment_of(one, "created_at", f"messages[{place}]")
        if at is None:
            continue
        kind = one.get("message_type")
        kind = _TYPES.get(kind, "") if isinstance(kind, int) else str(kind or "")
        event = Event(at, place=place, who=as_word(one.get("sender")))
        text = plain(one.get("content") or "")
        if kind == "activity":
            yield _activity(found, text, event)
            continue
        direction = Direction.INBOUND if kind == "incoming" else Direction.OUTBOUND
        if one.get("private"):
            direction = Direction.INTERNAL
        yield event._replace(direction=direction, text=text, message=str(one.get("id") or ""))


def _activity(found: Found, text: str, event: Event) -> Event:
    """Return what an activity says; one in other words than these says only that something happened."""
    if own := _OWN.match(text):
        return event._replace(person=own["who"], who=own["who"])
    if assigned := _ASSIGNED.match(text):
        to, team, who = assigned["to"], assigned["team"] or "", assigned["who"]
        if not team and to == found.word("meta.team.name", "team.name"):
            return event._replace(team=to, who=who)
        return event._replace(person=to, team=team, who=who)
    state = next((state for pattern, state in _STATES if pattern.search(text)), None)
    by = _BY.search(text)
    return event._replace(
        state=state, why="snoozed" if state is State.WAITING else "", who=by["who"] if by else ""
    )


def _as_it_stands(found: Found, told: Told) -> Iterator[Event]:
    state = found.state(found.get("status"), "status")
    ended = told.resolved_at if state in DONE else None
    at = ended or found.moment("updated_at", "last_activity_at", "timestamp") or told.opened_at
    if at is not None:
        yield Event(
            at,
            state=state,
            why=found.word("status"),
            team=found.word("meta.team.name", "team.name"),
            person=found.word("meta.assignee.name", "assignee.name"),
        )
