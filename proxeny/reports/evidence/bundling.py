"""Making a bundle of evidence, and putting on record that it was made."""

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, BinaryIO

from django.db import transaction

from proxeny.core import clock, references
from proxeny.core.actors import Actor
from proxeny.core.words import Language
from proxeny.ledger import appending, keys
from proxeny.ledger.bundles import gathering, making
from proxeny.ledger.bundles.evidence import Evidence
from proxeny.ledger.bundles.gathering import Signed
from proxeny.ledger.bundles.verifying import verify
from proxeny.ledger.checking import Row
from proxeny.ledger.checkpointing import DoesNotHold
from proxeny.ledger.details import N_, Detail
from proxeny.ledger.hashing import moment
from proxeny.ledger.notes import Signer
from proxeny.reports.evidence import page, paper
from proxeny.reports.evidence.attachments import files_of
from proxeny.reports.evidence.events import Kind
from proxeny.reports.evidence.reading import read
from proxeny.reports.evidence.scope import Scope
from proxeny.reports.evidence.withholding import withheld
from proxeny.reports.sentences import names_of


class NothingOnRecord(Exception):  # noqa: N818  (it says what is the case)
    """There is no line that the reader may read: of nothing there is no evidence."""


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle: the file, open at its beginning, the hash of its bytes in hex, how many entries it has, a name for it."""

    file: IO[bytes]
    sha256: str
    entries: int
    name: str


def make(scope: Scope, *, by: Actor, language: Language) -> Made:
    """Make a bundle, verify it as anybody would, and put on record who made it about what.

    Raises NothingOnRecord; DoesNotHold where the record itself does not hold; archive.TooLargeError.
    """
    signer = keys.signer()
    head = gathering.head(signer)
    rows = gathering.rows(scope.asked, head.size) if head else []
    if head is None or not rows:
        raise NothingOnRecord
    file = tempfile.TemporaryFile()  # noqa: SIM115  (the caller reads it, and it is gone when it is closed)
    compose(file, scope, head, rows, by=by, language=language, signer=signer)
    file.seek(0)
    report = verify(file, key=signer.verifier)
    if not report.ok:
        first = report.breaks[0]
        said = N_("line %(sequence)s: %(kind)s: %(detail)s")
        raise DoesNotHold(Detail(said, sequence=first.place, kind=first.kind, detail=first.detail))
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    _record(scope, rows, digest, by)
    return Made(file, digest, len(rows), f"evidence-{str(scope.record).replace(':', '-')}-{digest[:8]}.zip")


def compose(
    file: BinaryIO | IO[bytes],
    scope: Scope,
    head: Signed,
    rows: list[Row],
    *,
    by: Actor,
    language: Language,
    signer: Signer,
) -> None:
    """Write the bundle of these lines under this head; it depends on nothing else that is on record."""
    rows = withheld(rows, scope)
    tree = gathering.tree_of(head)
    entries, older = gathering.proven(rows, tree), gathering.held(rows, head, tree)
    files, paths = files_of(entries, scope)
    evidence = Evidence(
        origin=signer.name,
        verifier=str(signer.verifier),
        made_at=moment(clock.now()),
        made_by=by.reference,
        references=tuple(str(one) for one in scope.asked.references),
        title=scope.title,
        entries=entries,
        held=tuple(one for _note, one in older),
        files=files,
        names={**names_of(row.actor for row in rows), **({} if by.is_system else {by.reference: by.name})},
    )
    reading = read(evidence, head, language)
    making.pack(
        file,  # type: ignore[arg-type]
        evidence,
        heads=[head.note, *(note for note, _held in older)],
        page=page.written(reading),
        paper=paper.printed(reading, evidence),
        attachments=paths,
        signer=signer,
    )


def _record(scope: Scope, rows: Sequence[Row], digest: str, by: Actor) -> None:
    about = [scope.account.record, scope.record]
    if by.staff_id is not None:
        about.append(references.to("staff", by.staff_id))
    # How many there were would tell of those told in confidence, and a confidential case has no name for others.
    hidden = any(row.visibility == "confidential" for row in rows)
    hidden = hidden or (scope.case is not None and scope.case.is_confidential)
    with transaction.atomic():
        appending.append(
            Kind.MADE,
            about=about,
            by=by,
            visibility=appending.Visibility.CONFIDENTIAL if hidden else appending.Visibility.OPEN,
            entries=len(rows),
            sha256=digest,
            what=scope.title,
        )
