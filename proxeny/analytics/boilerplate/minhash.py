"""Which texts are alike as a whole: the share of sequences of three that two have in common (Jaccard).

A sequence is of three Chinese characters, or of three words in languages that write them apart: three letters of English
would be found in any English. Broder, Proc. Compression and Complexity of Sequences (1997) 21: the smallest of many
hashes is the same in two sets as often as they have members in common. Alike texts are found by bands of few smallest
hashes (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4), and what is found is reckoned exactly.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from proxeny.analytics.arrays import Floats, Ints
from proxeny.analytics.boilerplate.clauses import UNITS

Codes: TypeAlias = NDArray[np.uint64]
Signatures: TypeAlias = NDArray[np.uint32]

HASHES = 126
BAND = 3
ALIKE = 0.5
LOOSE = 0.4
"""Estimates have a standard error of .045 at .5: of what is alike, hardly one in a hundred lies below this."""
BATCH = 50_000
NEAREST = 20


def shingles(text: str) -> Codes:
    """Return the sequences of three in a text as numbers, each once, ascending; empty below three."""
    codes = np.fromiter(
        (ord(one) if len(one) == 1 else crc32(one.encode()) for one in UNITS.findall(text)), dtype=np.uint64
    )
    return np.unique(_mixed(_mixed(_mixed(codes[:-2]) ^ codes[1:-1]) ^ codes[2:]))


def signatures(sets: Sequence[Codes]) -> Signatures:
    """Return the smallest hashes of each set, [sets, hashes]; the largest number where a set is empty."""
    rng = np.random.default_rng(20_260_101)
    factors = rng.integers(0, 2**63, HASHES, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    shifts = rng.integers(0, 2**63, HASHES, dtype=np.uint64)
    found = np.full((len(sets), HASHES), np.iinfo(np.uint32).max, dtype=np.uint32)
    for place, members in enumerate(sets):
        if len(members):
            mixed = _mixed(members)[:, None] * factors + shifts
            found[place] = (mixed.min(axis=0) >> np.uint64(32)).astype(np.uint32)
    return found


def alike(sets: Sequence[Codes], asked: Ints, owners: Ints) -> Iterator[tuple[int, int, float]]:
    """Yield (place, other place, share in common) for each asked set and those of other owners that are alike to it.

    `asked` are places of sets, `owners` [sets] say whose each is. Of each asked set the twenty most alike are reckoned.
    """
    signed = signatures(sets)
    is_asked = np.zeros(len(sets), dtype=np.bool_)
    is_asked[asked] = True
    one, other, near = _candidates(signed, is_asked, owners)
    order = np.lexsort((-near, one))
    one, other = one[order], other[order]
    rank = np.arange(len(one)) - np.searchsorted(one, one)
    for place, beside in zip(one[rank < NEAREST].tolist(), other[rank < NEAREST].tolist(), strict=True):
        share = jaccard(sets[place], sets[beside])
        if share >= ALIKE:
            yield place, beside, share


def jaccard(one: Codes, other: Codes) -> float:
    """Return the share of members that two sets have in common; 0 where both are empty."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    whole = len(one) + len(other) - common
    return common / whole if whole else 0.0


def _candidates(signed: Signatures, is_asked: NDArray[np.bool_], owners: Ints) -> tuple[Ints, Ints, Floats]:
    """Return pairs that share a band, each once, with their estimated likeness where that is large enough."""
    full = np.flatnonzero(signed.min(axis=1) < np.iinfo(np.uint32).max)
    pairs: list[Ints] = [np.empty(0, dtype=np.int64)]
    for start in range(0, HASHES, BAND):
        band = np.zeros(len(full), dtype=np.uint64)
        for column in signed[full, start : start + BAND].T:
            band = _mixed(band ^ column)
        order = np.argsort(band, kind="stable")
        for group in np.split(full[order], np.flatnonzero(np.diff(band[order])) + 1):
            mine = group[is_asked[group]]
            if len(mine) and len(group) > 1:
                found = (mine[:, None] * len(signed) + group)[owners[mine][:, None] != owners[group]]
                pairs.append(found)
    known = np.sort(np.concatenate(pairs))
    one, other = np.divmod(known[np.diff(known, prepend=-1) > 0], len(signed))
    near = np.empty(len(one))
    for start in range(0, len(one), BATCH):
        now = slice(start, start + BATCH)
        near[now] = (signed[one[now]] == signed[other[now]]).mean(axis=1)
    return one[near >= LOOSE], other[near >= LOOSE], near[near >= LOOSE]


def _mixed(codes: Codes) -> Codes:
    """Spread neighbouring numbers far apart (the finaliser of SplitMix64)."""
    mixed = (codes ^ (codes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(mixed ^ (mixed >> np.uint64(31)))
