"""Bundles for tests: a small ledger, what is on record in it about one account, and hands that change a bundle."""

import hashlib
import io
import json
import random
from collections.abc import Callable
from typing import Any

from proxeny.ledger.bundles import archive, making, manifest
from proxeny.ledger.bundles.evidence import Evidence, File, Held, Proven, written
from proxeny.ledger.bundles.levels import Levels
from proxeny.ledger.bundles.names import MANIFEST
from proxeny.ledger.bundles.verifying import Report, verify
from proxeny.ledger.checking import Row
from proxeny.ledger.hashing import canonical, commitment
from proxeny.ledger.merkle import consistency
from proxeny.ledger.notes import Signer
from tests.ledger.hands import KEY, chained_anew, head, honest

PAPER = b"%PDF-1.7\n%%EOF\n"
PICTURE = b"\x89PNG\r\n\x1a\n and what it shows"
Files = dict[str, bytes]


def history(lines: int = 12) -> list[Row]:
    """A ledger in which line 3 names a picture and line 5 was erased; all odd lines are about account:1."""
    rows = honest(random.Random(6), lines)
    for place, row in enumerate(rows):
        key, content = bytes([place]) * 32, canonical({"text": f"第 {place + 1} 条"})
        if place == 2:
            content = canonical({"files": [hashlib.sha256(PICTURE).hexdigest()], "text": "见图"})
        about = canonical([f"account:{1 if place % 2 == 0 else 2}"])
        rows[place] = row._replace(
            subjects=about, key=key, content=content, commitment=commitment(key, content), is_erased=False
        )
    rows = chained_anew(rows, 0)
    rows[4] = rows[4]._replace(key=None, content=None, is_erased=True)
    return rows


def evidence(rows: list[Row], redacted: int = 7, signer: Signer = KEY) -> Evidence:
    """What is on record about account:1; the text of one line is left out."""
    tree = Levels(b"".join(bytes.fromhex(row.hash) for row in rows))
    digest = hashlib.sha256(PICTURE).hexdigest()
    entries = [
        Proven(
            row._replace(key=None, content=None) if row.sequence == redacted else row,
            tuple(tree.path(row.sequence - 1)),
        )
        for row in rows
        if row.subjects == '["account:1"]'
    ]
    return Evidence(
        origin=signer.name,
        verifier=str(signer.verifier),
        made_at="2026-11-22T08:00:00.000000Z",
        made_by="staff:1",
        references=("account:1",),
        title="鲁班建材",
        entries=tuple(entries),
        held=(Held(8, ("mail owner@example.com",), tuple(consistency(8, len(rows), tree.over))),),
        files=(File(3, digest, "图.png", f"attachments/{digest[:16]}-图.png"),),
        names={"staff:1": "周雨"},
    )


def packed(said: Evidence, rows: list[Row], tmp_path: Any, signer: Signer = KEY, paper: bytes = b"") -> bytes:
    """The file; with a paper as bundles have today, or without one as they were at first."""
    picture = tmp_path / "picture"
    picture.write_bytes(PICTURE)
    out = io.BytesIO()
    notes = [signer.sign(head(rows, size).text()) for size in (len(rows), 8)]
    making.pack(
        out,
        said,
        heads=notes,
        page="<!doctype html>\n",
        paper=paper,
        attachments={said.files[0].place: picture},
        signer=signer,
    )
    return out.getvalue()


def checked(raw: bytes, **more: Any) -> Report:
    """What verifying says, by a reader who knows the key."""
    return verify(io.BytesIO(raw), **{"key": KEY.verifier, **more})


def kinds(raw: bytes, **more: Any) -> set[tuple[str, str]]:
    """The places and kinds of what is wrong."""
    return {(one.place, one.kind.value) for one in checked(raw, **more).breaks}


def opened(raw: bytes) -> Files:
    """The files inside."""
    names = set(archive.read(io.BytesIO(raw), kept=()))
    return {name: part.data for name, part in archive.read(io.BytesIO(raw), kept=names).items()}


def closed(files: Files, signer: Signer | None = None) -> bytes:
    """The files as one again, the list of files signed anew where a signer does it."""
    if signer is not None:
        hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != MANIFEST}
        files = {**files, MANIFEST: manifest.signed(hashes, signer).encode()}
    out = io.BytesIO()
    archive.write(out, dict(files))
    return out.getvalue()


def changed(raw: bytes, deed: Callable[[dict[str, Any]], object], signer: Signer | None = KEY) -> bytes:
    """The bundle with its evidence changed, and the list of files signed anew by whoever holds the key."""
    files = opened(raw)
    document = json.loads(files["evidence.json"])
    deed(document)
    return closed({**files, "evidence.json": written(document)}, signer)
