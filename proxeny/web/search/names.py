"""Customers and people at customers, found by how they are called: Chinese, pinyin, initials, with a slip."""

from dataclasses import dataclass

from proxeny.accounts import recalling
from proxeny.core.actors import Actor
from proxeny.core.spelling.marks import Span
from proxeny.core.spelling.recall import Level
from proxeny.web.quick import address

MOST = 8
MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A customer or somebody there; `is_weak` where the name only sounds like it."""

    kind: str
    href: str
    name: str
    note: str
    span: Span | None
    is_weak: bool

    @property
    def parts(self) -> tuple[str, str, str]:
        """The name in three: before, within and after what answers."""
        start, end = self.span or (0, 0)
        return self.name[:start], self.name[start:end], self.name[end:]


def called(actor: Actor, words: str, *, weakly: bool = False) -> list[Name]:
    """Return those of the customers and people open to the actor who may be meant; with `weakly` also what sounds alike."""
    if len(words) < 2 and words.isascii():
        return []
    found = [
        Name(
            "account",
            address("account", one.account.pk),
            one.account.name,
            one.account.reference,
            one.span,
            one.level >= Level.SOUND,
        )
        for one in recalling.accounts(actor, words, most=MOST)
    ]
    found += [
        Name(
            "contact",
            address("account", one.contact.account_id),
            one.contact.name,
            " · ".join(filter(None, (one.contact.account.name, one.contact.title))),
            one.span,
            one.level >= Level.SOUND,
        )
        for one in recalling.contacts(actor, words, most=MOST)
    ]
    return [one for one in found if weakly or not one.is_weak]


def customers_within(actor: Actor, words: list[str]) -> list[tuple[str, str]]:
    """Return which of several words name a customer by themselves: the word and the customer's name."""
    if len(words) < 2:
        return []
    found = []
    for word in words[:MOST_WORDS]:
        hits = recalling.accounts(actor, word, most=1) if len(word) > 1 else []
        if hits and hits[0].level < Level.SOUND:
            found.append((word, hits[0].account.name))
    return found
