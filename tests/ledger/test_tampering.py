"""Whoever tampers with a ledger is found: with the place and the kind. Honest histories are never accused."""

import random
from collections import Counter

import pytest

from proxeny.ledger.checking import Break, Row, Walk, Witnessed, check_heads, read
from tests.ledger.hands import HANDS, KEY, Hand, heads_of, honest

LINES = 40
SIZES = (7, 16, 31, LINES)
SEEDS = range(110)


def checked(rows: list[Row], heads: list[Witnessed]) -> list[Break]:
    """What a verifier finds."""
    good, breaks = read(heads, KEY.verifier)
    walk = Walk(head.size for head, _kept_by in good)
    walk.over(rows)
    breaks += walk.breaks((head.size, head.root) for head, _kept_by in good)
    return sorted(breaks + check_heads(good, walk.roots, walk.end, lines_hold=not breaks))


@pytest.mark.parametrize("seed", range(200))
def test_an_honest_history_is_never_accused(seed: int) -> None:
    rng = random.Random(seed)
    rows = honest(rng, rng.randrange(1, 60))
    sizes = sorted(rng.sample(range(1, len(rows) + 1), min(3, len(rows))))
    assert checked(rows, heads_of(rows, sizes)) == []


@pytest.mark.parametrize("deed", HANDS, ids=lambda deed: deed.__name__)
def test_whatever_one_hand_does_is_found_at_its_place_under_its_name(deed: Hand) -> None:
    told: Counter[str] = Counter()
    for seed in SEEDS:
        rng = random.Random(f"{deed.__name__} {seed}")
        rows = honest(rng, LINES)
        done = deed(rng, list(rows), heads_of(rows, SIZES), rng.randrange(1, LINES))
        found = checked(done.rows, done.heads)
        assert found, f"{done.name} with seed {seed} was not found"
        assert found[0].sequence in done.places, (
            f"{done.name}, seed {seed}: {found[:3]}, not at {done.places}"
        )
        told["right" if found[0].kind in done.kinds else f"{found[0].kind}"] += 1
    assert told["right"] >= 0.9 * len(SEEDS), told
