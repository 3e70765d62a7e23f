"""What a row may tell of a case.

The same fields serve rows that are events and rows that are whole cases: what has a moment of its own (`at`) is an event.
"""

from collections.abc import Mapping

from proxeny.cases.importing.synonyms import SYNONYMS
from proxeny.cases.importing.words import EVENTS, PARTS, SEVERITIES, STATES
from proxeny.core.sentences import N_
from proxeny.intake.tabular.fields import Field, Kind

LONGEST_REFERENCE = 100
_CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "event": EVENTS,
    "state": STATES,
    "part": PARTS,
    "severity": SEVERITIES,
}


def _field(name: str, kind: Kind, label: str, help_: str = "", *, required: bool = False) -> Field:
    longest = LONGEST_REFERENCE if kind is Kind.REFERENCE else None
    return Field(
        name,
        kind,
        required=required,
        synonyms=SYNONYMS[name],
        choices=_CHOICES.get(name, {}),
        max_length=longest,
        label=label,
        help=help_,
    )


FIELDS: tuple[Field, ...] = (
    _field(
        "case",
        Kind.REFERENCE,
        N_("case number"),
        N_("The other system’s number for the case."),
        required=True,
    ),
    _field(
        "account",
        Kind.TEXT,
        N_("customer number"),
        N_("The customer’s number, or its name exactly as it stands here."),
        required=True,
    ),
    _field(
        "at",
        Kind.DATETIME,
        N_("when it happened"),
        N_("A row with this is one event; without such a column, a row is a whole case."),
    ),
    _field("event", Kind.CHOICE, N_("what happened")),
    _field("state", Kind.CHOICE, N_("state")),
    _field("why", Kind.TEXT, N_("why it waits")),
    _field("team", Kind.TEXT, N_("team")),
    _field("person", Kind.TEXT, N_("who has it")),
    _field("who", Kind.TEXT, N_("who did it")),
    _field("part", Kind.CHOICE, N_("which side they are on")),
    _field("internal", Kind.BOOLEAN, N_("between colleagues only")),
    _field("text", Kind.TEXT, N_("what was written")),
    _field(
        "message",
        Kind.REFERENCE,
        N_("message number"),
        N_("Rows with the same number are parts of one message."),
    ),
    _field(
        "sequence",
        Kind.INTEGER,
        N_("order within the case"),
        N_("Settles which of two events of the same moment came first."),
    ),
    _field("reopens", Kind.INTEGER, N_("times reopened")),
    _field("title", Kind.TEXT, N_("title")),
    _field("description", Kind.TEXT, N_("description")),
    _field("reporter", Kind.TEXT, N_("who asks")),
    _field("severity", Kind.CHOICE, N_("severity")),
    _field("kind", Kind.TEXT, N_("kind")),
    _field("subkind", Kind.TEXT, N_("kind in detail")),
    _field("product", Kind.TEXT, N_("product")),
    _field("opened_at", Kind.DATETIME, N_("opened on")),
    _field("updated_at", Kind.DATETIME, N_("changed on")),
    _field("resolved_at", Kind.DATETIME, N_("solved on")),
    _field("closed_at", Kind.DATETIME, N_("closed on")),
)

TIMES = ("at", "opened_at", "updated_at", "resolved_at", "closed_at")
