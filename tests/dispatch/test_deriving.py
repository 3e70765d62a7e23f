"""Hand-overs derived from the program's own rows: the hands of cases, the moves of orders, and a real log of an IT company."""

from pathlib import Path

import polars as pl
import pytest

from proxeny.analytics.handovers import Counts
from proxeny.cases.models import Assignment, Case
from proxeny.core import clock
from proxeny.dispatch import deriving, returning, sending, summary
from proxeny.dispatch.models import Order
from tests.cases.importing.telling import bring_in
from tests.cast import Cast, make_account
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

LOG = "incident_log_uci/incident_event_log_shared.csv.gz"


def test_orders_give_what_the_page_of_their_case_says(order: Order, at: Works) -> None:
    ordered.order(at, wanted="另一件")
    for number, (team, who) in enumerate([(at.network, "zhang"), (at.compute, "wang"), (at.storage, "zhao")]):
        seen = 2 * number + 1
        returning.give_back(order, reason="不是我们", believed=team, by=at.actor(who), seen=seen)
        sending.pass_on(order, team=team, by=at.actor("zhou"), seen=seen + 1)
    found = dict(deriving.of_orders().by_matter())
    assert found[order.pk] == Counts(4, 3, 1, 0, 1)
    said = summary.of_case(at.actor("zhou"), at.case).orders
    assert {one.order.pk: one.route.round[:5] for one in said} == found
    assert dict(deriving.of_orders([order.pk]).by_matter()) == {order.pk: found[order.pk]}


def test_cases_are_known_by_team_or_by_the_name_of_another_systems_group(at: Works) -> None:
    hands = [at.storage, "Group 7", None, "Group 7", at.storage, "Group 7"]
    for team in hands:
        Assignment.objects.create(
            case=at.case,
            team=team if isinstance(team, type(at.storage)) else None,
            team_name=team if isinstance(team, str) else "",
            staff=at["zhou"] if team is None else None,
            began_at=clock.now(),
            by="system:test",
        )
    assert dict(deriving.of_cases([at.case.pk]).by_matter()) == {at.case.pk: Counts(4, 3, 2, 2, 0)}


def counted(path: Path) -> dict[str, Counts]:
    """The same of the raw file, by columns: a loop is told by the teams that lie between, not by how far back it goes."""
    rows = pl.read_csv(path, infer_schema_length=0).select("number", team="assignment_group")
    known = rows.filter(pl.col("team") != "?")
    changed = pl.col("team").ne_missing(pl.col("team").shift(1).over("number"))
    runs = known.filter(changed).with_columns(at=pl.int_range(pl.len()).over("number"))
    back = runs.with_columns(since=pl.col("at").shift(1).over("number", "team")).drop_nulls("since")
    between = (
        back.join(runs.select("number", other="team", there="at"), on="number")
        .filter((pl.col("there") > pl.col("since")) & (pl.col("there") < pl.col("at")))
        .group_by("number", "team", "at")
        .agg(others=pl.col("other").n_unique())
    )
    returns = between.group_by("number").agg(
        returns=pl.len(), bounces=(pl.col("others") == 1).sum(), loops=(pl.col("others") > 1).sum()
    )
    whole = (
        rows.select("number")
        .unique()
        .join(runs.group_by("number").agg(runs=pl.len()), on="number", how="left")
    )
    table = whole.join(returns, on="number", how="left").fill_null(0)
    return {
        number: Counts(count, max(count - 1, 0), returned, bounced, looped)
        for number, count, returned, bounced, looped in table.iter_rows()
    }


@pytest.mark.data
def test_every_incident_of_a_real_log_gives_what_polars_gives(public_data: Path, vendor: Cast) -> None:
    if not (public_data / LOG).is_file():
        pytest.skip(f"{LOG} is not among the public data sets here")
    make_account("UNNAMED", "未写客户")
    bring_in(public_data / LOG, "servicenow", create_accounts=True, account="UNNAMED")
    numbers = dict(Case.objects.values_list("pk", "source_reference"))
    nothing = dict.fromkeys(numbers.values(), Counts(0, 0, 0, 0, 0))
    found = {numbers[case]: counts for case, counts in deriving.of_cases().by_matter()}
    expected = counted(public_data / LOG)
    assert len(expected) > 17_000
    assert {**nothing, **found} == expected
