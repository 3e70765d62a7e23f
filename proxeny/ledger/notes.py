"""Signed notes and checkpoints, in the forms that transparency logs use (C2SP signed-note and tlog-checkpoint).

    proxeny.example/ledger
    1204
    base64 of the root

    — proxeny.example/ledger base64 of four bytes naming the key, and the Ed25519 signature

So anybody's tools for such logs can check and keep them.
"""

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from proxeny.ledger.details import N_, Detail

ED25519 = b"\x01"
DASH = "— "
HASH = 32


class NotSignedError(ValueError):
    """A note does not carry a good signature of the key that is asked for, or is no note at all."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A name and its secret key."""

    name: str
    key: Ed25519PrivateKey

    @property
    def verifier(self) -> "Verifier":
        """Who can check what this one signs."""
        return Verifier(self.name, self.key.public_key().public_bytes_raw())

    def sign(self, text: str) -> str:
        """Return the text as a signed note; it ends with a line end."""
        if not text.endswith("\n"):
            raise ValueError("the text of a note ends with a line end")
        said = self.verifier.key_id + self.key.sign(text.encode())
        return f"{text}\n{DASH}{self.name} {b64encode(said).decode()}\n"


@dataclass(frozen=True, slots=True)
class Verifier:
    """A name and its public key (32 bytes)."""

    name: str
    key: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes by which signatures name the key."""
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.key).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{b64encode(ED25519 + self.key).decode()}"

    @classmethod
    def parse(cls, text: str) -> "Verifier":
        """Read `name+id+key` as it is published; raise ValueError for anything else."""
        name, _, rest = text.partition("+")
        number, _, key = rest.partition("+")
        raw = _decoded(key)
        if not name or raw[:1] != ED25519 or len(raw) != 1 + HASH:
            raise ValueError(Detail(N_("%(text)s is no verifier key"), text=repr(text)))
        found = cls(name, raw[1:])
        if found.key_id.hex() != number:
            raise ValueError(Detail(N_("%(text)s: the number is not that of the key"), text=repr(text)))
        return found

    def check(self, note: str) -> str:
        """Return the text of a note that this key has signed; raise NotSignedError otherwise."""
        text, blank, signatures = note.rpartition("\n\n")
        if not blank or not signatures.endswith("\n"):
            raise NotSignedError(Detail(N_("this is no signed note")))
        text += "\n"
        for line in signatures.removesuffix("\n").split("\n"):
            name, _, said = line.removeprefix(DASH).partition(" ")
            if not line.startswith(DASH) or not name or not said:
                raise NotSignedError(Detail(N_("this is no signed note")))
            raw = _decoded(said)
            if name == self.name and raw[:4] == self.key_id:
                self._check(text, raw[4:])
                return text
        raise NotSignedError(Detail(N_("%(name)s has not signed this"), name=self.name))

    def _check(self, text: str, signature: bytes) -> None:
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, text.encode())
        except InvalidSignature:
            said = N_("the signature of %(name)s does not hold")
            raise NotSignedError(Detail(said, name=self.name)) from None


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How many lines a ledger had, and the root over them; `origin` says which ledger."""

    origin: str
    size: int
    root: bytes
    more: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the text that is signed."""
        lines = (self.origin, str(self.size), b64encode(self.root).decode(), *self.more)
        return "".join(f"{line}\n" for line in lines)

    @classmethod
    def parse(cls, text: str) -> "Checkpoint":
        """Read the text of a checkpoint; raise ValueError for anything that is not written as `text` would."""
        lines = text.removesuffix("\n").split("\n")
        if len(lines) < 3 or not lines[1].isascii() or not lines[1].isdigit():
            raise ValueError(Detail(N_("this is no checkpoint")))
        found = cls(lines[0], int(lines[1]), _decoded(lines[2]), tuple(lines[3:]))
        if not found.origin or len(found.root) != HASH or found.text() != text:
            raise ValueError(Detail(N_("this is no checkpoint")))
        return found


def _decoded(text: str) -> bytes:
    """Return the bytes of base64 that is written the one way it can be: no bit of a note is left without meaning."""
    try:
        raw = b64decode(text, validate=True)
    except Base64Error:
        raw = None
    if raw is None or b64encode(raw).decode() != text:
        raise NotSignedError(Detail(N_("this is no signed note")))
    return raw
