"""Cases, with what was written in them."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.cases import access, texts
from proxeny.cases.models import Case, State
from proxeny.core.actors import Actor
from proxeny.web.quick import address
from proxeny.web.search.kinds.kind import Kind, Line

READ = (
    "number",
    "title",
    "state",
    "merged_into",
    "closed_at",
    "solved_at",
    "waits_since",
    "account__name",
    "owner__name",
)


def load(actor: Actor, numbers: Collection[int]) -> Mapping[int, Line]:
    """Return those of the cases that the actor may read."""
    found = access.cases(actor).filter(pk__in=numbers).select_related("account", "owner").only(*READ)
    return {case.pk: _line(case) for case in found}


def status(case: Case) -> tuple[str, str]:
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


def _line(case: Case) -> Line:
    owner = case.owner.name if case.owner else ""
    return Line(
        href=address("case", case.number),
        title=f"{case.number} {case.title}",
        facts=tuple(filter(None, (case.account.name, owner))),
        status=status(case),
        is_gone=not case.is_open,
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
)
