"""Which documents come nearest to a question, before they are ranked in full: a rough BM25 inside the database."""

from collections.abc import Mapping

from django.db import connection

from proxeny.search.engines import engine


def nearest(weights: Mapping[str, float], half_length: float, most: int) -> list[int]:
    """Return the numbers of the documents with the greatest weight of tokens that they hold, greatest first.

    A document of `half_length` characters counts half of an empty one, as in BM25 with each token held once.
    """
    if not weights:
        return []
    index = engine()
    found = " UNION ALL ".join([index.HOLDING] * len(weights))
    values = [value for token, weight in weights.items() for value in (weight, index.one(token))]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT number FROM (SELECT number, sum(weight) AS weight FROM ({found}) AS held GROUP BY number) AS sums "  # noqa: S608
            "JOIN search_document ON search_document.id = number "
            "ORDER BY weight / (1 + length / %s) DESC, number DESC LIMIT %s",
            [*values, half_length, most],
        )
        return [number for (number,) in cursor.fetchall()]
