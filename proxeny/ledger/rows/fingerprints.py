"""Fingerprints of rows: what stands in a line instead of the columns themselves.

They are made with a secret key that follows from the ledger's own: a line is read by people, and handed out in bundles, who may
not read all columns of the row that it changed, and short values could be guessed from a plain hash.
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from django.conf import settings

from proxeny.ledger import keys

WHOLE, PART = 15, 3  # bytes; whole numbers of base64's threes
TAG = 4  # characters of a part


class Marker:
    """Makes the fingerprints of one installation; `number` names its key without telling it."""

    def __init__(self, secret: bytes) -> None:
        self._secret = hashlib.blake2b(secret, key=b"rows and their lines", digest_size=32).digest()
        self.number = hashlib.blake2b(self._secret, digest_size=4).hexdigest()

    def whole(self, label: str, pk: int, values: Iterable[Any]) -> str:
        """Return the fingerprint of a whole row, given its values in the order of the columns."""
        said = "\x1f".join(map(plain, values))
        return self._mark(f"{label}:{pk}\x1e{said}", WHOLE)

    def tags(self, label: str, pk: int, columns: Sequence[str], values: Iterable[Any]) -> str:
        """Return a short fingerprint of each column, one after the other: by them one tells which column it was."""
        return "".join(self.tag(label, pk, name, value) for name, value in zip(columns, values, strict=True))

    def tag(self, label: str, pk: int, column: str, value: Any) -> str:
        """Return the short fingerprint of one column."""
        return self._mark(f"{label}:{pk}\x1e{column}\x1e{plain(value)}", PART)

    def _mark(self, text: str, size: int) -> str:
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._secret, digest_size=size)
        return urlsafe_b64encode(digest.digest()).decode()


def marker() -> Marker:
    """Return the marker of this installation."""
    return _marker(settings.LEDGER_KEY, str(settings.LEDGER_KEY_FILE))


@lru_cache(maxsize=8)
def _marker(_key: str, _file: str) -> Marker:
    return Marker(keys.signer().key.private_bytes_raw())


def plain(value: Any) -> str:
    """Return one text for one value, whichever database it comes from."""
    if value is None:
        return "\x00"
    if isinstance(value, str):
        said = value.value if isinstance(value, Enum) else value
        # What separates the columns, and stands for nothing, is no part of any text.
        return said.translate(_SEPARATORS) if any(one in said for one in "\x00\x1e\x1f\x10") else said
    return _of_other(value)


_SEPARATORS = {0: "\x10\x40", 0x1E: "\x10\x5e", 0x1F: "\x10\x5f", 0x10: "\x10\x50"}


def _said(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat() if at.tzinfo else at.isoformat()


_WRITTEN: dict[type, Callable[[Any], str]] = {
    bool: lambda value: "1" if value else "0",
    int: str,
    float: repr,
    datetime: _moment,
    date: date.isoformat,
    Decimal: lambda value: format(value.normalize(), "f"),
    dict: _said,
    list: _said,
    bytes: bytes.hex,
    memoryview: lambda value: bytes(value).hex(),
}


def _of_other(value: Any) -> str:
    if isinstance(value, Enum):
        return plain(value.value)
    return _WRITTEN.get(type(value), str)(value)
