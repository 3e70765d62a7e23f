"""Tickets of Zammad as its interface gives them: with their articles, and perhaps with their history."""

from collections.abc import Iterator

from proxeny.cases.importing.documents import Object
from proxeny.cases.importing.found import Found, as_word, plain
from proxeny.cases.importing.history import Direction
from proxeny.cases.importing.told import DONE, Event, Told

# What a fresh installation has; one that was changed names its states, which then counts.
_STATES = {1: "new", 2: "open", 3: "pending reminder", 4: "closed", 5: "merged", 6: "pending close"}
_PRIORITIES = {1: "1 low", 2: "2 normal", 3: "3 high"}
_DIRECTIONS = {"customer": Direction.INBOUND, "agent": Direction.OUTBOUND, "system": Direction.INTERNAL}
_SENDERS = {1: "agent", 2: "customer", 3: "system"}


def tell(found: Found) -> Told:
    """Return what a ticket tells."""
    found.data.setdefault("state", _STATES.get(found.get("state_id"), found.get("state_id")))
    found.data.setdefault("priority", _PRIORITIES.get(found.get("priority_id"), found.get("priority_id")))
    told = Told(
        reference=found.word("number", "id"),
        row=found.place,
        account=found.word("organization") or found.name_of("organizations", found.get("organization_id")),
        opened_at=found.moment("created_at"),
        title=found.word("title"),
        text=plain(found.get("note") or ""),
        reporter=found.word("customer") or _user(found, found.get("customer_id")),
        severity=found.severity("priority"),
        kinds=tuple(word for word in (found.word("type", "category"),) if word),
        product=found.word("product"),
        closed_at=found.moment("close_at"),
    )
    if history := found.items("history", "ticket_history"):
        told.events += _changes(found, history)
    told.is_snapshot = not any(event.state or event.team for event in told.events)
    if told.is_snapshot:
        told.events += _as_it_stands(found, told)
    told.events += _articles(found)
    return told


def _user(found: Found, number: object) -> str:
    if number in (None, 1):  # who has number 1 stands for nobody
        return ""
    one = found.side.get("users", {}).get(str(number), {})
    full = " ".join(filter(None, (as_word(one.get("firstname")), as_word(one.get("lastname")))))
    return full or found.name_of("users", number, "login", "email")


def _articles(found: Found) -> Iterator[Event]:
    for place, one in enumerate(found.items("articles", "ticket_articles")):
        at = found.moment_of(one, "created_at", f"articles[{place}]")
        if at is not None:
            sender = as_word(one.get("sender")).casefold() or _SENDERS.get(one.get("sender_id") or 0, "")
            direction = Direction.INTERNAL if one.get("internal") else _DIRECTIONS.get(sender)
            who = as_word(one.get("from")) or as_word(one.get("created_by"))
            text, number = plain(one.get("body") or ""), str(one.get("id") or "")
            yield Event(at, place=place, who=who, direction=direction, text=text, message=number)


def _changes(found: Found, history: list[Object]) -> Iterator[Event]:
    for place, one in enumerate(history):
        name = str(one.get("attribute") or "").removesuffix("_id")
        if one.get("object") not in (None, "Ticket") or name not in ("state", "group", "owner"):
            continue
        at = found.moment_of(one, "created_at", f"history[{place}]")
        if at is None:
            continue
        value = as_word(one.get("value_to"))
        event = Event(at, place=place, who=as_word(one.get("created_by")))
        if name == "state":
            yield event._replace(state=found.state(value, "history.state"), why=value)
        elif name == "group":
            yield event._replace(team=value)
        else:
            yield event._replace(person=value)


def _as_it_stands(found: Found, told: Told) -> Iterator[Event]:
    state = found.state(found.get("state"), "state")
    ended = told.closed_at if state in DONE else None
    at = ended or found.moment("updated_at") or told.opened_at
    if at is not None:
        team = found.word("group") or found.name_of("groups", found.get("group_id"))
        person = found.word("owner") or _user(found, found.get("owner_id"))
        yield Event(at, state=state, why=found.word("state"), team=team, person=person)
