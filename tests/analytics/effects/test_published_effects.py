"""Effects that others have published, from the same public files."""

import csv
import json
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest

from proxeny.analytics.effects import (
    Method,
    Panel,
    Place,
    assess,
    difference_in_differences,
    in_space,
    predicted_synthetic_control,
    synthetic_control,
    synthetic_difference_in_differences,
)
from proxeny.analytics.effects.synthetic_difference import period_weights

pytestmark = pytest.mark.data

States: TypeAlias = tuple[list[str], Panel]


@pytest.fixture(scope="module")
def panels(public_data: Path) -> Path:
    folder = public_data / "causal_panels"
    if not folder.is_dir():
        pytest.skip("no causal_panels among the public data sets")
    return folder


@pytest.fixture(scope="module")
def reference(panels: Path) -> dict[str, Any]:
    return dict(json.loads((panels / "reference.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def states(panels: Path) -> States:
    """Cigarette sales in 39 states, 1970 to 2000; California raised its tax in 1989. The names of the donors, and the panel."""
    with (panels / "california_prop99.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    packs = {(row["State"], int(row["Year"])): float(row["PacksPerCapita"]) for row in rows}
    years = sorted({year for _, year in packs})
    names = [name for name in dict.fromkeys(row["State"] for row in rows) if name != "California"]

    def course(name: str) -> list[float]:
        return [packs[name, year] for year in years]

    return names, Panel(np.array(course("California")), np.array(list(map(course, names))), years.index(1989))


def test_the_tobacco_tax_by_three_methods(states: States, reference: dict[str, Any]) -> None:
    _, panel = states
    published = reference["california_prop99"]
    assert len(panel.donors) == published["controls"]
    assert difference_in_differences(panel).effect == pytest.approx(published["did"], abs=0.01)
    assert synthetic_control(panel).effect == pytest.approx(-19.51, abs=0.02)
    assert synthetic_control(panel).effect == pytest.approx(published["sc_without_covariates"], abs=0.15)
    assert synthetic_difference_in_differences(panel).effect == pytest.approx(published["sdid"], abs=0.01)
    assert period_weights(panel)[-3:] == pytest.approx([0.366, 0.206, 0.427], abs=0.002)


def test_the_donors_of_the_tobacco_tax(states: States) -> None:
    names, panel = states
    found = synthetic_control(panel)
    weights = dict(zip(names, found.weights, strict=True))
    published = {"Utah": 0.394, "Montana": 0.232, "Nevada": 0.205, "Connecticut": 0.109}
    assert {name: weights[name] for name in published} == pytest.approx(published, abs=0.001)
    assert found.error_before == pytest.approx(1.66, abs=0.01)
    assert found.gaps[-1] == pytest.approx(-26.6, abs=0.1)


def test_the_tobacco_tax_ranks_third_of_39_by_outcomes_only(states: States) -> None:
    rank = in_space(states[1], synthetic_control)
    assert (rank.rank, rank.of) == (3, 39)
    assert rank.share == pytest.approx(0.077, abs=0.001)


def test_the_answer_about_the_tobacco_tax(states: States) -> None:
    answer = assess(states[1])
    assert answer.place is Place.AMONG
    assert answer.estimates[Method.SDID].effect == pytest.approx(-15.6, abs=0.01)
    assert f"rank {answer.ranks[Method.SDID].rank} of 39" in str(answer)


PREDICTORS = (
    *((name, 1964, 1969, 1) for name in ("school.illit", "school.prim", "school.med", "school.high")),
    ("school.post.high", 1964, 1969, 1),
    ("invest", 1964, 1969, 1),
    ("gdpcap", 1960, 1969, 1),
    *((f"sec.{name}", 1961, 1969, 2) for name in ("agriculture", "energy", "industry", "construction")),
    *((f"sec.services.{name}", 1961, 1969, 2) for name in ("venta", "nonventa")),
    ("popdens", 1969, 1969, 1),
)


def test_the_basque_country_is_made_of_catalonia_and_madrid(panels: Path, reference: dict[str, Any]) -> None:
    with (panels / "basque.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["regionname"], int(float(row["year"]))): row for row in csv.DictReader(file)}
    basque = "Basque Country (Pais Vasco)"
    names = [name for name in dict.fromkeys(name for name, _ in rows) if name != basque]

    def known(name: str, column: str, first: int, last: int, every: int) -> float:
        values = [rows[name, year][column] for year in range(first, last + 1, every)]
        return float(np.mean([float(value) for value in values if value]))

    def course(name: str) -> list[float]:
        return [float(rows[name, year]["gdpcap"]) for year in range(1960, 1998)]

    panel = Panel(np.array(course(basque)), np.array(list(map(course, names))), 10)
    own, *theirs = (np.array([known(name, *which) for which in PREDICTORS]) for name in (basque, *names))
    found = predicted_synthetic_control(panel, own, np.array(theirs))
    weights = dict(zip(names, found.weights, strict=True))
    published = reference["basque"]
    assert {name: weights[name] for name in published["weights"]} == pytest.approx(
        published["weights"], abs=0.005
    )
    assert found.gaps[15:].mean() == pytest.approx(published["att_1975_1997"], abs=0.01)
