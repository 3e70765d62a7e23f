"""How sure a share is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.shares import share


def test_the_interval_is_that_of_the_textbook() -> None:
    # Newcombe, Statist. Med. 17 (1998) 857, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    known = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0.0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (part, whole), (low, high) in known.items():
        found = share(part, whole)
        assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@given(st.integers(1, 10_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_interval_holds_the_share_and_mirrors(of: tuple[int, int]) -> None:
    part, whole = of
    found, other = share(part, whole), share(whole - part, whole)
    assert found.low is not None
    assert found.value is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert other.high == pytest.approx(1 - found.low)


def test_nothing_has_no_share() -> None:
    assert share(0, 0).value is None
    with pytest.raises(ValueError, match="no share"):
        share(2, 1)
