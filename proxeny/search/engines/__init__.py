"""The full-text index of the database in use: FTS5 on SQLite, a tsvector with GIN on PostgreSQL. Both hold the same tokens."""

from collections.abc import Sequence
from typing import Protocol

from django.db import connection
from django.db.models.expressions import RawSQL

from proxeny.search.engines import fts5, tsvector
from proxeny.search.engines.common import ESTIMATES, MANY

__all__ = ["ESTIMATES", "MANY", "Engine", "Word", "engine"]


class Engine(Protocol):
    """What both can do; rows are numbers of documents.

    `HOLDING` asks which documents hold one token, each with the token's weight.
    """

    HOLDING: str

    def put(self, number: int, tokens: list[str], before: list[str] | None) -> None:
        """Keep the tokens of a document; `before` are those it had."""

    def put_many(self, rows: list[tuple[int, list[str]]]) -> None:
        """Keep the tokens of documents that had none."""

    def drop(self, number: int, before: list[str]) -> None:
        """Forget a document."""

    def clear(self) -> None:
        """Forget all documents."""

    def with_all(self, words: "Sequence[Word]", *, in_title: bool = False) -> RawSQL:
        """Return a condition on documents: they hold all these words (in their titles). The index is asked for all that do."""

    def holding(self, words: "Sequence[Word]", *, in_title: bool = False) -> list[int]:
        """Return all documents that hold all the words, one of which is rare."""

    def of_these(
        self, words: "Sequence[Word]", numbers: "Sequence[int]", *, in_title: bool = False
    ) -> set[int]:
        """Return which of these documents hold all the words."""

    def frequencies(self, tokens: list[str]) -> dict[str, int]:
        """Return how many documents hold each token that any does; beyond `MANY` it is an estimate."""

    def one(self, token: str) -> str:
        """Return a token as the index is asked for it; with a star behind it, all that begin so."""


class Word(Protocol):
    """A word asked for: tokens that must all be there; `starts` where the last may go on."""

    @property
    def tokens(self) -> tuple[str, ...]:
        """What must be there."""

    @property
    def starts(self) -> bool:
        """Whether a word may go on behind the last token."""


def engine() -> Engine:
    """Return the index of the database in use."""
    return tsvector if connection.vendor == "postgresql" else fts5
