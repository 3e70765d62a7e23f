"""The full-text index of the database in use: FTS5 on SQLite, a tsvector with GIN on PostgreSQL. Both hold the same tokens."""

from collections.abc import Sequence
from typing import Protocol

from django.db import connection
from django.db.models.expressions import RawSQL

from proxeny.search.engines import fts5, tsvector


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

    def with_all(self, words: "Sequence[Word]") -> RawSQL:
        """Return a condition on documents: they hold all these words."""

    def frequencies(self, tokens: list[str]) -> dict[str, int]:
        """Return how many documents hold each token; a token of very many may be said to be of fewer."""

    def one(self, token: str) -> str:
        """Return a token as the index is asked for it."""


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
