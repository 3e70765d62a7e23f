"""Verifying a receipt with nothing but its text: no server, no tables, no settings."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from proxeny.ledger.details import N_, Detail, detail_of
from proxeny.ledger.hashing import entry_hash
from proxeny.ledger.merkle import ProofFailsError, check_inclusion
from proxeny.ledger.notes import DASH, Checkpoint, NotSignedError, Verifier
from proxeny.ledger.receipts.receipt import NotReceiptError, Receipt, text_in


class Kind(StrEnum):
    """The kinds of breaks.

    `FORM`: it is not written as a receipt is. `KEY`: it is signed by another key than the one that is asked for. `HEAD`: the
    head is not signed by the key, or not of this ledger. `PATH`: the entry does not stand in the record that the head covers.
    `TEXT`: the text is not what the entry committed to. `FORK`: somebody holds another head of the same size.
    """

    FORM = "form"
    KEY = "key"
    HEAD = "head"
    PATH = "path"
    TEXT = "text"
    FORK = "fork"


@dataclass(frozen=True, slots=True)
class Break:
    """Something about a receipt that does not hold."""

    kind: Kind
    detail: str = ""


@dataclass(slots=True)
class Report:
    """What verifying found. `key` is the one that was asked for or, where none was, the one that the receipt itself names.

    `size` is how many entries the record had under its head, `compared` how many kept heads agree with that.
    """

    breaks: list[Break] = field(default_factory=list)
    receipt: Receipt | None = None
    key: str = ""
    is_key_compared: bool = False
    size: int = 0
    compared: int = 0

    @property
    def ok(self) -> bool:
        """Tell whether all of it holds."""
        return not self.breaks

    def as_json(self) -> dict[str, Any]:
        """Return the document that `proxeny ledger verify RECEIPT --json` prints."""
        row = self.receipt.row if self.receipt else None
        return {
            "ok": self.ok,
            "entry": row.sequence if row else None,
            "line": row.leaf._asdict() if row else None,
            "text": row.content if row else None,
            "size": self.size,
            "key": self.key,
            "key_compared": self.is_key_compared,
            "heads_compared": self.compared,
            "breaks": [asdict(found) for found in self.breaks],
        }


def verify(raw: bytes, *, key: Verifier | None = None, witnessed: Iterable[str] = ()) -> Report:
    """Check a receipt, or the one that a page holds.

    `key` is the ledger's as it is published elsewhere, `witnessed` are heads (signed notes) that somebody has kept.
    """
    report = Report(is_key_compared=key is not None)
    try:
        receipt = report.receipt = Receipt.parse(text_in(raw))
    except NotReceiptError as error:
        report.breaks.append(Break(Kind.FORM, detail_of(error)))
        return report
    try:
        claimed = Verifier.parse(receipt.verifier)
    except ValueError as error:
        report.breaks.append(Break(Kind.KEY, detail_of(error)))
        return report
    verifier = key or claimed
    report.key = str(verifier)
    if claimed != verifier:
        report.breaks.append(Break(Kind.KEY, receipt.verifier))
    if receipt.shows_text and not receipt.row.text_holds:
        report.breaks.append(Break(Kind.TEXT))
    try:
        head = _head(receipt.note, verifier)
    except ValueError as error:
        report.breaks.append(Break(Kind.HEAD, detail_of(error)))
        return report
    report.size = head.size
    report.breaks += _path(receipt, head)
    for note in witnessed:
        _compare(report, note, head, verifier)
    return report


def _head(note: str, verifier: Verifier) -> Checkpoint:
    head = Checkpoint.parse(verifier.check(note))
    if head.origin != verifier.name or head.more:
        raise NotSignedError(Detail(N_("the head is of another ledger")))
    if note.count(f"\n{DASH}") != 1:
        raise NotSignedError(Detail(N_("the head carries more than the signature of the ledger")))
    return head


def _path(receipt: Receipt, head: Checkpoint) -> Iterator[Break]:
    leaf = bytes.fromhex(entry_hash(receipt.row.leaf))
    try:
        check_inclusion(leaf, receipt.row.sequence - 1, head.size, receipt.path, head.root)
    except ProofFailsError as error:
        yield Break(Kind.PATH, detail_of(error))


def _compare(report: Report, note: str, head: Checkpoint, verifier: Verifier) -> None:
    """Compare with a head that somebody has kept; of one of another size nothing can be said."""
    try:
        kept = Checkpoint.parse(verifier.check(note))
    except ValueError as error:
        report.breaks.append(Break(Kind.HEAD, detail_of(error)))
        return
    if kept.size != head.size:
        return
    if kept.root != head.root:
        said = Detail(
            N_("another head of %(size)s entries was kept than the one in this file"), size=head.size
        )
        report.breaks.append(Break(Kind.FORK, said))
    else:
        report.compared += 1
