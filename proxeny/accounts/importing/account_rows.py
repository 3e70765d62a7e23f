"""Understanding rows of customers."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import translation

from proxeny.accounts.finding import search_key
from proxeny.accounts.importing import parents
from proxeny.accounts.importing.account_shelf import AccountShelf
from proxeny.accounts.importing.amounts import minor_of
from proxeny.accounts.importing.colleagues import Colleague, Colleagues
from proxeny.accounts.models import Account
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.roles import Role
from proxeny.intake.rows.choices import Mode
from proxeny.intake.rows.reading import Pass, Record, RowReader
from proxeny.intake.rows.shelf import Standing, State, chunks, distinct

ROLES = {"spokesperson": Role.SPOKESPERSON, "sales": Role.SALES}
MOST_NAMED = 10
NOBODY = N_("Nobody here is called “%(value)s”. Give a colleague’s sign-in name, mail or name.")
WITHOUT_ROLE = N_("“%(value)s” is not here as %(role)s.")
SEVERAL = N_("%(count)s colleagues are called “%(value)s”. Give the sign-in name.")
NO_PARENT = N_(
    "There is no customer “%(value)s” to belong to, neither here nor among the good rows of the file."
)
CIRCLE = N_("Through “%(value)s” this customer would belong to itself.")
LIMIT_IN_OTHER = N_("The credit limit stands in %(before)s. Give it in %(value)s beside the new currency.")
LEFT_OPEN = N_("Places left open, for nobody here is called: %(names)s")


class AccountRows(RowReader):
    """A row is a customer, known by its number."""

    def __init__(self, work: Pass) -> None:
        super().__init__(work)
        self.blanks = {
            "reference": "", "name": "", "level": Account.Level.STANDARD.value, "industry": "", "region": "",
            "customer_since": None, "credit_limit_minor": None, "currency": work.currency, "overdraft_allowed": False,
            "spokesperson": None, "sales": None, "parent": None, "left_on": None, "search_key": "",
        }  # fmt: skip
        self._states: dict[int, State] = {}
        self._unknown: dict[str, None] = {}

    @cached_property
    def colleagues(self) -> Colleagues:
        """Return all colleagues."""
        return Colleagues()

    def key_of(self, values: Mapping[str, Any]) -> Hashable:
        """Return the customer’s number."""
        return str(values.get("reference"))

    def gather(self, rows: Sequence[Record]) -> list[Record]:
        """Return the rows but for repeated ones, each with what it is found by.

        Pinyin is a third of the work of a large import, and is done before the database is locked.
        """
        records = super().gather(rows)
        known = _search_keys(records)
        return [replace(one, values={**one.values, "search_key": _search_key(one, known)}) for one in records]

    def accounts_of(self, records: Iterable[Record]) -> int:
        """Return how many records there are: each is a customer."""
        return sum(1 for _ in records)

    def standing(self, records: Sequence[Record], *, lock: bool) -> dict[Hashable, Standing]:
        """Return the customers that stand already."""
        shelf, found = AccountShelf(), {}
        for chunk in chunks([str(record.key) for record in records]):
            for one in shelf.loaded(shelf.queryset().filter(reference__in=chunk), lock=lock):
                found[one.state["reference"]] = one
        return dict(found)

    def check(self, records: Sequence[Record], standing: Mapping[Hashable, Standing]) -> None:
        """Object to unknown colleagues, to amounts that fit no currency, then to parents that cannot be."""
        live = [one for one in records if one.key not in standing or self.work.choices.mode is not Mode.SKIP]
        for record in live:
            self._states[record.row] = self._understood(record, standing.get(record.key))
        if self.work.is_whole and "parent" in self.work.columns:
            self._check_parents([record for record in live if record.row not in self.work.objections])

    def wanted(self, record: Record, standing: Standing | None) -> State:  # noqa: ARG002  (understood in `check`)
        """Return the customer as it would be."""
        return self._states[record.row]

    def told(self, record: Record) -> State:
        """Return the row’s fields but for money and colleagues, which need to know what stands."""
        others = {"credit_limit", *ROLES}
        found = {name: value for name, value in record.values.items() if name not in others}
        return {
            name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()
        }

    def notes(self) -> list[Sentence]:
        """Tell which names were left out."""
        if not self._unknown:
            return []
        names = list(self._unknown)
        said = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        return [Sentence(LEFT_OPEN, {"names": said})]

    def _understood(self, record: Record, standing: Standing | None) -> State:
        state = super().wanted(record, standing)
        clears = standing is None or self.work.choices.mode is Mode.REPLACE
        for name, role in ROLES.items():
            if name in record.values:
                self._assign(record, name, role, state, clears=clears)
        self._limit(record, state, standing, clears=clears)
        return state

    def _limit(self, record: Record, state: State, standing: Standing | None, *, clears: bool) -> None:
        given = record.values.get("credit_limit")
        if given is not None:
            state["credit_limit_minor"] = minor_of(
                given, state["currency"], record.row, "credit_limit", self.work
            )
        elif "credit_limit" in record.values and clears:
            state["credit_limit_minor"] = None
        elif (
            standing
            and state["credit_limit_minor"] is not None
            and state["currency"] != standing.state["currency"]
        ):
            before = standing.state["currency"]
            self.work.object(record.row, "currency", LIMIT_IN_OTHER, value=state["currency"], before=before)

    def _assign(self, record: Record, name: str, role: Role, state: State, *, clears: bool) -> None:
        word = record.values[name]
        if word is None:
            state[name] = None if clears else state[name]
            return
        found = self.colleagues.able(word, role)
        if len(found) == 1:
            state[name] = found[0].reference
        elif any(one.reference == state[name] for one in self.colleagues.called(word)):
            pass  # who was chosen before may stay until somebody else is
        elif not found and self.work.choices.others.get("unknown_colleagues") == "empty":
            self._unknown[word] = None
        else:
            self._object(record.row, name, role, word, found)

    def _object(self, row: int, name: str, role: Role, word: str, found: Sequence[Colleague]) -> None:
        if found:
            self.work.object(row, name, SEVERAL, value=word, count=len(found))
        elif self.colleagues.called(word):
            self.work.object(row, name, WITHOUT_ROLE, value=word, role=_named(role))
        else:
            self.work.object(row, name, NOBODY, value=word)

    def _check_parents(self, records: Sequence[Record]) -> None:
        """Object to circles first, then to strangers; a row that falls takes with it those that belong to it alone."""
        above = {str(one.key): self._states[one.row]["parent"] for one in records}
        circles = parents.in_circles({**parents.standing(), **above})
        rows = {str(one.key): one.row for one in records}
        for key in circles & rows.keys():
            self.work.object(rows.pop(key), "parent", CIRCLE, value=above[key])
        here = parents.known(distinct([*filter(None, above.values()), *above]))
        below: dict[str, list[str]] = {}
        for key in rows:
            if parent := above[key]:
                below.setdefault(parent, []).append(key)
        strangers = [parent for parent in below if parent not in rows and parent not in here]
        while strangers:
            parent = strangers.pop()
            for key in below.pop(parent, ()):
                if key in rows:
                    self.work.object(rows.pop(key), "parent", NO_PARENT, value=parent)
                    strangers += [] if key in here else [key]


def _named(role: Role) -> dict[str, Any]:
    """Return the role's name as a stored sentence: its msgid is what it is called in English."""
    with translation.override("en"):
        return Sentence(str(role.label)).as_json()


def _search_keys(records: Sequence[Record]) -> dict[tuple[str, str], str]:
    """Return what customers that stand under the very same name and number are found by."""
    found: dict[tuple[str, str], str] = {}
    for chunk in chunks([str(record.key) for record in records]):
        rows = Account.objects.filter(reference__in=chunk).values_list("reference", "name", "search_key")
        found.update({(reference, name): key for reference, name, key in rows})
    return found


def _search_key(record: Record, known: Mapping[tuple[str, str], str]) -> str:
    reference, name = str(record.key), record.values["name"]
    return known.get((reference, name)) or search_key(name, reference)
