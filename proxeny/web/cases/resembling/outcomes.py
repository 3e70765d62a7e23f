"""What became of something, in one line: how it was solved, which path stands, how to get around it, when it is due."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from proxeny.cases.models import Proposal, Solution
from proxeny.demand.models import Defect, Request


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: a word for it and what was said."""

    word: str
    text: str = ""


def outcomes(kind: str, numbers: Collection[int]) -> Mapping[int, Outcome]:
    """Return what became of things that the reader may see; nothing of those of which nothing is known."""
    of_kind = _OF.get(kind)
    return of_kind(numbers) if of_kind else {}


def _of_cases(numbers: Collection[int]) -> dict[int, Outcome]:
    standing = Proposal.objects.filter(case__in=numbers, ended_at=None).order_by("pk")
    found = {one.case_id: Outcome(str(one.get_sort_display()), one.text) for one in standing}
    solved = Solution.objects.filter(case__in=numbers, reopened_at=None).order_by("at")
    found.update((one.case_id, Outcome(_("solved by"), one.how)) for one in solved)
    return found


def _of_defects(numbers: Collection[int]) -> dict[int, Outcome]:
    return {one.pk: _of_defect(one) for one in Defect.objects.filter(pk__in=numbers)}


def _of_defect(defect: Defect) -> Outcome:
    if defect.state == Defect.State.OPEN:
        if defect.workaround:
            return Outcome(_("way around it"), defect.workaround)
        return Outcome(_("no way around it is known"))
    return Outcome(str(defect.get_state_display()), defect.settled_with)


def _of_requests(numbers: Collection[int]) -> dict[int, Outcome]:
    settled = Request.objects.filter(pk__in=numbers).exclude(settled_with="")
    return {one.pk: Outcome(str(one.get_state_display()), one.settled_with) for one in settled}


_OF: dict[str, Callable[[Collection[int]], dict[int, Outcome]]] = {
    "case": _of_cases,
    "defect": _of_defects,
    "request": _of_requests,
}
