"""Checking what a time-stamping authority said of a head (RFC 3161): that these very bytes were there at that moment."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cryptography.x509 import Certificate, load_pem_x509_certificates
from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

from proxeny.ledger.checking.breaks import Break, Kind
from proxeny.ledger.checking.kept import size_of
from proxeny.ledger.details import Detail, detail_of


class NotStampedError(ValueError):
    """This is no stamp of that note, or of nobody who is believed."""


class Stamped(NamedTuple):
    """A note, what an authority gave for it, and who has kept that."""

    note: str
    stamp: bytes
    kept_by: str


def roots_in(path: Path) -> list[Certificate]:
    """Return the certificates by which stamps are believed. Raises NotStampedError where they cannot be read."""
    try:
        return load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        raise NotStampedError(f"{path}: no certificates can be read there") from error


def stamped_at(stamp: bytes, note: str, roots: Iterable[Certificate], nonce: int | None = None) -> datetime:
    """Return the moment that the authority vouches for.

    Checked are its answer's status, the imprint of the note, its signature, its certificate up to one of `roots` and for what
    it may be used, and the `nonce` of the request. Raises NotStampedError.
    """
    builder = VerifierBuilder(nonce=nonce)
    for root in roots:
        builder = builder.add_root_certificate(root)
    try:
        answer = decode_timestamp_response(stamp)
        builder.build().verify_message(answer, note.encode())
    except (VerificationError, ValueError) as error:
        raise NotStampedError(str(error)) from error
    return answer.tst_info.gen_time


def check_stamps(stamps: Iterable[Stamped], roots: Iterable[Certificate]) -> tuple[int, list[Break]]:
    """Return how many stamps fit their notes, and a break for each that does not."""
    trusted, good, breaks = list(roots), 0, []
    for one in stamps:
        try:
            stamped_at(one.stamp, one.note, trusted)
            good += 1
        except NotStampedError as error:
            said = Detail("%(kept_by)s: %(what)s", kept_by=one.kept_by, what=detail_of(error))
            breaks.append(Break(size_of(one.note), Kind.FALSE_STAMP, said))
    return good, breaks
