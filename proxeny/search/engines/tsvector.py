"""PostgreSQL: a tsvector beside each document, under a GIN index.

Tokens are put in as they are, past the server's own text parser, which would drop Chinese under some locales.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

if TYPE_CHECKING:
    from proxeny.search.engines import Word

MAKE = (
    "CREATE TABLE search_tokens (document_id bigint PRIMARY KEY, tokens tsvector NOT NULL)",
    "CREATE INDEX search_tokens_gin ON search_tokens USING gin (tokens)",
)
UNMAKE = ("DROP TABLE search_tokens",)
MANY = 2000
"""Beyond so many documents a token says next to nothing, and is not counted further."""

HOLDING = "SELECT document_id AS number, %s::float AS weight FROM search_tokens WHERE tokens @@ %s::tsquery"
"""Asks which documents hold one token, each with the token's weight: first the weight, then the token."""


def put(number: int, tokens: list[str], before: list[str] | None) -> None:  # noqa: ARG001  (FTS5 needs what was before)
    """Keep the tokens of a document."""
    put_many([(number, tokens)])


def put_many(rows: list[tuple[int, list[str]]]) -> None:
    """Keep the tokens of documents."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_tokens VALUES (%s, array_to_tsvector(%s::text[])) "
            "ON CONFLICT (document_id) DO UPDATE SET tokens = excluded.tokens",
            [(number, list(dict.fromkeys(tokens))) for number, tokens in rows],
        )


def drop(number: int, before: list[str]) -> None:  # noqa: ARG001
    """Forget a document."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_tokens WHERE document_id = %s", [number])


def clear() -> None:
    """Forget all documents."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE search_tokens")


def with_all(words: "Sequence[Word]") -> RawSQL:
    """Return a condition on documents: they hold all these words."""
    return RawSQL(
        "search_document.id IN (SELECT document_id FROM search_tokens WHERE tokens @@ %s::tsquery)",
        [" & ".join(_quoted(word) for word in words)],
        output_field=BooleanField(),
    )


def _quoted(word: "Word") -> str:
    *whole, last = word.tokens
    return " & ".join([*(f"'{token}'" for token in whole), f"'{last}'" + (":*" if word.starts else "")])


def frequencies(tokens: list[str]) -> dict[str, int]:
    """Return how many documents hold each token; one of very many is said to be of 2,000."""
    if not tokens:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT token, (SELECT count(*) FROM (SELECT 1 FROM search_tokens "
            "WHERE tokens @@ ('''' || token || '''')::tsquery LIMIT %s) AS held) FROM unnest(%s::text[]) AS token",
            [MANY, tokens],
        )
        return dict(cursor.fetchall())


def one(token: str) -> str:
    """Return a token as the index is asked for it."""
    return f"'{token}'"
