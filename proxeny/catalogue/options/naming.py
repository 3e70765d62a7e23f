"""What the parts of a problem are called, and how its amounts are written in sentences."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from proxeny.analytics.options.problem import Problem
from proxeny.core.sentences import N_, Sentence, formats
from proxeny.core.words import lists
from proxeny.core.words.language import Language

Values = dict[str, Any]
NAMES, TOGETHER = "names", "together"
SHOWN = 3


@formats(NAMES)
def _names(value: Mapping[str, Any], language: str) -> str:
    """Write `{"type": "names", "names": […]}` in a row, the first few and how many more."""
    every = value["names"]
    shown = lists.listed(every if len(every) <= SHOWN + 1 else every[:SHOWN], cast("Language", language))
    more = len(every) - SHOWN
    return shown if more <= 1 else Sentence(_AND_MORE, {"names": shown, "more": more}).in_language(language)


@formats(TOGETHER)
def _together(value: Mapping[str, Any], language: str) -> str:
    """Write `{"type": "together", "sentences": […]}` one after the other."""
    said = [Sentence.from_json(one).in_language(language) for one in value["sentences"]]
    return ("；" if language == "zh" else "; ").join(said)


_AND_MORE = N_("%(names)s and %(more)s more")


class Names:
    """The names in a problem, by their ids."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._modules = {one.id: one.name for one in problem.modules}
        self._capabilities = {one.id: one.name for one in problem.needed}

    def module(self, one: str) -> str:
        """Return a module's name."""
        return self._modules[one]

    def modules(self, several: Iterable[str]) -> Values:
        """Return modules as a value of a sentence."""
        return in_a_row(map(self.module, several))

    def capability(self, one: str) -> str:
        """Return a needed capability's name."""
        return self._capabilities[one]

    def capabilities(self, several: Iterable[str]) -> Values:
        """Return needed capabilities as a value of a sentence."""
        return in_a_row(map(self.capability, several))

    def amount(self, minor: int) -> Decimal:
        """Return an amount in major units."""
        return Decimal(minor).scaleb(-self.problem.places)

    def money(self, minor: int) -> Values:
        """Return an amount as a value of a sentence, to the cent: budgets are not said roughly."""
        return {"type": "number", "value": str(self.amount(minor)), "unit": self.problem.currency}


def in_a_row(names: Iterable[str]) -> Values:
    """Return names as a value of a sentence."""
    return {"type": NAMES, "names": list(names)}


def together(sentences: Iterable[Sentence]) -> Values:
    """Return sentences as a value of another."""
    return {"type": TOGETHER, "sentences": [one.as_json() for one in sentences]}
