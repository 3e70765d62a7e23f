"""Signed notes and checkpoints: against the published example, and what is refused."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from proxeny.ledger.notes import Checkpoint, NotSignedError, Signer, Verifier

# The example of the note format, golang.org/x/mod/sumdb/note.
NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SAID = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
SIGNATURE = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
SIGNED = f"{SAID}\n— PeterNeumann {SIGNATURE}\n"
OURS = Signer("proxeny.test/ledger", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))


def test_the_published_note_is_read_and_holds() -> None:
    verifier = Verifier.parse(NEUMANN)
    assert str(verifier) == NEUMANN
    assert verifier.check(SIGNED) == SAID


def test_no_bit_of_a_signed_note_can_be_changed() -> None:
    verifier, plain = Verifier.parse(NEUMANN), SIGNED.encode()
    for bit in range(len(plain) * 8):
        raw = bytearray(plain)
        raw[bit // 8] ^= 1 << bit % 8
        with pytest.raises((NotSignedError, UnicodeDecodeError)):
            verifier.check(raw.decode())


def test_what_we_sign_others_can_check_and_a_second_signature_does_not_disturb() -> None:
    other = Signer("witness.test", Ed25519PrivateKey.from_private_bytes(bytes(32)))
    text = Checkpoint(OURS.name, 5, bytes(32)).text()
    both = OURS.sign(text) + other.sign(text).removeprefix(f"{text}\n")
    for one in (OURS, other):
        assert Verifier.parse(str(one.verifier)).check(both) == text


def test_another_key_of_the_same_name_has_not_signed() -> None:
    forger = Signer(OURS.name, Ed25519PrivateKey.from_private_bytes(bytes(31) + b"x"))
    with pytest.raises(NotSignedError):
        OURS.verifier.check(forger.sign("said\n"))


@pytest.mark.parametrize(
    "note", ["", "\n", "said\n", "said\n\n", "said\n\nno dash x\n", "said\n\n— name\n", "said\n\n— name !!\n"]
)
def test_what_is_no_note_is_said_to_be_none(note: str) -> None:
    with pytest.raises(NotSignedError):
        OURS.verifier.check(note)


@given(st.integers(0, 2**63), st.binary(min_size=32, max_size=32))
def test_a_checkpoint_is_read_as_it_was_written(size: int, root: bytes) -> None:
    known = Checkpoint("proxeny.test/ledger", size, root, ("2026-11-22",))
    assert Checkpoint.parse(known.text()) == known


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n",
        "a\n1\n",
        "a\n01\n" + "A" * 43 + "=\n",
        "a\n-1\nx\n",
        "a\n1\nAAAA\n",
        "\n1\n" + "A" * 43 + "=\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no checkpoint|no signed"):
        Checkpoint.parse(text)
