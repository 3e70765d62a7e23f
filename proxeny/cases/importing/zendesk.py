"""Tickets of Zendesk as its JSON export has them: with comments, and perhaps with audits, which tell how it went."""

from collections.abc import Iterator

from proxeny.cases.importing.documents import Object
from proxeny.cases.importing.found import Found, as_word, plain
from proxeny.cases.importing.history import Direction
from proxeny.cases.importing.told import Event, Told

_CUSTOMER = "end-user"


def tell(found: Found) -> Told:
    """Return what a ticket tells."""
    told = Told(
        reference=found.word("id", "ticket_id"),
        row=found.place,
        account=_account(found),
        opened_at=found.moment("created_at"),
        title=found.word("subject", "raw_subject"),
        text=plain(found.get("description") or ""),
        reporter=found.word("requester.name") or _user(found, found.get("requester_id")),
        severity=found.severity("priority"),
        kinds=tuple(word for word in (found.word("type"),) if word),
        product=found.word("product", "ticket_form.name"),
        resolved_at=found.moment("metric_set.solved_at", "solved_at"),
        reopens=int(found.get("metric_set.reopens") or 0),
    )
    audits = found.items("audits")
    told.events += _audited(found, audits) if audits else []
    if comments := found.items("comments"):
        told.events += _comments(found, comments)
    told.is_snapshot = not any(event.state or event.team for event in told.events)
    if told.is_snapshot:
        told.events += _as_it_stands(found, told)
    return told


def _account(found: Found) -> str:
    """A number of ours that was put there says best who the customer is; else its name."""
    number = found.get("organization_id") or found.get("requester.organization_id")
    return found.word("organization.external_id", "organization.name") or found.name_of(
        "organizations", number, "external_id", "name"
    )


def _user(found: Found, number: object) -> str:
    return found.name_of("users", number, "name", "email")


def _comments(found: Found, comments: list[Object]) -> Iterator[Event]:
    for place, one in enumerate(comments):
        at = found.moment_of(one, "created_at", f"comments[{place}]")
        if at is not None:
            yield _comment(found, one, Event(at, place=place))


def _comment(found: Found, one: Object, event: Event) -> Event:
    author = one.get("author_id")
    text = plain(one.get("plain_body") or one.get("body") or "")
    direction = Direction.INBOUND if _is_customer(found, author) else Direction.OUTBOUND
    if one.get("public") is False:
        direction = Direction.INTERNAL
    who = as_word(one.get("author")) or _name(found, author)
    return event._replace(who=who, direction=direction, text=text, message=str(one.get("id") or ""))


def _name(found: Found, number: object) -> str:
    for part in ("requester", "assignee", "submitter"):
        if number is not None and found.get(f"{part}.id") == number:
            return found.word(f"{part}.name")
    return _user(found, number)


def _is_customer(found: Found, number: object) -> bool:
    role = found.side.get("users", {}).get(str(number), {}).get("role")
    for part in ("requester", "assignee", "submitter"):
        if role is None and number is not None and found.get(f"{part}.id") == number:
            role = found.get(f"{part}.role")
    if role is not None:
        return bool(role == _CUSTOMER)
    return number is not None and number in (found.get("requester_id"), found.get("requester.id"))


def _audited(found: Found, audits: list[Object]) -> Iterator[Event]:
    """Yield what each audit tells of state, group and assignee, and its comments unless the ticket has them itself."""
    has_comments = bool(found.items("comments"))
    for place, audit in enumerate(audits):
        at = found.moment_of(audit, "created_at", f"audits[{place}]")
        if at is None:
            continue
        event = Event(at, place=place, who=_name(found, audit.get("author_id")))
        for one in audit.get("events") or ():
            if one.get("type") in ("Create", "Change"):
                event = _changed(found, one, event)
            elif one.get("type") == "Comment" and not has_comments:
                yield _comment(found, {"author_id": audit.get("author_id"), **one}, Event(at, place=place))
        yield event


def _changed(found: Found, one: Object, event: Event) -> Event:
    name, value = one.get("field_name"), one.get("value")
    if name == "status":
        return event._replace(state=found.state(value, "audits.status"), why=as_word(value))
    if name == "group_id":
        return event._replace(team=found.name_of("groups", value))
    if name == "assignee_id":
        return event._replace(person=_name(found, value))
    return event


def _as_it_stands(found: Found, told: Told) -> Iterator[Event]:
    state = found.state(found.get("status"), "status")
    solved = told.resolved_at if state in ("solved", "closed") else None
    at = solved or found.moment("updated_at") or told.opened_at
    if at is not None:
        yield Event(
            at,
            state=state,
            why=found.word("status"),
            team=found.word("group.name") or found.name_of("groups", found.get("group_id")),
            person=found.word("assignee.name") or _name(found, found.get("assignee_id")),
        )
