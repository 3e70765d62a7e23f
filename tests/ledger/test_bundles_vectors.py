"""The published vectors: this program gives them, and so does a second reader, written from docs/ledger.md alone."""

import base64
import hashlib
import hmac
import json
import zipfile
from typing import Any

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.ledger.vectors import FOLDER, vectors


@pytest.mark.parametrize("name", sorted(vectors()))
def test_a_published_vector_is_what_this_program_gives(name: str) -> None:
    assert (FOLDER / name).read_bytes() == vectors()[name]


def published(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def tree(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, as it is written there."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha(b"")
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha(b"\x01" + tree(leaves[:half]) + tree(leaves[half:]))


def climbed(leaf: bytes, number: int, size: int, path: list[bytes]) -> bytes:
    """RFC 9162, section 2.1.3.2."""
    fn, sn, r = number, size - 1, leaf
    for p in path:
        if fn & 1 or fn == sn:
            r = sha(b"\x01" + p + r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = sha(b"\x01" + r + p)
        fn, sn = fn >> 1, sn >> 1
    assert sn == 0
    return r


def signed(note: str, verifier: str) -> str:
    """C2SP signed-note, for one signature."""
    name, number, key = verifier.split("+", 2)
    text, _, signature = note.rpartition("\n\n")
    raw, public = base64.b64decode(signature.split(" ")[2]), base64.b64decode(key)
    assert sha(name.encode() + b"\n" + public)[:4].hex() == number == raw[:4].hex()
    Ed25519PublicKey.from_public_bytes(public[1:]).verify(raw[4:], f"{text}\n".encode())
    return f"{text}\n"


def test_lines_are_hashed_as_the_page_says() -> None:
    for one in published("lines.json"):
        assert rfc8785.dumps(one["columns"]) == one["line"].encode()
        assert sha(b"\0" + one["line"].encode()).hex() == one["hash"]


def test_commitments_are_keyed_hashes_of_the_text() -> None:
    for one in published("commitments.json"):
        assert rfc8785.dumps(json.loads(one["content"])) == one["content"].encode()
        mac = hmac.new(bytes.fromhex(one["key"]), one["content"].encode(), "sha256")
        assert mac.hexdigest() == one["commitment"]


def test_roots_and_paths_are_those_of_the_standard() -> None:
    said = published("tree.json")
    leaves = [bytes.fromhex(leaf) for leaf in said["leaves"]]
    assert [tree(leaves[:size]).hex() for size in range(len(leaves) + 1)] == said["roots"]
    for one in said["inclusion"]:
        path = [bytes.fromhex(step) for step in one["path"]]
        assert (
            climbed(leaves[one["leaf"]], one["leaf"], one["size"], path).hex() == said["roots"][one["size"]]
        )


def test_a_checkpoint_is_a_signed_note() -> None:
    said = published("checkpoint.json")
    lines = signed(said["note"], said["verifier"]).splitlines()
    assert lines[1:] == [str(said["size"]), base64.b64encode(bytes.fromhex(said["root"])).decode()]


def test_a_bundle_can_be_verified_by_a_program_that_shares_nothing_with_this_one() -> None:
    with zipfile.ZipFile(FOLDER / "bundle.zip") as bundle:
        files = {name: bundle.read(name) for name in bundle.namelist()}
    said = json.loads(files["evidence.json"])
    key = published("bundle.json")["key"]
    assert said["verifier"] == key
    listed = signed(files.pop("manifest.txt").decode(), key).splitlines()
    assert listed == [
        "proxeny bundle 1",
        said["origin"],
        *(f"{sha(files[name]).hex()}  {name}" for name in sorted(files)),
    ]
    blocks = files["head.txt"].decode().split("\n\n")
    origin, size, root = signed(f"{blocks[0]}\n\n{blocks[1].strip()}\n", key).splitlines()
    assert origin == said["origin"]
    for entry in said["entries"]:
        leaf = sha(b"\0" + rfc8785.dumps(entry["line"]))
        assert leaf.hex() == entry["hash"]
        path = [bytes.fromhex(step) for step in entry["path"]]
        found = climbed(leaf, entry["line"]["sequence"] - 1, int(size), path)
        assert base64.b64encode(found).decode() == root
        if entry["text"] == "shown":
            mac = hmac.new(bytes.fromhex(entry["key"]), entry["content"].encode(), "sha256")
            assert mac.hexdigest() == entry["line"]["commitment"]
    for file in said["attachments"]:
        assert sha(files[file["place"]]).hex() == file["sha256"]
