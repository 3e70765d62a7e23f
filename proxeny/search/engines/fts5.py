"""SQLite: an FTS5 table without contents, its row numbers those of the documents."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from proxeny.search.engines.common import ESTIMATES, MANY
from proxeny.search.tokens import in_title as titled

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

COUNT = (
    "SELECT count(*), min(rowid) FROM (SELECT rowid FROM search_tokens WHERE search_tokens MATCH %s "
    "ORDER BY rowid DESC LIMIT %s)"
)
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


def with_all(words: "Sequence[Word]", *, in_title: bool = False) -> RawSQL:
    """Return a condition on documents: they hold all these words."""
    return RawSQL(
        "search_document.id IN (SELECT rowid FROM search_tokens WHERE search_tokens MATCH %s)",
        [_all_of(words, in_title=in_title)],
        output_field=BooleanField(),
    )


def holding(words: "Sequence[Word]", *, in_title: bool = False) -> list[int]:
    """Return all documents that hold all the words."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid FROM search_tokens WHERE search_tokens MATCH %s",
            [_all_of(words, in_title=in_title)],
        )
        return [number for (number,) in cursor.fetchall()]


def of_these(words: "Sequence[Word]", numbers: Sequence[int], *, in_title: bool = False) -> set[int]:
    """Return which of these documents hold all the words: the index goes along its numbers from the first to the last.

    With the plus it does not begin anew for each of them, which takes much longer.
    """
    one_of = f"+rowid IN ({','.join(map(str, numbers))})"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid FROM search_tokens WHERE search_tokens MATCH %s AND rowid BETWEEN %s AND %s AND {one_of}",  # noqa: S608
            [_all_of(words, in_title=in_title), min(numbers), max(numbers)],
        )
        return {number for (number,) in cursor.fetchall()}


def _all_of(words: "Sequence[Word]", *, in_title: bool) -> str:
    return " AND ".join(_quoted(word, in_title=in_title) for word in words)


def _quoted(word: "Word", *, in_title: bool) -> str:
    *whole, last = map(titled, word.tokens) if in_title else word.tokens
    return " AND ".join([*map(one, whole), one(f"{last}*" if word.starts else last)])


def frequencies(tokens: list[str]) -> dict[str, int]:
    """Return how many documents hold each token that any does; of a common one the latest tell how dense it is."""
    return ESTIMATES.of(tokens, _count)


def _count(tokens: list[str]) -> dict[str, int]:
    if not tokens:
        return {}
    counted = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM search_document")
        last = cursor.fetchone()[0] or 0
        for token in tokens:
            cursor.execute(COUNT, [one(token), MANY + 1])
            held, first = cursor.fetchone()
            if held:
                counted[token] = held if held <= MANY else max(held, round(held * last / (last - first + 1)))
    return counted


def one(token: str) -> str:
    """Return a token as the index is asked for it; with a star behind it, all that begin so."""
    return f'"{token[:-1]}"*' if token.endswith("*") else f'"{token}"'
