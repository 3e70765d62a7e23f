"""The published receipts, read by the second reader of bundles: from docs/ledger.md, it shares no code with the program."""

import base64
import hmac
import json

import pytest

from tests.ledger.test_bundles_vectors import climbed, published, sha, signed


@pytest.mark.parametrize("place", [0, 1])
def test_a_receipt_can_be_verified_by_a_program_that_shares_nothing_with_this_one(place: int) -> None:
    vector = published("receipt.json")
    said, proof, *note = vector["receipts"][place].split("\n\n")
    fields = dict(line.split(" ", 1) for line in said.splitlines()[1:])
    assert said.splitlines()[0] == "proxeny receipt 1"
    assert fields["signed-by"] == vector["key"]
    first, index, *steps = proof.splitlines()
    assert first == "c2sp.org/tlog-proof@v1"
    number = int(index.removeprefix("index "))
    assert json.loads(fields["line"])["sequence"] == number + 1
    _origin, size, root = signed("\n\n".join(note), vector["key"]).splitlines()
    leaf = sha(b"\0" + fields["line"].encode())
    found = climbed(leaf, number, int(size), [base64.b64decode(step) for step in steps])
    assert base64.b64encode(found).decode() == root
    if "text" in fields:
        mac = hmac.new(bytes.fromhex(fields["text-key"]), fields["text"].encode(), "sha256")
        assert mac.hexdigest() == json.loads(fields["line"])["commitment"]
    assert ("text" in fields) is (place == 0)
    assert vector["reports"][place]["ok"] is True
