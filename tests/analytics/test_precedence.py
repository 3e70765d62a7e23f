"""What comes before what."""

import pytest

from proxeny.analytics.precedence import Loop, in_order


def test_everything_stands_behind_what_it_waits_for() -> None:
    after = {"go live": ["training", "data"], "data": ["contract"], "training": ["contract"], "contract": []}
    order = in_order(after)
    assert sorted(order) == sorted(after)
    assert all(order.index(one) < order.index(key) for key, earlier in after.items() for one in earlier)
    assert in_order(after) == order


def test_a_loop_is_named_step_by_step() -> None:
    after = {
        "begin": [],
        "data": ["begin", "training"],
        "pilot": ["data"],
        "training": ["pilot"],
        "end": ["pilot"],
    }
    with pytest.raises(Loop) as found:
        in_order(after)
    keys = found.value.keys
    assert set(keys) == {"data", "pilot", "training"}
    assert all(before in after[key] for before, key in zip(keys, (*keys[1:], keys[0]), strict=True))
    assert " → ".join((*keys, keys[0])) in str(found.value)


def test_who_waits_for_itself_is_a_loop() -> None:
    with pytest.raises(Loop) as found:
        in_order({"pilot": ["pilot"]})
    assert found.value.keys == ("pilot",)


def test_waiting_for_something_that_is_not_there_is_said() -> None:
    with pytest.raises(ValueError, match="“pilot” comes after “data”, which is not there"):
        in_order({"pilot": ["data"]})
