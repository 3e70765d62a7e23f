"""Understanding rows of people."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from proxeny.accounts.importing.contact_shelf import ContactShelf
from proxeny.accounts.importing.strangers import object_to_strangers
from proxeny.accounts.models import Contact
from proxeny.core.sentences import N_
from proxeny.core.spelling.units import fold
from proxeny.intake.rows.reading import REPEATED, Pass, Record, RowReader
from proxeny.intake.rows.shelf import Standing, State, chunks, distinct

SEVERAL = N_("%(count)s people there are called “%(value)s”. Give the mail, to tell them apart.")
NAMESAKE = N_(
    "Row %(first)s has a “%(value)s” of this customer already. Give both their mail, to tell them apart."
)


class Who(NamedTuple):
    """What a person is known by: the customer with the mail, folded, or without one with the name."""

    account: str
    mail: str
    name: str


class ContactRows(RowReader):
    """A row is a person at a customer.

    Whoever has a mail is known by it; a person who stands under that name without a mail is the same, and gets it.
    """

    def __init__(self, work: Pass) -> None:
        super().__init__(work)
        self.blanks = {
            "account": "", "name": "", "part": "", "title": "", "email": "", "phone": "",
            "stance": Contact.Stance.UNKNOWN.value, "influence": None, "is_sponsor": False, "left_on": None, "note": "",
        }  # fmt: skip

    def key_of(self, values: Mapping[str, Any]) -> Hashable:
        """Return what the person is known by."""
        return Who(str(values.get("account")), fold(values.get("email") or ""), str(values.get("name")))

    def accounts_of(self, records: Iterable[Record]) -> int:
        """Return how many customers these people are at."""
        return len({record.values["account"] for record in records})

    def gather(self, rows: Sequence[Record]) -> list[Record]:
        """Return the rows but for those who were told of before, or who cannot be told from another."""
        first: dict[tuple[str, str, str], int] = {}
        kept = []
        for record in rows:
            who = _who(record)
            mail, name, bare = (
                ("mail", who.account, who.mail),
                ("name", who.account, who.name),
                ("bare", who.account, who.name),
            )
            if who.mail and mail in first:
                self.work.objections.to(record.row, REPEATED, first=first[mail])
            elif (bare if who.mail else name) in first:
                other = first[bare if who.mail else name]
                self.work.object(record.row, "name", NAMESAKE, value=who.name, first=other)
            else:
                kept.append(record)
                first.setdefault(name, record.row)
                first[mail if who.mail else bare] = record.row
        return kept

    def standing(self, records: Sequence[Record], *, lock: bool) -> dict[Hashable, Standing]:
        """Return the people who stand already; one who may be either of two is an objection."""
        shelf = ContactShelf()
        by_mail: dict[tuple[str, str], Standing] = {}
        by_name: defaultdict[tuple[str, str], list[Standing]] = defaultdict(list)
        for chunk in chunks(distinct(_who(record).account for record in records)):
            for one in shelf.loaded(shelf.queryset().filter(account__reference__in=chunk), lock=lock):
                account = one.state["account"]
                by_mail.setdefault((account, fold(one.state["email"])), one)
                by_name[account, one.state["name"]].append(one)
        found: dict[Hashable, Standing] = {}
        for record in records:
            who = _who(record)
            known = by_mail.get((who.account, who.mail)) if who.mail else None
            namesakes = by_name.get((who.account, who.name), [])
            if who.mail and known is None:
                namesakes = [other for other in namesakes if not other.state["email"]]
            if known is None and len(namesakes) > 1:
                self.work.object(record.row, "name", SEVERAL, value=who.name, count=len(namesakes))
            elif known or namesakes:
                found[record.key] = known or namesakes[0]
        return found

    def check(self, records: Sequence[Record], standing: Mapping[Hashable, Standing]) -> None:  # noqa: ARG002
        """Object to people of customers that are not here."""
        object_to_strangers(records, self.work)

    def told(self, record: Record) -> State:
        """Return the row’s fields as they are kept."""
        found: State = dict(record.values)
        if found.get("influence") is not None:
            found["influence"] = int(found["influence"])
        return {
            name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()
        }


def _who(record: Record) -> Who:
    assert isinstance(record.key, Who)
    return record.key
