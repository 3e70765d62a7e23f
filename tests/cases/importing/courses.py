"""The course of one made-up case, as rows of a file; `MORE` is what comes later."""

from proxeny.cases.models import Case

EVENTS = ("case", "account", "at", "event", "who", "team", "person", "text", "title", "severity", "kind")


def row(moment: str, event: str, **told: str) -> list[str]:
    """Return a row of the file: what is not told is empty."""
    values = {"case": "A-1", "account": "LB-01", "at": moment, "event": event, **told}
    return [values.get(name, "") for name in EVENTS]


COURSE = [
    row("2026-03-05 09:00", "opened", title="No output", severity="high", kind="Bug", team="Desk"),
    row("2026-03-05 09:01", "customer", who="Wu", text="Nothing comes out."),
    row("2026-03-05 10:00", "reply", who="Gu", text="We look into it."),
    row("2026-03-05 11:00", "assigned", team="Print", person="zhou"),
    row("2026-03-05 12:00", "note", who="Gu", text="Again him."),
    row("2026-03-05 13:00", "waiting", who="Gu"),
]
MORE = [
    row("2026-03-06 09:00", "resumed"),
    row("2026-03-06 10:00", "assigned", team="Desk"),
    row("2026-03-06 11:00", "solved", who="Gu"),
    row("2026-03-07 09:00", "closed"),
]


def the_case() -> Case:
    """Return that case as it was kept."""
    return Case.objects.get(source="long", source_reference="A-1")
