"""The programs whose exports are known, what each calls things, and how one is told from the others."""

from collections.abc import Callable, Mapping

from proxeny.cases.importing import chatwoot, jira, zammad, zendesk
from proxeny.cases.importing.documents import Object
from proxeny.cases.importing.fields import FIELDS
from proxeny.cases.importing.found import Found
from proxeny.cases.importing.meaning import Words
from proxeny.cases.importing.told import State, Told
from proxeny.core.sentences import N_
from proxeny.intake.tabular.fields import Field
from proxeny.intake.tabular.presets import Preset, load_preset
from proxeny.intake.tabular.problems import TabularError
from proxeny.tabular.folding import folded

KIND = "cases"
LONG, FLAT, SERVICENOW, JIRA = "long", "flat", "servicenow", "jira"
PRESETS: tuple[tuple[str, str], ...] = (
    (SERVICENOW, "ServiceNow"),
    ("zendesk", "Zendesk"),
    ("zammad", "Zammad"),
    ("chatwoot", "Chatwoot"),
    (JIRA, "Jira"),
    (LONG, N_("One row for each event")),
    (FLAT, N_("One row for each case")),
)
TELLERS: Mapping[str, Callable[[Found], Told]] = {
    "zendesk": zendesk.tell,
    "zammad": zammad.tell,
    "chatwoot": chatwoot.tell,
    JIRA: jira.tell,
}
_IN_OBJECTS: tuple[tuple[str, tuple[frozenset[str], ...]], ...] = (
    (JIRA, (frozenset({"key", "fields"}),)),
    ("chatwoot", (frozenset({"messages", "inbox_id"}), frozenset({"messages", "meta"}))),
    (
        "zammad",
        (frozenset({"articles"}), frozenset({"ticket_articles"}), frozenset({"number", "title", "group"})),
    ),
    (
        "zendesk",
        (
            frozenset({"subject", "comments"}),
            frozenset({"subject", "requester_id"}),
            frozenset({"subject", "requester"}),
        ),
    ),
)
_IN_HEADERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (JIRA, ("Issue key", "Summary")),
    (SERVICENOW, ("number", "sys_updated_on")),
    (SERVICENOW, ("number", "incident_state")),
    (SERVICENOW, ("documentkey", "fieldname", "newvalue")),
    ("zendesk", ("Requester", "Assignee", "Created at", "Updated at", "Subject")),
    ("chatwoot", ("Conversation ID", "Status")),
    ("zammad", ("#", "Title", "State", "Owner")),
)


def preset_named(name: str) -> Preset:
    """Return what the program calls things; TabularError where there is none of that name."""
    return load_preset(KIND, name)


def fields_of(preset: str, mapping: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields that a table of this preset can have: where rows are cases, none is the moment of an event."""
    if preset in (LONG, SERVICENOW) or mapping.get("at"):
        return FIELDS
    return tuple(field for field in FIELDS if field.name != "at")


def guessed(header: tuple[str, ...]) -> str:
    """Return the program that a header is known of, else whether its rows look like events or like cases."""
    forms = {folded(name) for name in header}
    for name, columns in _IN_HEADERS:
        if all(folded(column) in forms for column in columns):
            return name
    at = next(field for field in FIELDS if field.name == "at")
    has_moment = any(folded(name) in forms for name in (at.name, *at.synonyms))
    return LONG if has_moment else FLAT


def guessed_of(one: Object) -> str:
    """Return the program whose JSON the object looks like, empty where it looks like a row."""
    keys = set(one)
    return next((name for name, several in _IN_OBJECTS if any(some <= keys for some in several)), "")


def own_words(preset: Preset, states: str) -> dict[str, Words]:
    """Return the words of the program, after those that a person gave as `their word=ours, …`.

    Raises TabularError for what is not of that form, or names no state.
    """
    said: dict[str, tuple[str, ...]] = {}
    for pair in filter(None, (one.strip() for one in states.replace("，", ",").split(","))):
        word, sign, ours = pair.rpartition("=")
        state = ours.strip().casefold()
        if not sign or not word.strip() or state not in {*State}:
            raise TabularError("unknown_option", option=pair)
        said[state] = (*said.get(state, ()), word.strip())
    words: dict[str, Words] = dict(preset.choices)
    if said:
        program = preset.choices.get("state", {})
        taken = {folded(word) for several in said.values() for word in several}
        words["state"] = {
            state: (
                *said.get(state, ()),
                *(word for word in program.get(state, ()) if folded(word) not in taken),
            )
            for state in dict.fromkeys([*said, *program])
        }
    return words
