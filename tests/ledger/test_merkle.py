"""The Merkle tree: against the published vectors of RFC 6962, and what must hold for any tree."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.ledger import merkle

# Inputs and roots of the reference implementation of Certificate Transparency (RFC 6962).
INPUTS = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def leaf(content: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + content).digest()


LEAVES = [leaf(bytes.fromhex(one)) for one in INPUTS]


def plain_root(leaves: list[bytes]) -> bytes:
    """The definition of the RFC, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return hashlib.sha256(b"\x01" + plain_root(leaves[:half]) + plain_root(leaves[half:])).digest()


def test_roots_are_those_that_are_published() -> None:
    assert merkle.root_of([]).hex() == EMPTY
    assert [merkle.root_of(LEAVES[: size + 1]).hex() for size in range(8)] == ROOTS


def test_paths_are_those_that_are_published() -> None:
    over = merkle.ranges(LEAVES)
    assert [one.hex()[:8] for one in merkle.inclusion(0, 8, over)] == ["96a296d2", "5f083f0a", "6b47aaf2"]
    assert [one.hex()[:8] for one in merkle.inclusion(5, 8, over)] == ["bc1a0643", "ca854ea1", "d37ee418"]
    assert [one.hex()[:8] for one in merkle.consistency(6, 8, over)] == ["0ebc5d34", "ca854ea1", "d37ee418"]


sizes = st.integers(1, 70)


@given(sizes)
def test_a_growing_tree_has_the_root_of_the_definition(size: int) -> None:
    leaves = [leaf(bytes([number])) for number in range(size)]
    assert merkle.root_of(leaves) == plain_root(leaves)


@given(sizes, st.data())
def test_every_leaf_is_shown_to_be_in_and_no_other_place_is(size: int, data: st.DataObject) -> None:
    leaves = [leaf(bytes([number])) for number in range(size)]
    number = data.draw(st.integers(0, size - 1))
    path, root = merkle.inclusion(number, size, merkle.ranges(leaves)), plain_root(leaves)
    merkle.check_inclusion(leaves[number], number, size, path, root)
    for other in range(size):
        if other != number:
            with pytest.raises(merkle.ProofFailsError):
                merkle.check_inclusion(leaves[number], other, size, path, root)


@given(sizes, st.data())
def test_a_path_with_one_bit_changed_shows_nothing(size: int, data: st.DataObject) -> None:
    leaves = [leaf(bytes([number])) for number in range(size)]
    number = data.draw(st.integers(0, size - 1))
    path, root = merkle.inclusion(number, size, merkle.ranges(leaves)), plain_root(leaves)
    whole = [leaves[number], *path, root]
    at, bit = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 255))
    whole[at] = (int.from_bytes(whole[at]) ^ 1 << bit).to_bytes(32)
    with pytest.raises(merkle.ProofFailsError):
        merkle.check_inclusion(whole[0], number, size, whole[1:-1], whole[-1])


@given(sizes, sizes, st.data())
def test_a_tree_that_grew_is_shown_to_begin_with_the_older_one(
    one: int, other: int, data: st.DataObject
) -> None:
    old, size = min(one, other), max(one, other)
    leaves = [leaf(bytes([number])) for number in range(size)]
    before, after = plain_root(leaves[:old]), plain_root(leaves)
    path = merkle.consistency(old, size, merkle.ranges(leaves))
    merkle.check_consistency(old, size, path, before, after)
    changed = data.draw(st.integers(0, old - 1))
    leaves[changed] = leaf(b"another")
    forged = merkle.consistency(old, size, merkle.ranges(leaves))
    with pytest.raises(merkle.ProofFailsError):
        merkle.check_consistency(old, size, forged, before, plain_root(leaves))


@given(sizes)
def test_the_edges_are_enough_to_go_on_from(size: int) -> None:
    leaves = [leaf(bytes([number])) for number in range(size)]
    half = merkle.Frontier()
    for one in leaves[: size // 2]:
        half.append(one)
    rest = merkle.Frontier(half.size, half.edges)
    for one in leaves[size // 2 :]:
        rest.append(one)
    assert rest.root() == plain_root(leaves)


@given(st.lists(st.integers(0, 40), max_size=6), st.integers(0, 20))
def test_many_leaves_at_once_are_as_many_one_by_one(stretches: list[int], begins: int) -> None:
    leaves = [leaf(number.to_bytes(2)) for number in range(begins + sum(stretches))]
    one_by_one, at_once = merkle.Frontier(), merkle.Frontier()
    for one in leaves[:begins]:
        at_once.append(one)
    at = begins
    for many in stretches:
        at_once.extend(b"".join(leaves[at : at + many]))
        at += many
    for one in leaves:
        one_by_one.append(one)
    assert (at_once.size, at_once.edges) == (one_by_one.size, one_by_one.edges)
    assert at_once.root() == plain_root(leaves)


def test_a_proof_of_what_cannot_be_is_refused() -> None:
    with pytest.raises(merkle.ProofFailsError):
        merkle.check_inclusion(LEAVES[0], 8, 8, [], bytes(32))
    with pytest.raises(merkle.ProofFailsError):
        merkle.check_consistency(9, 8, [], bytes(32), bytes(32))
    with pytest.raises(ValueError, match="edges"):
        merkle.Frontier(3, [bytes(32)])
