"""SQLite: an FTS5 table without contents, its row numbers those of the documents."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

if TYPE_CHECKING:
    from proxeny.search.engines import Word

# `detail=none` keeps which documents hold a token and nothing else: the smallest index, and all that is asked of it.
MAKE = (
    (
        "CREATE VIRTUAL TABLE search_tokens USING fts5(tokens, content='', detail=none, "
        'tokenize="unicode61 remove_diacritics 0")'
    ),
    "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab('search_tokens', 'row')",
)
UNMAKE = ("DROP TABLE search_vocabulary", "DROP TABLE search_tokens")

HOLDING = "SELECT rowid AS number, %s AS weight FROM search_tokens WHERE search_tokens MATCH %s"
"""Asks which documents hold one token, each with the token's weight: first the weight, then the token."""


def put(number: int, tokens: list[str], before: list[str] | None) -> None:
    """Keep the tokens of a document; `before` are those it had."""
    if before is not None:
        drop(number, before)
    put_many([(number, tokens)])


def put_many(rows: list[tuple[int, list[str]]]) -> None:
    """Keep the tokens of documents that had none."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_tokens(rowid, tokens) VALUES (%s, %s)",
            [(number, " ".join(tokens)) for number, tokens in rows],
        )


def drop(number: int, before: list[str]) -> None:
    """Forget a document: FTS5 without contents must be told which tokens it had."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_tokens(search_tokens, rowid, tokens) VALUES ('delete', %s, %s)",
            [number, " ".join(before)],
        )


def clear() -> None:
    """Forget all documents."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_tokens(search_tokens) VALUES ('delete-all')")


def with_all(words: "Sequence[Word]") -> RawSQL:
    """Return a condition on documents: they hold all these words."""
    return RawSQL(
        "search_document.id IN (SELECT rowid FROM search_tokens WHERE search_tokens MATCH %s)",
        [" AND ".join(_quoted(word) for word in words)],
        output_field=BooleanField(),
    )


def _quoted(word: "Word") -> str:
    *whole, last = word.tokens
    return " AND ".join([*(f'"{token}"' for token in whole), f'"{last}"' + ("*" if word.starts else "")])


def frequencies(tokens: list[str]) -> dict[str, int]:
    """Return how many documents hold each token."""
    if not tokens:
        return {}
    places = ", ".join(["%s"] * len(tokens))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT term, doc FROM search_vocabulary WHERE term IN ({places})", tokens)  # noqa: S608
        return dict(cursor.fetchall())


def one(token: str) -> str:
    """Return a token as the index is asked for it."""
    return f'"{token}"'
