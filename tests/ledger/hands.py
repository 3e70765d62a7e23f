"""Hands that tamper with a ledger, one deed each: what they do, where, and what it should be called."""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proxeny.ledger.checking import Row, Witnessed
from proxeny.ledger.hashing import GENESIS, Leaf, canonical, commitment, entry_hash, moment
from proxeny.ledger.merkle import root_of
from proxeny.ledger.notes import Checkpoint, Signer

KEY = Signer("proxeny.test/ledger", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
FORGER = Signer(KEY.name, Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))))
KINDS = ("case.opened", "message.sent", "promise.made", "order.sent")
Rows = list[Row]


class Deed(NamedTuple):
    """What was done: the rows and heads as they are afterwards, the kinds it may be called, the lines it may be found at."""

    rows: Rows
    heads: list[Witnessed]
    kinds: set[str]
    places: set[int]
    name: str


def honest(rng: random.Random, lines: int) -> Rows:
    """A history as the product writes it: now and then somebody looks at another day, now and then a text was erased."""
    at, rows = datetime(2026, 11, 1, tzinfo=UTC), []
    for number in range(1, lines + 1):
        at += timedelta(microseconds=rng.randrange(0, 90_000_000))
        key, content = rng.randbytes(32), canonical({"text": f"第 {number} 条", "n": rng.randrange(1000)})
        said = at if rng.random() < 0.9 else at - timedelta(days=rng.randrange(1, 40))
        leaf = Leaf(
            number, moment(said), moment(at), f"staff:{rng.randrange(1, 9)}", rng.choice(KINDS),
            canonical([f"account:{rng.randrange(1, 5)}"]), "open", commitment(key, content),
            rows[-1].hash if rows else GENESIS,
        )  # fmt: skip
        is_erased = rng.random() < 0.05
        text = (None, None) if is_erased else (key, content)
        rows.append(Row(*leaf, entry_hash(leaf), *text, is_erased))
    return rows


def heads_of(rows: Sequence[Row], sizes: Sequence[int], kept_by: str = "mail") -> list[Witnessed]:
    """The notes that were signed at these sizes."""
    return [Witnessed(KEY.sign(head(rows, size).text()), kept_by) for size in sizes]


def head(rows: Sequence[Row], size: int) -> Checkpoint:
    """The checkpoint over the first lines."""
    return Checkpoint(KEY.name, size, root_of(bytes.fromhex(row.hash) for row in rows[:size]))


def rehashed(row: Row, **changes: object) -> Row:
    """The row with other columns and the hash that they give."""
    changed = row._replace(**changes)
    return changed._replace(hash=entry_hash(changed.leaf))


def chained_anew(rows: Rows, first: int) -> Rows:
    """All rows from that place (counted from 0) on numbered, linked and hashed anew."""
    done = rows[:first]
    for place in range(first, len(rows)):
        previous = done[-1].hash if done else GENESIS
        done.append(rehashed(rows[place], sequence=place + 1, previous=previous))
    return done


def forged(rng: random.Random, row: Row) -> Row:
    """A row that was never written, in the place of `row`."""
    key, content = rng.randbytes(32), canonical({"text": "never said"})
    return rehashed(
        row, key=key, content=content, is_erased=False, commitment=commitment(key, content), actor="staff:77"
    )


# --- deeds. Each takes the honest rows and the heads that others hold, and one place (from 0) to do it at.

Hand = Callable[[random.Random, Rows, list[Witnessed], int], Deed]
HANDS: list[Hand] = []


def hand(deed: Hand) -> Hand:
    """Add the deed to those that are tried."""
    HANDS.append(deed)
    return deed


@hand
def edits_a_column(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    name, value = rng.choice(
        [("actor", "staff:99"), ("kind", "promise.kept"), ("subjects", '["account:77"]'), ("visibility", "confidential"),
         ("commitment", "ab" * 32), ("previous", "cd" * 32), ("hash", "ef" * 32)]
    )  # fmt: skip
    rows[at] = rows[at]._replace(**{name: value})
    return Deed(rows, heads, {"changed"}, {at + 1}, f"edits {name}")


@hand
def edits_a_column_and_hashes_it(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    name, value = rng.choice(
        [("actor", "staff:99"), ("kind", "promise.kept"), ("subjects", '["account:77"]')]
    )
    rows[at] = rehashed(rows[at], **{name: value})
    return Deed(
        rows, heads, _if_last(at, rows, "changed"), _at_or_behind(at, rows, heads), f"edits {name}, hashes it"
    )


@hand
def edits_a_text(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    rows[at] = rows[at]._replace(
        key=rows[at].key or rng.randbytes(32), content='{"text":"other"}', is_erased=False
    )
    return Deed(rows, heads, {"changed"}, {at + 1}, "edits a text")


@hand
def removes_a_text(_rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    rows[at] = rows[at]._replace(key=None, content=None, is_erased=False)
    return Deed(rows, heads, {"changed"}, {at + 1}, "removes a text")


@hand
def edits_a_text_and_the_line(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    key, content = rng.randbytes(32), '{"text":"other"}'
    rows[at] = rehashed(
        rows[at], key=key, content=content, is_erased=False, commitment=commitment(key, content)
    )
    return Deed(
        rows,
        heads,
        _if_last(at, rows, "changed"),
        _at_or_behind(at, rows, heads),
        "edits a text and its line",
    )


@hand
def writes_all_anew_from_there(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    rows[at] = forged(rng, rows[at])
    return Deed(
        chained_anew(rows, at), heads, {"fork"}, _behind_a_head(at, heads), "writes all anew from there on"
    )


@hand
def changes_a_date(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    name = rng.choice(["at", "recorded_at"])
    rows[at] = rows[at]._replace(**{name: _earlier(rows[at], name, rng)})
    return Deed(rows, heads, {"back-dated"}, {at + 1}, f"changes {name}")


@hand
def changes_a_date_and_hashes_it(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    earlier = _earlier(rows[at], "recorded_at", rng)
    rows[at] = rehashed(rows[at], at=earlier, recorded_at=earlier)
    return Deed(rows, heads, {"back-dated"}, {at + 1}, "changes both dates, hashes it")


@hand
def changes_a_date_and_writes_all_anew(
    rng: random.Random, rows: Rows, heads: list[Witnessed], at: int
) -> Deed:
    rows[at] = rows[at]._replace(recorded_at=_earlier(rows[at], "recorded_at", rng))
    return Deed(
        chained_anew(rows, at),
        heads,
        {"back-dated", "fork"},
        {at + 1, *_behind_a_head(at, heads)},
        "back-dates, all anew",
    )


@hand
def removes_a_line(_rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    at = min(at, len(rows) - 2)
    del rows[at]
    return Deed(rows, heads, {"missing"}, {at + 1}, "removes a line")


@hand
def removes_a_line_and_numbers_anew(_rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    at = min(at, len(rows) - 3)
    rest = [row._replace(sequence=row.sequence - 1) for row in rows[at + 1 :]]
    return Deed([*rows[:at], *rest], heads, {"missing"}, {at + 1}, "removes a line, numbers anew")


@hand
def removes_a_line_and_writes_all_anew(
    _rng: random.Random, rows: Rows, heads: list[Witnessed], at: int
) -> Deed:
    at = min(at, len(rows) - 2)
    del rows[at]
    return Deed(
        chained_anew(rows, at),
        heads,
        {"tail-cut", "fork"},
        {len(rows) + 1, *_behind_a_head(at, heads)},
        "removes a line, all anew",
    )


@hand
def puts_a_line_in_and_numbers_anew(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    at = min(at, len(rows) - 2)
    rest = [row._replace(sequence=row.sequence + 1) for row in rows[at:]]
    return Deed(
        [*rows[:at], forged(rng, rows[at]), *rest],
        heads,
        {"inserted"},
        {at + 1},
        "puts a line in, numbers anew",
    )


@hand
def puts_a_line_at_the_end(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    rows.append(forged(rng, rows[at]._replace(sequence=len(rows) + 1, recorded_at=rows[-1].recorded_at)))
    return Deed(rows, heads, {"inserted"}, {len(rows)}, "puts a line at the end")


@hand
def swaps_two_lines(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    other = rng.choice([one for one in range(len(rows)) if one != at])
    one, two = rows[at], rows[other]
    rows[at], rows[other] = two._replace(sequence=at + 1), one._replace(sequence=other + 1)
    return Deed(rows, heads, {"reordered"}, {at + 1, other + 1}, "swaps two lines")


@hand
def swaps_two_lines_and_hashes_them(rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    at = min(at, len(rows) - 3)
    one, two = rows[at], rows[at + 1]
    rows[at], rows[at + 1] = rehashed(two, sequence=at + 1), rehashed(one, sequence=at + 2)
    return Deed(rows, heads, {"reordered"}, {at + 1, at + 2, at + 3}, "swaps two neighbours, hashes them")


@hand
def cuts_the_tail(_rng: random.Random, rows: Rows, heads: list[Witnessed], at: int) -> Deed:
    return Deed(rows[:at], heads, {"tail-cut"}, {at + 1}, "cuts the tail")


@hand
def forges_a_head(rng: random.Random, rows: Rows, heads: list[Witnessed], _at: int) -> Deed:
    one = rng.randrange(len(heads))
    known = Checkpoint.parse(KEY.verifier.check(heads[one].note))
    false = known.text().replace(known.text().split("\n")[2], "A" * 43 + "=")
    note = rng.choice([FORGER.sign(known.text()), heads[one].note.replace(known.text(), false)])
    heads[one] = Witnessed(note, heads[one].kept_by)
    return Deed(rows, heads, {"forged-head"}, {known.size}, "forges a head")


@hand
def signs_two_heads(rng: random.Random, rows: Rows, heads: list[Witnessed], _at: int) -> Deed:
    known = Checkpoint.parse(KEY.verifier.check(rng.choice(heads).note))
    other = Checkpoint(known.origin, known.size, rng.randbytes(32))
    return Deed(
        rows,
        [*heads, Witnessed(KEY.sign(other.text()), "another")],
        {"fork"},
        {known.size},
        "signs two heads",
    )


def _earlier(row: Row, name: str, rng: random.Random) -> str:
    was = datetime.fromisoformat(getattr(row, name))
    return moment(was - timedelta(days=rng.randrange(41, 400)))


def _sizes(heads: list[Witnessed]) -> list[int]:
    return sorted(int(one.note.split("\n")[1]) for one in heads)


def _behind_a_head(at: int, heads: list[Witnessed]) -> set[int]:
    """Where it is named when only heads tell: behind the last head that is still right."""
    return {max((size for size in _sizes(heads) if size <= at), default=0) + 1}


def _if_last(at: int, rows: Rows, kind: str) -> set[str]:
    """The last line, hashed anew, is betrayed by a head alone."""
    return {kind} if at + 1 < len(rows) else {"fork"}


def _at_or_behind(at: int, rows: Rows, heads: list[Witnessed]) -> set[int]:
    return {at + 1} if at + 1 < len(rows) else _behind_a_head(at, heads)
