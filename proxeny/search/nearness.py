"""Which documents come nearest to a question, before they are ranked in full: a rough BM25 inside the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from proxeny.search.engines import engine
from proxeny.search.seeing import Seen

MOST_READ = 40_000
"""So many numbers of documents are read from the index at most: the tokens that tell least are left out beyond that."""
LEAST_ASKED = 3
"""So many of the most telling tokens are asked for in any case."""
HEAVIEST = 1_500
"""So many documents that hold the most are looked at for their lengths and for who may see them."""

MOST_SEEN = 50_000
"""So many documents of somebody who sees few of the heaviest are looked through for more."""

SUMS = "SELECT number, sum(weight) AS weight FROM ({held}) AS held GROUP BY number ORDER BY weight DESC, number DESC"


@dataclass(frozen=True, slots=True)
class Telling:
    """A token to ask for: how much it tells, and about how many documents hold it."""

    token: str
    weight: float
    held: int


def nearest(telling: Sequence[Telling], half_length: float, seen: Seen, most: int) -> list[int]:
    """Return the numbers of the documents with the greatest weight of tokens that they hold, of those that are seen.

    `telling` begins with what tells most. A document of `half_length` tokens counts half of an empty one, as in BM25 with each
    token held once.
    """
    asked = _affordable(telling)
    if not asked:
        return []
    sums = _sums(asked)
    found = _nearest_of(sums[:HEAVIEST], half_length, seen)
    if len(found) < most and len(sums) > HEAVIEST:
        # Whoever sees little of all there is may see none of the heaviest: then the heaviest of what they see are taken.
        latest = set(seen.latest(MOST_SEEN))
        found = _nearest_of([one for one in sums if one[0] in latest][:HEAVIEST], half_length, seen)
    return found[:most]


def _affordable(telling: Sequence[Telling]) -> list[Telling]:
    read = 0
    asked: list[Telling] = []
    for one in telling:
        if read + one.held > MOST_READ and len(asked) >= LEAST_ASKED:
            continue
        read += one.held
        asked.append(one)
    return asked


def _sums(telling: Sequence[Telling]) -> list[tuple[int, float]]:
    index = engine()
    held = " UNION ALL ".join([index.HOLDING] * len(telling))
    values: list[float | str] = [value for one in telling for value in (one.weight, index.one(one.token))]
    with connection.cursor() as cursor:
        cursor.execute(SUMS.format(held=held), values)
        return list(cursor.fetchall())


def _nearest_of(sums: Sequence[tuple[int, float]], half_length: float, seen: Seen) -> list[int]:
    weights = dict(sums)
    points = {
        number: weights[number] / (1 + length / half_length) for number, length in seen.lengths(list(weights))
    }
    return sorted(points, key=lambda number: (-points[number], -number))
