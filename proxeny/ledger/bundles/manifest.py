"""The list of a bundle's files with their hashes, as a note that the ledger's key has signed.

proxeny bundle 1
proxeny.example/ledger
hash of the file in hex, two spaces, its name; sorted by name

— proxeny.example/ledger signature
"""

from collections.abc import Mapping

from proxeny.ledger.details import N_, Detail
from proxeny.ledger.notes import DASH, NotSignedError, Signer, Verifier

FIRST = "proxeny bundle 1"


def signed(hashes: Mapping[str, str], signer: Signer) -> str:
    """Return the signed list, given the hash of each file by its name."""
    lines = [FIRST, signer.name]
    lines += [f"{hashes[name]}  {name}" for name in sorted(hashes, key=str.encode)]
    return signer.sign("".join(f"{line}\n" for line in lines))


def read(note: str, verifier: Verifier) -> dict[str, str]:
    """Return the hashes by name, as the key has signed them. Raises NotSignedError for anything else."""
    text = verifier.check(note)
    if note.count(f"\n{DASH}") != 1:
        raise NotSignedError(Detail(N_("the list of files carries more than the signature of the ledger")))
    first, origin, *lines = text.removesuffix("\n").split("\n")
    if first != FIRST or origin != verifier.name:
        raise NotSignedError(Detail(N_("this is no list of the files of a bundle")))
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
