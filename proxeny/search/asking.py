"""What was typed into the search box: words, phrases in quotes, and filters such as `客户:` or `before:`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from proxeny.search.tokens import asked, fold, is_han, runs

_PIECE = re.compile(
    r'(?P<name>[^\s:\uff1a"“”]+)[:\uff1a](?P<value>"[^"]*"|“[^”]*”|[^\s"“”]\S*)|"(?P<phrase>[^"]*)"|“(?P<chinese>[^”]*)”'
    r"|(?P<word>\S+)"
)
LONGEST = 300
LEAST_BEGUN = 3
"""A word of so many letters is found by its beginning, too; of fewer, half of all words would be."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word or phrase: its tokens must all be there, and `text` itself too; `starts` where a word may go on."""

    text: str
    tokens: tuple[str, ...]
    starts: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: `wanted` must all be there, `filters` are values by the name of the filter."""

    wanted: tuple[Wanted, ...]
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The words without the filters."""
        return " ".join(one.text for one in self.wanted)


def ask(typed: str, names: Mapping[str, str]) -> Asked:
    """Read what was typed; `names` are the filters there are, by each of their spellings.

    A name that is no filter is taken as words: `错误:超时` looks for both.
    """
    wanted: list[Wanted] = []
    filters: list[tuple[str, str]] = []
    for piece in _PIECE.finditer(typed[:LONGEST]):
        name = piece["name"]
        if name and fold(name) in names:
            filters.append((names[fold(name)], piece["value"].strip('"“”')))
        elif (phrase := piece["phrase"] or piece["chinese"]) is not None:
            wanted += _phrase(phrase)
        else:
            wanted += _words(piece[0])
    return Asked(tuple(dict.fromkeys(wanted)), tuple(filters))


def _words(text: str) -> list[Wanted]:
    return [Wanted(run, asked(run), starts=not is_han(run) and len(run) >= LEAST_BEGUN) for run in runs(text)]


def _phrase(text: str) -> list[Wanted]:
    every = tuple(dict.fromkeys(token for run in runs(text) for token in asked(run)))
    return [Wanted(" ".join(fold(text).split()), every)] if every else []
