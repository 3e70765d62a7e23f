"""Packing a bundle: the page for people, the evidence for machines, the heads, the attachments, and the signed list of all."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from proxeny.ledger.bundles import archive, manifest
from proxeny.ledger.bundles.archive import Source
from proxeny.ledger.bundles.evidence import Evidence
from proxeny.ledger.bundles.names import EVIDENCE, HEADS, MANIFEST, PAGE, PAPER
from proxeny.ledger.notes import Signer


def pack(
    file: BinaryIO,
    evidence: Evidence,
    *,
    heads: Sequence[str],
    page: str,
    paper: bytes = b"",
    attachments: Mapping[str, Path],
    signer: Signer,
) -> None:
    """Write the bundle. `heads` are signed notes: first the one that the entries lead to, then those of `evidence.held`.

    `paper` is the page once more as PDF, where there is one; `attachments` are the files by their place in the bundle. The same
    contents give the same bytes.
    Raises archive.TooLargeError; OSError where a file cannot be read.
    """
    files: dict[str, Source] = {
        PAGE: page.encode(),
        EVIDENCE: evidence.as_bytes(),
        HEADS: "\n".join(heads).encode(),
        **({PAPER: paper} if paper else {}),
        **attachments,
    }
    hashes = {name: _hash(source) for name, source in files.items()}
    archive.write(file, {**files, MANIFEST: manifest.signed(hashes, signer).encode()})


def _hash(source: Source) -> str:
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    with source.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
