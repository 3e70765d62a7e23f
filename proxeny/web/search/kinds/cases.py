"""Cases, with what was written in them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.cases import access, texts
from proxeny.cases.models import Case, State
from proxeny.core.actors import Actor
from proxeny.web.quick import address
from proxeny.web.search.kinds.kind import Kind, Line
from proxeny.web.search.kinds.reading import ByNumbers


class Shown(NamedTuple):
    """What a line shows of a case; of moments only whether there are any."""

    row: int
    number: int
    title: str
    state: str
    merged_into_id: int | None
    closed_at: Any
    solved_at: Any
    waits_since: Any
    account: str
    owner: str | None


def _phrase(actor: Actor, numbers: Sequence[int]) -> "QuerySet[Case, tuple[Any, ...]]":
    fields = ("pk", "number", "title", "state", "merged_into", "closed_at", "solved_at", "waits_since")
    return (
        access.cases(actor)
        .filter(pk__in=numbers)
        .order_by()
        .values_list(*fields, "account__name", "owner__name")
    )


_cases = ByNumbers(_phrase)


def load(actor: Actor, numbers: Collection[int]) -> Mapping[int, Line]:
    """Return those of the cases that the actor may read."""
    return {case.row: _line(case) for case in map(Shown._make, _cases(actor, numbers))}


def status(case: Shown) -> tuple[str, str]:
    """Return a shape and a word for how the case stands."""
    if case.merged_into_id is not None:
        return "is-off", _("part of another case")
    if case.closed_at is not None:
        return "is-off", _("closed")
    if case.solved_at is not None:
        return "is-good", _("solved")
    if case.waits_since is not None:
        return "is-busy", _("waits for the customer")
    state = "is-good" if case.state == State.SOLUTION else "is-watch"
    return state, str(State(case.state).label)


def _line(case: Shown) -> Line:
    return Line(
        href=address("case", case.number),
        title=f"{case.number} {case.title}",
        facts=tuple(filter(None, (case.account, case.owner))),
        status=status(case),
        is_gone=case.closed_at is not None or case.merged_into_id is not None,
        number=case.number,
    )


CASES = Kind(
    "case",
    gettext_lazy("Cases"),
    "cases",
    ("case", "事件单", "cases", "工单", "案例"),
    texts.findable,
    load,
    parts=("message", "case-inside"),
    is_steady=False,
)
