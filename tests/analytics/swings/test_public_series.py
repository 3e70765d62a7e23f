import json
import os
from pathlib import Path

import numpy as np
import pytest

from proxeny.analytics.swings import change_points
from proxeny.analytics.swings.scoring import covering, f_measure

pytestmark = pytest.mark.data


@pytest.fixture
def tcpd() -> Path:
    root = os.environ.get("PROXENY_TEST_DATA")
    if not root or not (Path(root) / "tcpd").is_dir():
        pytest.skip("PROXENY_TEST_DATA names no folder with tcpd in it")
    return Path(root) / "tcpd"


def test_change_points_agree_with_people_on_the_turing_series(tcpd):
    annotations = json.loads((tcpd / "annotations.json").read_text())
    scores = []
    for name, marked in annotations.items():
        series = json.loads((tcpd / f"{name}.json").read_text())["series"]
        values = np.array([dimension["raw"] for dimension in series], dtype=float).T
        points = change_points(values)
        scores.append((f_measure(marked, points), covering(marked, points, len(values))))
    f1, cover = np.mean(scores, axis=0)
    assert f1 >= 0.79
    assert cover >= 0.72
