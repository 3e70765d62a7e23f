"""Recalling customers and their people by what somebody types: tolerantly, the likeliest first.

`finding` narrows a list and wants every word; this answers “who did you mean”. The names of all customers are laid out once
in the process; what an actor may see is asked anew on every question.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from proxeny.accounts import access
from proxeny.accounts.models import Account, Contact
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.spelling import marks
from proxeny.core.spelling.laying import Entry
from proxeny.core.spelling.recall import ALL, NO_WEIGHTS, Hit, Index, Level
from proxeny.core.spelling.shelf import Shelf
from proxeny.identity.roles import Area, Reach, right

GONE = 15.0
"""By how much one that has left stands back: one and a half levels."""


@dataclass(frozen=True, slots=True)
class RecalledAccount:
    """A customer that may be meant, how well it answers, and which part of its name does."""

    account: Account
    level: Level
    span: marks.Span | None


@dataclass(frozen=True, slots=True)
class RecalledContact:
    """Somebody at a customer who may be meant."""

    contact: Contact
    level: Level
    span: marks.Span | None


def accounts(
    actor: Actor, words: str, *, most: int = 8, familiar: Mapping[int, float] = NO_WEIGHTS
) -> list[RecalledAccount]:
    """Return the customers that the actor may mean by `words`, of those whose dossier is open to them.

    `familiar` tells by number how well the actor knows each (0 to 8); who is known better comes sooner.
    """
    seen = access.accounts(actor)
    gone = seen.filter(left_on__lte=clock.today()).values_list("pk", flat=True)
    weights = {number: -by for number, by in familiar.items()}
    weights.update((number, weights.get(number, 0) + GONE) for number in gone)
    hits = _ask(_ACCOUNTS.index(), words, weights, _numbers(actor, seen), most)
    known = seen.select_related("spokesperson").in_bulk([hit.key for hit in hits])
    return [
        RecalledAccount(known[hit.key], hit.level, marks.span(known[hit.key].name, words))
        for hit in hits
        if hit.key in known
    ]


def contacts(actor: Actor, words: str, *, most: int = 4) -> list[RecalledContact]:
    """Return the people at customers that the actor may mean, of customers whose dossier is open to them."""
    seen = Contact.objects.filter(account__in=access.accounts(actor))
    gone = seen.filter(left_on__lte=clock.today()).values_list("pk", flat=True)
    hits = _ask(_CONTACTS.index(), words, dict.fromkeys(gone, GONE), _numbers(actor, seen), most)
    known = seen.select_related("account").in_bulk([hit.key for hit in hits])
    return [
        RecalledContact(known[hit.key], hit.level, marks.span(known[hit.key].name, words))
        for hit in hits
        if hit.key in known
    ]


def get_ready() -> None:
    """Lay the names out now, so that the first question need not wait for it: a tenth of a second per thousand customers."""
    _ACCOUNTS.index()
    _CONTACTS.index()


def _ask(
    index: Index, words: str, weights: Mapping[int, float], among: set[int] | None, most: int
) -> list[Hit]:
    """What holds the words; only where that does not fill the list, what sounds like them or is a slip away."""
    if among is not ALL and not among:
        return []
    hits = index.strong(words, weights=weights, among=among, most=most)
    if len(hits) >= most:
        return hits
    taken = {hit.key for hit in hits}
    # Beside what holds the words, only what is quite near.
    most_slips = 1 if hits else 2
    more = index.weak(words, weights=weights, among=among, most=most + len(taken), at_most=most_slips)
    return [*hits, *(hit for hit in more if hit.key not in taken)][:most]


def _numbers(actor: Actor, seen: QuerySet[Account] | QuerySet[Contact]) -> set[int] | None:
    """The numbers of what the actor sees; who sees all need not have them listed, the loader checks the few found."""
    if right(actor, Area.DOSSIER).read is Reach.ALL:
        return ALL
    return set(seen.values_list("pk", flat=True))


def _version(rows: QuerySet[Account] | QuerySet[Contact]) -> tuple[object, ...]:
    state = rows.aggregate(Count("pk"), Max("pk"), Max("changed_at"))
    return tuple(state.values())


def _all_accounts() -> Iterator[Entry]:
    """Every customer, whoever asks: the index answers with numbers only, and those go through the loader."""
    rows = Account.objects.order_by("pk").values_list("pk", "name", "reference", "search_key")
    for number, name, reference, key in rows.iterator(chunk_size=5000):
        yield Entry(number, name, reference, _spoken(key))


def _spoken(key: str) -> str:
    """The pinyin within a search key: its second word, unless the name has none."""
    words = key.split(" ", 2)
    return words[1] if len(words) > 1 and not words[0].isascii() else ""


def _all_contacts() -> Iterable[Entry]:
    rows = Contact.objects.order_by("pk").values_list("pk", "name").iterator(chunk_size=5000)
    return (Entry(number, name) for number, name in rows)


_ACCOUNTS = Shelf(lambda: _version(Account.objects.all()), _all_accounts)
_CONTACTS = Shelf(lambda: _version(Contact.objects.all()), _all_contacts)
