"""Verifying a bundle with nothing but the file: no server, no tables, no settings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO

from proxeny.ledger.bundles import archive, entries, manifest
from proxeny.ledger.bundles.archive import NotExactError, Part
from proxeny.ledger.bundles.breaks import Break, Kind
from proxeny.ledger.bundles.evidence import Evidence, NotEvidenceError, Text, files_named
from proxeny.ledger.bundles.heads import Heads, agreeing, read_heads
from proxeny.ledger.bundles.names import ALWAYS, ATTACHMENTS, EVIDENCE, HEADS, MANIFEST, PAGE, SOMETIMES
from proxeny.ledger.details import N_, Detail, detail_of
from proxeny.ledger.notes import NotSignedError, Verifier

IN_MEMORY = ALWAYS - {PAGE}


@dataclass(slots=True)
class Report:
    """What verifying found. `ok`: everything in the file holds together and is signed by `key`.

    `key` is the one that was asked for or, where none was, the one that the bundle itself names: then it is to be compared.
    """

    breaks: list[Break] = field(default_factory=list)
    key: str = ""
    is_key_compared: bool = False
    evidence: Evidence | None = None
    size: int = 0
    compared: int = 0

    @property
    def ok(self) -> bool:
        """Tell whether all of it holds."""
        return not self.breaks

    def count(self, text: Text) -> int:
        """Return how many entries have, lack or lost their text."""
        return sum(one.text is text for one in self.evidence.entries) if self.evidence else 0

    def as_json(self) -> dict[str, Any]:
        """Return the document that `proxeny ledger verify FILE --json` prints."""
        return {
            "ok": self.ok,
            "entries": len(self.evidence.entries) if self.evidence else 0,
            **{text.value: self.count(text) for text in Text},
            "size": self.size,
            "key": self.key,
            "key_compared": self.is_key_compared,
            "heads_compared": self.compared,
            "breaks": [asdict(found) for found in self.breaks],
        }


def verify(file: BinaryIO, *, key: Verifier | None = None, witnessed: Iterable[str] = ()) -> Report:
    """Check all of a bundle: its form, the signature, each file, entry, text, path and head.

    `key` is the ledger's as it is published elsewhere, `witnessed` are heads (signed notes) that somebody has kept.
    """
    report = Report(is_key_compared=key is not None)
    try:
        parts = archive.read(file, kept=IN_MEMORY)
        evidence = report.evidence = _evidence(parts)
        claimed = Verifier.parse(evidence.verifier)
    except (NotExactError, NotEvidenceError) as error:
        report.breaks.append(
            Break(EVIDENCE if isinstance(error, NotEvidenceError) else "", Kind.FILE, detail_of(error))
        )
        return report
    except ValueError as error:
        report.breaks.append(Break(EVIDENCE, Kind.KEY, detail_of(error)))
        return report
    verifier = key or claimed
    report.key = str(verifier)
    if claimed != verifier or evidence.origin != verifier.name:
        report.breaks.append(Break(EVIDENCE, Kind.KEY, evidence.verifier))
    report.breaks += _files(parts, verifier)
    heads, wrong = read_heads(parts[HEADS].data, evidence, verifier)
    report.size = heads.head.size if heads.head else 0
    report.breaks += [*wrong, *entries.check(evidence, heads.head), *_attachments(evidence, parts)]
    report.compared = _compare(report, heads, witnessed, verifier)
    return report


def _evidence(parts: Mapping[str, Part]) -> Evidence:
    """Return what the bundle says, where all files are there that a bundle has, and no others."""
    missing = sorted(ALWAYS - parts.keys())
    if missing:
        raise NotExactError(Detail(N_("%(name)s is not in it"), name=missing[0]))
    other = [name for name in parts if name not in ALWAYS | SOMETIMES and not name.startswith(ATTACHMENTS)]
    if other:
        raise NotExactError(Detail(N_("%(name)s does not belong into it"), name=other[0]))
    return Evidence.parse(parts[EVIDENCE].data)


def _files(parts: Mapping[str, Part], verifier: Verifier) -> Iterator[Break]:
    try:
        listed = manifest.read(parts[MANIFEST].data.decode(), verifier)
    except ValueError as error:
        yield Break(MANIFEST, Kind.MANIFEST, detail_of(error))
        return
    for name in sorted({*listed, *parts} - {MANIFEST}):
        if name not in parts or name not in listed or parts[name].sha256 != listed[name]:
            yield Break(name, Kind.CHANGED)


def _attachments(evidence: Evidence, parts: Mapping[str, Part]) -> Iterator[Break]:
    """Each file in it is listed under the hash that it has, and named by the entry it stands with."""
    named = {one.row.sequence: files_named(one.row) for one in evidence.entries}
    listed = {one.place: one for one in evidence.files if one.place}
    for one in evidence.files:
        if one.sha256 not in named.get(one.sequence, ()):
            yield Break(one.place or one.name, Kind.ATTACHMENT)
    for name in sorted({*listed, *(name for name in parts if name.startswith(ATTACHMENTS))}):
        if name not in parts or name not in listed or parts[name].sha256 != listed[name].sha256:
            yield Break(name, Kind.ATTACHMENT)


def _compare(report: Report, heads: Heads, witnessed: Iterable[str], verifier: Verifier) -> int:
    """Compare with heads that somebody has kept; return how many agree."""
    agreed = 0
    for note in witnessed:
        try:
            agreed += agreeing(note, heads, verifier)
        except NotSignedError as error:
            report.breaks.append(Break("", Kind.HEAD, detail_of(error)))
        except ValueError as error:
            report.breaks.append(Break("", Kind.FORK, detail_of(error)))
    return agreed
