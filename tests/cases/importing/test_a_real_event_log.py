"""A real log of a hundred thousand rows, counted a second time by other means; skipped where it is not at hand."""

from pathlib import Path

import polars as pl
import pytest

from tests.cases.importing.telling import read, wrong

LOG = "incident_log_uci/incident_event_log_shared.csv.gz"


@pytest.fixture
def path(public_data: Path) -> Path:
    if not (public_data / LOG).is_file():
        pytest.skip(f"{LOG} is not among the public data sets here")
    return public_data / LOG


def counted(path: Path) -> dict[str, int]:
    """Hand-overs, returns and reopenings as columns tell them, the rows of each incident being in order."""
    rows = pl.read_csv(path, infer_schema_length=0)
    known = rows.filter(pl.col("assignment_group") != "?")
    runs = known.with_columns(before=pl.col("assignment_group").shift(1).over("number")).filter(
        pl.col("before").is_null() | (pl.col("before") != pl.col("assignment_group"))
    )
    times = runs.with_columns(time=pl.int_range(pl.len()).over(["number", "assignment_group"]))
    reopens = rows.group_by("number").agg(pl.col("reopen_count").cast(pl.Int64).max())
    return {
        "cases": rows["number"].n_unique(),
        "handovers": runs.height - runs["number"].n_unique(),
        "returns": times.filter(pl.col("time") > 0).height,
        "reopens": int(reopens["reopen_count"].sum()),
        "bad": rows.filter(pl.col("incident_state") == "-100").height,
        "rows": rows.height,
    }


def test_a_real_log_gives_the_figures_that_polars_gives(path: Path) -> None:
    expected = counted(path)
    cases, file = read(path, preset="servicenow")
    found = {
        "cases": len(cases),
        "handovers": sum(case.handovers for case in cases),
        "returns": sum(case.returns for case in cases),
        "reopens": sum(case.reopens for case in cases),
        "bad": len(wrong(file)),
        "rows": sum(case.events for case in cases) + len(wrong(file)),
    }
    assert found == expected
    assert {column for _row, column, _reason in wrong(file)} == {"incident_state"}
    assert sum(case.left_out for case in cases) == expected["bad"]
