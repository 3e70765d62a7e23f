"""Which customers belong to which: nobody to a stranger, nobody to itself."""

from collections.abc import Mapping, Sequence

from proxeny.accounts.models import Account
from proxeny.intake.rows.shelf import chunks


def known(references: Sequence[str]) -> set[str]:
    """Return those of the references that are customers."""
    found: set[str] = set()
    for chunk in chunks(references):
        found.update(Account.objects.filter(reference__in=chunk).values_list("reference", flat=True))
    return found


def standing() -> dict[str, str]:
    """Return the parent of each customer that has one, both by reference."""
    return dict(Account.objects.exclude(parent=None).values_list("reference", "parent__reference"))


def in_circles(parents: Mapping[str, str | None]) -> set[str]:
    """Return those who, through their parents, belong to themselves; each is walked once."""
    walked: set[str] = set()
    circles: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in walked and at not in path:
            path[at] = None
            at = parents.get(at)
        if at is not None and at in path:
            names = list(path)
            circles.update(names[names.index(at) :])
        walked.update(path)
    return circles
