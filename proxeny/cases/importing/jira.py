"""Issues of Jira: its JSON with changelog and comments, and the columns that its CSV repeats."""

import re
from collections.abc import Iterator

from proxeny.cases.importing.columns import Cells
from proxeny.cases.importing.documents import Object
from proxeny.cases.importing.found import Found, as_word, plain
from proxeny.cases.importing.history import Direction
from proxeny.cases.importing.told import DONE, Event, State, Told
from proxeny.intake.tabular.problems import CellError, Problem, shown
from proxeny.intake.tabular.source import Row

_CATEGORIES = {"new": State.OPEN, "indeterminate": State.OPEN, "done": State.SOLVED}
_CATEGORY_COLUMNS = ("Status Category", "状态类别")
_COMMENT = re.compile(r"(?:Comment|注释|评论|备注)(?: \(\d+\))?")
_WORK = re.compile(r"(?:Log Work|工作日志)(?: \(\d+\))?")
_ACCOUNT = (
    "fields.organization",
    "fields.organizations",
    "fields.customer",
    "fields.account",
    "fields.company",
)


def tell(found: Found) -> Told:
    """Return what an issue tells; the customer may stand in a field of the installation’s own, by whatever number."""
    told = Told(
        reference=found.word("key", "id"),
        row=found.place,
        account=found.word(*_ACCOUNT) or _own_organisation(found),
        opened_at=found.moment("fields.created"),
        title=found.word("fields.summary"),
        text=plain(found.get("fields.description") or ""),
        reporter=found.word("fields.reporter", "fields.creator"),
        severity=found.severity("fields.severity", "fields.priority"),
        kinds=tuple(word for word in (found.word("fields.issuetype"),) if word),
        product=found.word("fields.components"),
        resolved_at=found.moment("fields.resolutiondate"),
    )
    told.events += _changes(found)
    told.is_snapshot = not any(event.state for event in told.events)
    if told.is_snapshot:
        told.events += _as_it_stands(found, told)
    told.events += _comments(found, told.reporter)
    return told


def further(row: Row, cells: Cells) -> Iterator[Event | Problem]:
    """Yield the comments and the logged work of a row of CSV: `05/Mar/16 2:20 PM;who;text`, `text;when;who;seconds`.

    Nothing there says who may read a comment, so only the reporter’s own are taken as the customer’s.
    """
    for column, cell in row.values.items():
        if not isinstance(cell, str) or not cell.strip():
            continue
        if _COMMENT.fullmatch(column):
            when, who, text = ([*cell.split(";", 2), "", ""])[:3]
        elif _WORK.fullmatch(column):
            text, when, who, _seconds = ([*cell.rsplit(";", 3), "", "", ""])[:4]
        else:
            continue
        try:
            at = cells.moment(when.strip())
        except CellError as error:
            yield Problem(error.code, row.number, column, shown(when), error.params)
            continue
        if at is not None:
            yield Event(at, place=row.number, who=who.strip(), text=text.strip())


def category_of(row: Row) -> State | None:
    """Return what the category of the status says, for statuses that an installation named itself."""
    words = {"to do": State.OPEN, "in progress": State.OPEN, "done": State.SOLVED}
    found = next((row.values.get(name) for name in _CATEGORY_COLUMNS if row.values.get(name)), None)
    return words.get(str(found).strip().casefold()) if found else None


def _own_organisation(found: Found) -> str:
    """Service management keeps organisations as a list of objects that link to themselves."""
    for value in (found.get("fields") or {}).values():
        if (
            isinstance(value, list)
            and value
            and isinstance(value[0], dict)
            and "/organization/" in str(value[0].get("_links"))
        ):
            return as_word(value[0])
    return ""


def _changes(found: Found) -> Iterator[Event]:
    for place, one in enumerate(found.items("changelog.histories", "changelog.values")):
        changed = [
            item
            for item in one.get("items") or ()
            if item.get("field") in ("status", "assignee", "Team", "team")
        ]
        at = found.moment_of(one, "created", f"changelog[{place}]") if changed else None
        if at is None:
            continue
        event = Event(at, place=place, who=as_word(one.get("author")))
        for item in changed:
            value = as_word(item.get("toString"))
            if item["field"] == "status":
                event = event._replace(state=found.state(value, "changelog.status"), why=value)
            elif item["field"] == "assignee":
                event = event._replace(person=value)
            else:
                event = event._replace(team=value)
        yield event


def _comments(found: Found, reporter: str) -> Iterator[Event]:
    for place, one in enumerate(found.items("fields.comment.comments", "fields.comments")):
        at = found.moment_of(one, "created", f"comments[{place}]")
        if at is None:
            continue
        who = as_word(one.get("author"))
        direction = Direction.OUTBOUND if one.get("jsdPublic") else Direction.INTERNAL
        if who and who == reporter:
            direction = Direction.INBOUND
        yield Event(
            at,
            0,
            place,
            who=who,
            direction=direction,
            text=plain(one.get("body") or ""),
            message=_number(one),
        )


def _number(one: Object) -> str:
    return str(one.get("id") or "")


def _as_it_stands(found: Found, told: Told) -> Iterator[Event]:
    state = found.state(found.get("fields.status"), "fields.status")
    state = state or _CATEGORIES.get(found.get("fields.status.statusCategory.key") or "")
    ended = told.resolved_at if state in DONE else None
    at = ended or found.moment("fields.updated") or told.opened_at
    if at is not None:
        team, person = found.word("fields.team"), found.word("fields.assignee")
        yield Event(at, state=state, why=found.word("fields.status"), team=team, person=person)
