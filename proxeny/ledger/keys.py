"""The key that signs the heads of the ledger: from the environment, or made once and kept beside the data.

It is written as tools for transparency logs write it: `PRIVATE+KEY+name+number+base64`.
"""

import os
from base64 import b64decode, b64encode
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from proxeny.ledger.notes import ED25519, Signer

BEGINS = "PRIVATE+KEY+"


class NoKey(ValueError):  # noqa: N818  (it says what is the case)
    """What should be the ledger's key is none."""


def signer() -> Signer:
    """Return the ledger's key; the first time in an installation, make it. Raises NoKey for a key that cannot be read."""
    if settings.LEDGER_KEY:
        return read(settings.LEDGER_KEY)
    path: Path = settings.LEDGER_KEY_FILE
    try:
        return read(path.read_text("utf-8"))
    except FileNotFoundError:
        return _made(path)


def written(signer_: Signer) -> str:
    """Return the secret key as it is kept."""
    raw = ED25519 + signer_.key.private_bytes_raw()
    return f"{BEGINS}{signer_.name}+{signer_.verifier.key_id.hex()}+{b64encode(raw).decode()}"


def read(text: str) -> Signer:
    """Return the key that was `written`. Raises NoKey."""
    name, _, rest = text.strip().removeprefix(BEGINS).partition("+")
    number, _, encoded = rest.partition("+")
    try:
        raw = b64decode(encoded, validate=True)
        found = Signer(name, Ed25519PrivateKey.from_private_bytes(raw[1:]))
    except ValueError:
        raise NoKey("the ledger's key cannot be read") from None
    if not text.startswith(BEGINS) or raw[:1] != ED25519 or found.verifier.key_id.hex() != number:
        raise NoKey("the ledger's key cannot be read")
    return found


def _made(path: Path) -> Signer:
    """Make a key and keep it; where two begin at once, the one that was first holds for both."""
    host = urlsplit(settings.ORIGIN).hostname or "localhost"
    made = Signer(f"{host}/ledger", Ed25519PrivateKey.generate())
    mine = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f"{written(made)}\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(mine, path)
    except FileExistsError:
        return read(path.read_text("utf-8"))
    finally:
        mine.unlink()
    return made
