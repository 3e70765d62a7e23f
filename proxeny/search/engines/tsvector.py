"""PostgreSQL: a tsvector beside each document, under a GIN index.

Tokens are put in as they are, past the server's own text parser, which would drop Chinese under some locales.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from proxeny.search.engines.common import ESTIMATES, MANY
from proxeny.search.tokens import in_title as titled

if TYPE_CHECKING:
    from proxeny.search.engines import Word

MAKE = (
    "CREATE TABLE search_tokens (document_id bigint PRIMARY KEY, tokens tsvector NOT NULL)",
    "CREATE INDEX search_tokens_gin ON search_tokens USING gin (tokens)",
)
UNMAKE = ("DROP TABLE search_tokens",)

HOLDING = "SELECT document_id AS number, %s::float AS weight FROM search_tokens WHERE tokens @@ %s::tsquery"
"""Asks which documents hold one token, each with the token's weight: first the weight, then the token."""

OF_THESE = """
SELECT number FROM unnest(%s::bigint[]) AS number
WHERE (SELECT tokens @@ %s::tsquery FROM search_tokens WHERE document_id = number)
"""
"""Asks of each of some documents by itself: a join might be answered through the index, which would read all there is."""

COMMON = """
SELECT elem, freq * greatest(reltuples, 0)
FROM pg_stats JOIN pg_class ON pg_class.oid = 'search_tokens'::regclass,
unnest(most_common_elems::text::text[], most_common_elem_freqs[:cardinality(most_common_elems::text::text[])])
    AS common(elem, freq)
WHERE schemaname = current_schema AND tablename = 'search_tokens' AND attname = 'tokens' AND elem = ANY(%s)
"""
"""Asks which of some tokens the server has noticed to be common, and in about how many rows each is."""

COUNT = """
SELECT place, (SELECT count(*) FROM (SELECT 1 FROM search_tokens WHERE tokens @@ asked::tsquery LIMIT %s) AS held)
FROM unnest(%s::text[]) WITH ORDINALITY AS each(asked, place)
"""


def put(number: int, tokens: list[str], before: list[str] | None) -> None:  # noqa: ARG001  (FTS5 needs what was before)
    """Keep the tokens of a document."""
    put_many([(number, tokens)])


def put_many(rows: list[tuple[int, list[str]]]) -> None:
    """Keep the tokens of documents."""
    with connection.cursor() as cursor:
        cursor.executemany(
            # As one word each time: to write a list of hundreds as the server's own takes as long as to lay it.
            "INSERT INTO search_tokens VALUES (%s, array_to_tsvector(string_to_array(%s, ' '))) "
            "ON CONFLICT (document_id) DO UPDATE SET tokens = excluded.tokens",
            [(number, " ".join(dict.fromkeys(tokens))) for number, tokens in rows],
        )


def drop(number: int, before: list[str]) -> None:  # noqa: ARG001
    """Forget a document."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_tokens WHERE document_id = %s", [number])


def clear() -> None:
    """Forget all documents."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE search_tokens")


def with_all(words: "Sequence[Word]", *, in_title: bool = False) -> RawSQL:
    """Return a condition on documents: they hold all these words."""
    return RawSQL(
        "search_document.id IN (SELECT document_id FROM search_tokens WHERE tokens @@ %s::tsquery)",
        [_all_of(words, in_title=in_title)],
        output_field=BooleanField(),
    )


def holding(words: "Sequence[Word]", *, in_title: bool = False) -> list[int]:
    """Return all documents that hold all the words."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT document_id FROM search_tokens WHERE tokens @@ %s::tsquery",
            [_all_of(words, in_title=in_title)],
        )
        return [number for (number,) in cursor.fetchall()]


def of_these(words: "Sequence[Word]", numbers: Sequence[int], *, in_title: bool = False) -> set[int]:
    """Return which of these documents hold all the words; each is looked up, the GIN index is left alone."""
    with connection.cursor() as cursor:
        cursor.execute(OF_THESE, [list(numbers), _all_of(words, in_title=in_title)])
        return {number for (number,) in cursor.fetchall()}


def _all_of(words: "Sequence[Word]", *, in_title: bool) -> str:
    return " & ".join(_quoted(word, in_title=in_title) for word in words)


def _quoted(word: "Word", *, in_title: bool) -> str:
    *whole, last = map(titled, word.tokens) if in_title else word.tokens
    return " & ".join([*map(one, whole), one(f"{last}*" if word.starts else last)])


def frequencies(tokens: list[str]) -> dict[str, int]:
    """Return how many documents hold each token that any does; common ones as the server's own statistics say."""
    return ESTIMATES.of(tokens, _count)


def _count(tokens: list[str]) -> dict[str, int]:
    if not tokens:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(COMMON, [tokens])
        common = {token: round(held) for token, held in cursor.fetchall() if held > MANY}
        others = [token for token in tokens if token not in common]
        cursor.execute(COUNT, [MANY + 1, [one(token) for token in others]])
        return {others[place - 1]: held for place, held in cursor.fetchall() if held} | common


def one(token: str) -> str:
    """Return a token as the index is asked for it; with a star behind it, all that begin so."""
    return f"'{token[:-1]}':*" if token.endswith("*") else f"'{token}'"
