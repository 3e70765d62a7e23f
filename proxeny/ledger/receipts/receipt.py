"""What a receipt is, and the one form in which it is written.

    proxeny receipt 1
    signed-by proxeny.example/ledger+7a66183a+AQOh…
    line {"actor":"staff:3", …}
    text-key hex
    text {…}

    c2sp.org/tlog-proof@v1
    index 1186
    a hash of the path in base64, one a line

    proxeny.example/ledger
    1204
    base64 of the root

    — proxeny.example/ledger signature

From the second paragraph on it is a proof in the form that transparency logs use (C2SP tlog-proof), so anybody's tools can
check it; it proves the line, whose leaf is SHA-256 of a zero byte and the line. The text may be left out.
"""

import html
import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from proxeny.ledger.checking.rows import Row
from proxeny.ledger.details import N_, Detail
from proxeny.ledger.hashing import leaf_from, line_of
from proxeny.ledger.merkle import HASH

FIRST, PROOF = "proxeny receipt 1", "c2sp.org/tlog-proof@v1"
BEGINS, ENDS = '<pre id="receipt">', "</pre>"


class NotReceiptError(ValueError):
    """This is not written as a receipt is; the text says what is not."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """An entry, the path from it to the root of a head, and the head as a signed note. `verifier` names the key that signs."""

    verifier: str
    row: Row
    path: tuple[bytes, ...]
    note: str

    @property
    def shows_text(self) -> bool:
        """Tell whether it says what the entry says, or only proves that it stands there."""
        return self.row.key is not None and self.row.content is not None

    def as_text(self) -> str:
        """Return the receipt as it is handed out."""
        said = [FIRST, f"signed-by {self.verifier}", f"line {line_of(self.row.leaf).decode()}"]
        if self.row.key is not None and self.row.content is not None:
            said += [f"text-key {self.row.key.hex()}", f"text {self.row.content}"]
        proof = [PROOF, f"index {self.row.sequence - 1}", *(b64encode(one).decode() for one in self.path)]
        return "\n".join([*said, "", *proof, "", self.note])

    @classmethod
    def parse(cls, text: str) -> "Receipt":
        """Read what `as_text` wrote; raise NotReceiptError for anything that it would not write."""
        try:
            found = cls._read(text)
            is_exact = found.as_text() == text
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            what = f"{type(error).__name__} {error}"
            raise NotReceiptError(Detail(N_("it cannot be read: %(what)s"), what=what)) from None
        if not is_exact:
            raise NotReceiptError(Detail(N_("it is not written in the one form that it has")))
        return found

    @classmethod
    def _read(cls, text: str) -> "Receipt":
        said, proof, head, signatures = text.removesuffix("\n").split("\n\n")
        first, signed_by, line, *rest = said.split("\n")
        named, index, *steps = proof.split("\n")
        if (first, named) != (FIRST, PROOF):
            raise ValueError(f"it begins with {first!r}")
        leaf = leaf_from(json.loads(line.removeprefix("line ")))
        if not all(isinstance(column, str) for column in leaf[1:]) or type(leaf.sequence) is not int:
            raise TypeError("the line is none")
        key, content = _text(rest)
        if index != f"index {leaf.sequence - 1}":
            raise ValueError("the path is that of another entry")
        return cls(
            verifier=signed_by.removeprefix("signed-by "),
            row=Row(*leaf, "", key, content, False),
            path=_path(steps),
            note=f"{head}\n\n{signatures}\n",
        )


def text_in(raw: bytes) -> str:
    """Return the receipt that stands in a file: the file itself, or the part of a page that holds it.

    What mail programs and editors do to line ends and to blanks around it is undone. Raises NotReceiptError for no text.
    """
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise NotReceiptError(Detail(N_("it is no text"))) from None
    if BEGINS in text:
        text = html.unescape(text.partition(BEGINS)[2].partition(ENDS)[0])
    return f"{text.strip()}\n"


def is_receipt(raw: bytes) -> bool:
    """Tell whether a file claims to be a receipt, or to hold one."""
    try:
        return text_in(raw).startswith("proxeny receipt ")
    except NotReceiptError:
        return False


def _text(rest: Sequence[str]) -> tuple[bytes | None, str | None]:
    if not rest:
        return None, None
    key, content = rest
    said = content.removeprefix("text ")
    json.loads(said)
    return bytes.fromhex(key.removeprefix("text-key ")), said


def _path(steps: Sequence[str]) -> tuple[bytes, ...]:
    path = tuple(b64decode(step, validate=True) for step in steps)
    if any(len(step) != HASH for step in path):
        raise ValueError("a step of the path has not 32 bytes")
    return path
