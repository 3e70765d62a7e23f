import dataclasses
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.analytics.daytypes import classify
from proxeny.analytics.swings import Panel, State, advance, build, examine, joined, load, save
from proxeny.analytics.worlds import SPRING_FESTIVALS, Kind, Step, synthesise

FIRST = date(2023, 11, 1)


def assert_same(one: object, other: object, path: str = "state") -> None:
    if isinstance(one, np.ndarray):
        assert np.array_equal(one, other, equal_nan=True), path
    elif dataclasses.is_dataclass(one):
        for field in dataclasses.fields(one):
            assert_same(getattr(one, field.name), getattr(other, field.name), f"{path}.{field.name}")
    else:
        assert one == other, path


def random_panel(seed: int, days: int) -> tuple[Panel, np.ndarray]:
    rng = np.random.default_rng(seed)
    values = rng.gamma(2.0, 50.0, (5, days)) * (rng.random((5, days)) < rng.choice([0.1, 0.6, 1.0], (5, 1)))
    values[rng.random(values.shape) < 0.05] = np.nan
    values[2, : days // 3] = np.nan
    values[3] *= -1
    types = classify(
        FIRST, days, [FIRST + timedelta(days=60)], [FIRST + timedelta(days=66)], SPRING_FESTIVALS
    )
    return Panel(FIRST, values, np.ones(5, dtype=bool)), types


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1), start=st.integers(0, 150), steps=st.lists(st.integers(1, 40), max_size=6)
)
def test_advancing_equals_building_from_scratch(seed, start, steps):
    panel, types = random_panel(seed, start + sum(steps))
    state, day = build(panel, types, FIRST + timedelta(days=start)), start
    for length in steps:
        state = advance(state, panel.values[:, day : day + length].T, types[day : day + length])
        day += length
    assert_same(state, build(panel, types, FIRST + timedelta(days=day)))


def test_advancing_a_year_day_by_day_equals_building_from_scratch():
    panel, types = random_panel(1, 700)
    state = build(panel, types, FIRST + timedelta(days=335))
    for day in range(335, 700):
        state = advance(state, panel.values[:, day : day + 1].T, types[day : day + 1])
    assert_same(state, build(panel, types, panel.until))


def test_series_do_not_influence_each_other():
    panel, types = random_panel(2, 500)
    whole = build(panel, types, panel.until)
    parts = [build(panel.rows(rows), types, panel.until) for rows in ([0, 1], [2, 3, 4])]
    assert_same(joined(parts), whole)


def test_a_kept_state_comes_back_whole(tmp_path):
    panel, types = random_panel(3, 300)
    state = build(panel, types, panel.until)
    save(state, tmp_path / "state.npz")
    assert_same(load(tmp_path / "state.npz"), state)


def test_the_closer_look_reads_only_suspects():
    world = synthesise(Kind.WEEKLY, accounts=40, days=600, seed=5, steps=[Step(7, 575, 0.4)])
    panel = Panel(world.first_day, world.values, np.ones(40, dtype=bool))
    state: State = build(panel, world.day_types, panel.until)
    blinded = world.values.copy()
    blinded[np.arange(40) != 7] = np.nan
    found = examine(state, dataclasses.replace(panel, values=blinded))
    assert [swing.series for swing in found.swings] == [7]


def test_wrongly_shaped_days_are_refused_with_a_reason():
    panel, types = random_panel(4, 100)
    state = build(panel, types, panel.until)
    with pytest.raises(ValueError, match="one row a day and one column a series"):
        advance(state, np.zeros((5, 1)), np.zeros(1, dtype=np.int8))
