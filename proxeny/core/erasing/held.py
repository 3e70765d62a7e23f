"""What a table may hold of a customer's people, as its package says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q, QuerySet

# Why a column can hold nothing of them.
ACTOR = "a reference to who acted"
REFERENCE = "a reference: a kind and a number"
COLLEAGUE = "of colleagues, who are not erased by these orders"
OURS = "a name or a word of this program"
SUM = "a hash, a key or a version"
CODE = "a code: a currency, a country, a language, a number elsewhere"
PRODUCT = "what is sold, in the vendor's own words"


@dataclass(frozen=True)
class Held:
    """One table: where words of people, or about them, may stand, and whose they are.

    * `texts` and `lists` (JSON): the columns in which names, numbers and addresses are looked for and give way to the mark;
    * `whose`: the paths to the contact; in rows that lead to the person the columns in `said` are that person's words and go
      wholly, and those in `emptied` get the value given;
    * `named`: columns that hold a name of whose words the row is: with the person's name, at the same customer, it is theirs;
    * `account`: the path to the customer. Where the customer goes, all of `texts` goes, and `with_customer` says what else;
    * `reference`: the kind under which others refer to its rows; `is_theirs`: a row that leads to the person is the person's
      as a whole, with all that refers to it; `secret`: what only the separate channel knows of.

    `of_lines`: its texts are put together of whole lines of others. In `distinct` the mark is followed by the row's number, as
    no two rows may be alike there. `kind` is the msgid under which rows are counted for people. `never` says of every other
    text column why it holds nothing.
    """

    model: type[Model]
    kind: str = ""
    texts: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    emptied: Mapping[str, object] = field(default_factory=dict)
    with_customer: Mapping[str, object] = field(default_factory=dict)
    account: str = ""
    reference: str = ""
    is_theirs: bool = False
    secret: Q | None = None
    distinct: tuple[str, ...] = ()
    of_lines: bool = False
    never: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that erasing may change."""
        return tuple(
            dict.fromkeys([*self.texts, *self.lists, *self.said, *self.emptied, *self.with_customer])
        )

    @property
    def rows(self) -> QuerySet[Any]:
        """All rows there are."""
        return self.model._base_manager.all()  # noqa: SLF001  (Django's public name: without the filters of others)

    @property
    def table(self) -> str:
        """The table's name in the database."""
        return str(self.model._meta.db_table)  # noqa: SLF001  (Django's public name)

    def longest(self, column: str) -> int | None:
        """Return how many characters a column takes at most; None where there is no limit."""
        found = self.model._meta.get_field(column)  # noqa: SLF001  (Django's public name)
        return getattr(found, "max_length", None)
