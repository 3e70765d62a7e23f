"""Heads stamped by a time-stamping authority (RFC 3161): somebody outside vouches for the moment at which they were there.

The authority gets the hash of the signed note and nothing else. What it answers is kept beside the head, and in a folder
beside the file of heads: `stamps/1204.txt` is the note, `stamps/1204.tsr` the answer, which any tool for such stamps verifies.
"""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

from proxeny.core import outbound
from proxeny.ledger.anchors.anchor import Anchor, Unreachable
from proxeny.ledger.checking.kept import notes_in, size_of
from proxeny.ledger.checking.stamps import NotStampedError, Stamped, roots_in, stamped_at
from proxeny.ledger.models import Anchor as Laid

log = logging.getLogger(__name__)
NAME = "rfc3161"
QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
FOLDER, STAMP, NOTE = "stamps", ".tsr", ".txt"


def _lay(place: str, note: str, size: int) -> bytes:
    asked = TimestampRequestBuilder().data(note.encode()).hash_algorithm(HashAlgorithm.SHA256).build()
    try:
        answer = outbound.call(place, body=asked.as_bytes(), media_type=QUERY, accept=REPLY)
        if answer.status != 200 or answer.media_type != REPLY:
            raise Unreachable(f"{place} answered {answer.status} {answer.media_type}, which is no stamp")
        stamped_at(answer.body, note, roots_in(settings.ANCHOR_TSA_ROOTS), asked.nonce)
    except (outbound.OutboundError, NotStampedError) as error:
        raise Unreachable(f"{place}: {error}") from error
    _keep(note, answer.body, size)
    return answer.body


def _keep(note: str, stamp: bytes, size: int) -> None:
    """Lay it beside the file of heads, too; where that is out of reach, the stamp is good all the same."""
    folder = Path(settings.LEDGER_HEADS_FILE).parent / FOLDER
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / f"{size}{NOTE}").write_text(note, "utf-8")
        (folder / f"{size}{STAMP}").write_bytes(stamp)
    except OSError as error:
        log.warning("the stamp of %s lines is kept in the database alone: %s", size, error)


def kept() -> Iterator[Stamped]:
    """Yield the stamps that are kept beside the heads, in order."""
    rows = Laid.objects.filter(place=NAME, failed_with="").order_by("checkpoint_id", "pk")
    for note, stamp in rows.values_list("checkpoint__note", "receipt").iterator():
        yield Stamped(note, bytes(stamp), "this ledger")


def kept_beside(files: Iterable[Path]) -> Iterator[Stamped]:
    """Yield the stamps that lie beside files of heads: under the file's own name, or in its folder of stamps."""
    for file in files:
        for note in notes_in(file.read_text("utf-8", "replace")):
            beside = (file.with_suffix(STAMP), file.parent / FOLDER / f"{size_of(note)}{STAMP}")
            if found := next((one for one in beside if one.is_file()), None):
                yield Stamped(note, found.read_bytes(), str(found))


RFC3161 = Anchor(NAME, lambda: [settings.ANCHOR_TSA] if settings.ANCHOR_TSA else [], _lay)
