"""The files that go into a bundle: those that a shown entry names by their hash, and that are still what they were."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from proxeny.cases.attaching import path_of
from proxeny.cases.models import Attachment
from proxeny.ledger.bundles.evidence import File, Proven, files_named
from proxeny.ledger.bundles.names import ATTACHMENTS
from proxeny.reports.evidence.scope import Scope

LONGEST = 80


def files_of(entries: Iterable[Proven], scope: Scope) -> tuple[tuple[File, ...], dict[str, Path]]:
    """Return the files that the entries name, and where those lie that are there, by their place in the bundle."""
    named = [(one.row.sequence, digest) for one in entries for digest in files_named(one.row)]
    rows = Attachment.objects.filter(
        sha256__in={digest for _sequence, digest in named},
        case__account=scope.account,
        message__withdrawn_at=None,
        removed_at=None,
    ).exclude(message=None)
    by_hash = {row.sha256: row for row in rows.order_by("-pk")}
    paths = {digest: path for digest, row in by_hash.items() if (path := _holding(row))}
    files = tuple(
        File(sequence, digest, row.name if (row := by_hash.get(digest)) else "", _place(row, paths))
        for sequence, digest in named
    )
    return files, {one.place: paths[one.sha256] for one in files if one.place}


def _place(row: Attachment | None, paths: dict[str, Path]) -> str:
    if row is None or row.sha256 not in paths:
        return ""
    name = "".join(letter if letter.isprintable() and letter not in "/\\" else "_" for letter in row.name)
    return f"{ATTACHMENTS}{row.sha256[:16]}-{name[-LONGEST:]}"


def _holding(row: Attachment) -> Path | None:
    """Return where the file lies, if its bytes are still those that the entry names."""
    path = path_of(row)
    if path is None:
        return None
    with path.open("rb") as file:
        return path if hashlib.file_digest(file, "sha256").hexdigest() == row.sha256 else None
