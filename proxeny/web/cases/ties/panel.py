"""What ties a case to others and to people, as its panel shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from proxeny.cases import access, relating, watching
from proxeny.cases.models import Assignment, Case, Merge, Snooze, Split
from proxeny.identity.models import Staff
from proxeny.web.cases.reader import Reader

MOST = 30


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of one case, each only as far as the reader may read the other case."""

    parent: Case | None
    children: Sequence[Case]
    related: Sequence[Case]
    merged: Sequence[Merge]
    split_from: Split | None
    split_off: Sequence[Split]
    watchers: Sequence[Staff]
    hands: Sequence[Assignment]
    snooze: Snooze | None

    @property
    def is_tied(self) -> bool:
        """Whether there is any other case."""
        return bool(
            self.parent or self.children or self.related or self.merged or self.split_from or self.split_off
        )


def ties(reader: Reader) -> Ties:
    """Return the ties of the case."""
    case, actor = reader.case, reader.actor
    readable = access.cases(actor)
    parent = readable.filter(pk=case.parent_id).first() if case.parent_id else None
    merges = Merge.objects.select_related("source").filter(
        source__merged_into=case, undone_at=None, source__in=readable
    )
    splits = Split.objects.select_related("source", "target").filter(
        Q(source=case, target__in=readable) | Q(target=case, source__in=readable), undone_at=None
    )
    found = list(splits.order_by("at"))
    return Ties(
        parent=parent,
        children=list(relating.children(case, actor)[:MOST]),
        related=list(relating.related(case, actor)[:MOST]),
        merged=list(merges.order_by("at")[:MOST]),
        split_from=next((one for one in found if one.target_id == case.pk), None),
        split_off=[one for one in found if one.source_id == case.pk],
        watchers=watching.watchers(case),
        hands=list(reversed(Assignment.objects.filter(case=case).order_by("-began_at", "-pk")[:MOST])),
        snooze=Snooze.objects.select_related("by").filter(case=case, ended_at=None).last()
        if case.snoozed_until
        else None,
    )
