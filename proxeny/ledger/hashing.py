"""How an entry is hashed: canonical JSON (RFC 8785), SHA-256 with the leaf prefix of RFC 6962, HMAC commitments."""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import rfc8785

GENESIS = "0" * 64
LEAF = b"\x00"


def commitment(key: bytes, content: Mapping[str, Any]) -> str:
    """Return HMAC-SHA256 of the canonical `content` under the entry's own random `key`, in hex."""
    return hmac.new(key, rfc8785.dumps(dict(content)), hashlib.sha256).hexdigest()


def moment(at: datetime) -> str:
    """Return a time as it is hashed: UTC with microseconds, `2026-11-22T05:48:00.000000Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def entry_hash(line: Mapping[str, Any]) -> str:
    """Return the hash of an entry, given its columns without `hash` (times as datetimes), in hex."""
    leaf = {name: moment(value) if isinstance(value, datetime) else value for name, value in line.items()}
    return hashlib.sha256(LEAF + rfc8785.dumps(leaf)).hexdigest()
