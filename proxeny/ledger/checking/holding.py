"""Whether many lines hold, all at once: each hash and commitment reckoned, each column compared, nothing named.

What `hashing` says of one line is spelled out here once more for thousands, in the loops that the interpreter runs fastest;
the tests hold the two together. It is what makes a million lines a matter of seconds.
"""

import hashlib
import hmac
from collections.abc import Sequence
from json.encoder import encode_basestring
from operator import gt
from typing import Any

from proxeny.ledger.checking.rows import Row
from proxeny.ledger.hashing import GENESIS

KEY = 32
BLOCK = 64  # bytes that SHA-256 takes at once; HMAC (RFC 2104) fills a key up to that many
INNER, OUTER = (bytes(byte ^ pad for byte in range(256)) for pad in (0x36, 0x5C))
INNER_REST, OUTER_REST = (bytes([pad]) * (BLOCK - KEY) for pad in (0x36, 0x5C))
MOST_KNOWN = 20_000


class _Quoted(dict[str, str]):
    """Words as JSON writes them. Who acts and what was done are few words, said again and again."""

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_KNOWN:
            self.clear()
        return self.setdefault(word, encode_basestring(word))


def leaves_of(rows: Sequence[tuple[Any, ...]], last: Row | None) -> bytes | None:
    """Return the leaves of lines that all hold and follow each other and `last`, 32 bytes each; None where one does not.

    `rows` are at least one line, with the columns of `Row`.
    """
    (
        numbers,
        at,
        recorded,
        _actor,
        _kind,
        _subjects,
        visibility,
        committed,
        previous,
        own,
        keys,
        contents,
        erased,
    ) = zip(*rows, strict=True)
    above, recorded_above, first = (
        (last.hash, last.recorded_at, last.sequence + 1) if last else (GENESIS, "", 1)
    )
    if (
        numbers != tuple(range(first, first + len(rows)))
        or previous != (above, *own[:-1])
        or any(map(gt, (recorded_above, *recorded[:-1]), recorded))
        or not _are_plain("".join((*at, *recorded, *visibility, *committed)))
        or not _texts_hold(keys, contents, erased, committed)
    ):
        return None
    hashes = _hashes(rows)
    return bytes.fromhex("".join(hashes)) if tuple(hashes) == own else None


def _are_plain(words: str) -> bool:
    """Tell whether JSON writes the words as they are."""
    return encode_basestring(words) == f'"{words}"'


def _hashes(rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """Return the hash of each line, in hex; that of the line above is what `previous` was compared with."""
    sha256, quoted = hashlib.sha256, _Quoted()
    return [
        sha256(
            f'\0{{"actor":{quoted[actor]},"at":"{at}","commitment":"{commitment}","kind":{quoted[kind]},'
            f'"previous":"{previous}","recorded_at":"{recorded_at}","sequence":{number},'
            f'"subjects":{subjects},"visibility":"{visibility}"}}'.encode()
        ).hexdigest()
        for number, at, recorded_at, actor, kind, subjects, visibility, commitment, previous, *_rest in rows
    ]


def _texts_hold(
    keys: Sequence[bytes | None],
    contents: Sequence[str | None],
    erased: Sequence[bool],
    committed: Sequence[str],
) -> bool:
    """Tell whether each text is what was committed to, or was erased lawfully."""
    if None in keys or None in contents or {len(key) for key in keys if key is not None} != {KEY}:
        return _one_by_one(keys, contents, erased, committed)
    sha256 = hashlib.sha256
    pairs: Any = zip(keys, contents, strict=True)
    # HMAC with a key of 32 bytes, as RFC 2104 defines it: the two hashings alone, without what a library does around them.
    found = [
        sha256(
            key.translate(OUTER)
            + OUTER_REST
            + sha256(key.translate(INNER) + INNER_REST + content.encode()).digest()
        ).hexdigest()
        for key, content in pairs
    ]
    return tuple(found) == committed


def _one_by_one(
    keys: Sequence[bytes | None],
    contents: Sequence[str | None],
    erased: Sequence[bool],
    committed: Sequence[str],
) -> bool:
    return all(
        is_erased
        if key is None or content is None
        else hmac.digest(key, content.encode(), "sha256").hex() == known
        for key, content, is_erased, known in zip(keys, contents, erased, committed, strict=True)
    )
