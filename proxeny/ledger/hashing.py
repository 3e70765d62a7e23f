"""How an entry is hashed: canonical JSON (RFC 8785), SHA-256 with the leaf prefix of RFC 6962, HMAC commitments."""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

import rfc8785

GENESIS = "0" * 64
LEAF = b"\x00"


class Leaf(NamedTuple):
    """The columns of an entry that its hash covers, as they are kept: times as `moment` writes them, `subjects` as JSON."""

    sequence: int
    at: str
    recorded_at: str
    actor: str
    kind: str
    subjects: str
    visibility: str
    commitment: str
    previous: str


def canonical(content: Any) -> str:
    """Return the one way in which `content` is written (RFC 8785)."""
    return rfc8785.dumps(content).decode()


def commitment(key: bytes, content: str) -> str:
    """Return HMAC-SHA256 of canonical `content` under the entry's own random `key`, in hex."""
    return hmac.digest(key, content.encode(), "sha256").hex()


def moment(at: datetime) -> str:
    """Return a time as it is kept and hashed: UTC with microseconds, `2026-11-22T05:48:00.000000Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def read_moment(text: str) -> datetime:
    """Return the time that `moment` wrote."""
    return datetime.fromisoformat(text)


def line_of(leaf: Leaf) -> bytes:
    """Return the bytes of the line that is hashed.

    It is what RFC 8785 makes of the columns, spelled out, for a million lines are verified one by one; a test holds the two
    together. `subjects` is canonical JSON already.
    """
    return (
        f'{{"actor":{quoted(leaf.actor)},"at":{quoted(leaf.at)},"commitment":{quoted(leaf.commitment)},'
        f'"kind":{quoted(leaf.kind)},"previous":{quoted(leaf.previous)},"recorded_at":{quoted(leaf.recorded_at)},'
        f'"sequence":{leaf.sequence},"subjects":{leaf.subjects},"visibility":{quoted(leaf.visibility)}}}'
    ).encode()


def entry_hash(leaf: Leaf) -> str:
    """Return the hash of an entry, in hex: that of a leaf of the tree over all entries."""
    return hashlib.sha256(LEAF + line_of(leaf)).hexdigest()


def leaf_from(line: Mapping[str, Any]) -> Leaf:
    """Return the leaf of the columns of an entry as they are spoken of outside of the table: subjects as a list."""
    return Leaf(**{**line, "subjects": canonical(line["subjects"])})
