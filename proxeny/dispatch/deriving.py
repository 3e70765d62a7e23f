"""Hand-overs of many matters at once, from the program's own rows: for records of teams and for reports."""

from collections.abc import Iterable

import numpy as np
from django.db.models import QuerySet

from proxeny.analytics.handovers import Handovers, handovers, numbered
from proxeny.cases.models import Assignment, Case
from proxeny.dispatch.models import Move, Order
from proxeny.dispatch.routing import PLACES


def of_cases(cases: QuerySet[Case] | Iterable[int] | None = None) -> Handovers:
    """Return how cases went from team to team, as their hands tell, imported ones among them: by the number of the row.

    All cases where none are named. A team of another system is known by its name; who had a case without a team says nothing.
    """
    rows = Assignment.objects.order_by("case_id", "began_at", "pk")
    if cases is not None:
        rows = rows.filter(case__in=cases)
    found = list(rows.values_list("case_id", "team_id", "team_name"))
    teams = numbered([team if team is not None else name for _case, team, name in found])
    return _in_given_order([case for case, _team, _name in found], teams.tolist())


def of_orders(orders: QuerySet[Order] | Iterable[int] | None = None) -> Handovers:
    """Return the same of orders, as their moves tell: by the number of the order, all of them where none are named."""
    rows = Move.objects.filter(kind__in=PLACES).order_by("order_id", "number")
    if orders is not None:
        rows = rows.filter(order__in=orders)
    found = list(rows.values_list("order_id", "to_team_id"))
    return _in_given_order([order for order, _team in found], [team for _order, team in found])


def _in_given_order(matters: list[int], teams: list[int]) -> Handovers:
    return handovers(
        np.array(matters, dtype=np.int64),
        np.arange(len(matters)),
        np.array(teams, dtype=np.int64),
    )
