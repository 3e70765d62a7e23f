"""Choosing which kinds of notices one wants, and when."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.notices import kinds
from proxeny.notices.models import Choice


def ways_of(actor: Actor) -> dict[str, Choice.Way]:
    """Return for each kind how the actor wants it: as chosen, else as is usual for the kind."""
    chosen = _chosen([actor.staff_id] if actor.staff_id else [])
    return {kind.name: chosen.get((actor.staff_id, kind.name), kind.way) for kind in kinds.registered()}


def ways_for(kind: kinds.NoticeKind, people: Iterable[int]) -> dict[int, Choice.Way]:
    """Return how each of these people wants the kind, in one query."""
    numbers = list(people)
    chosen = _chosen(numbers, kind.name)
    return {number: chosen.get((number, kind.name), kind.way) for number in numbers}


def choose(ways: Mapping[str, Choice.Way], *, actor: Actor) -> None:
    """Keep how the actor wants these kinds from now on; kinds that nobody knows are passed over.

    What lies in the inbox already stays there.
    """
    if actor.staff_id is None:
        raise ValueError("only a colleague has an inbox")
    with transaction.atomic():
        for name, way in ways.items():
            if kinds.kind_of(name):
                Choice.objects.update_or_create(
                    staff_id=actor.staff_id, kind=name, defaults={"way": Choice.Way(way)}
                )


def _chosen(people: list[int], kind: str = "") -> dict[tuple[int | None, str], Choice.Way]:
    if len(people) == 1 and kind:
        found = _CHOSEN(people[0], kind)
    else:
        rows = Choice.objects.filter(staff__in=people)
        found = list((rows.filter(kind=kind) if kind else rows).values_list("staff_id", "kind", "way"))
    return {(staff, name): Choice.Way(way) for staff, name, way in found}


_CHOSEN = Phrased(
    lambda staff, kind: Choice.objects.filter(staff=staff, kind=kind).values_list("staff_id", "kind", "way")
)
