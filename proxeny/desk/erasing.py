"""What lies on people's desks of somebody who is erased: drafts, saved views, where they were."""

from collections.abc import Collection
from itertools import pairwise

from proxeny.core.erasing import OURS, REFERENCE, Held
from proxeny.core.sentences import N_
from proxeny.desk.models import Draft, Presence, SavedView, Visit

DRAFTS, RECENTS = N_("drafts"), N_("recently opened")
PARENTS = ("account", "case")
"""`contact:account:4` is a form for a new contact of the account 4, and about no contact."""

HELD = (
    Held(Draft, kind=DRAFTS, lists=("content",), never={"key": REFERENCE}),
    Held(Presence, never={"about": REFERENCE}),
    Held(
        SavedView,
        kind=N_("saved views"),
        texts=("name", "query"),
        distinct=("name",),
        never={"listing": OURS},
    ),
    Held(Visit, never={"about": REFERENCE}),
)


def drafts_about(references: Collection[str]) -> set[int]:
    """Return the drafts of forms about these: their keys name them, `judge:matter:12`, `case-view:7:boss`."""
    wanted = set(references)
    keys = Draft.objects.values_list("pk", "key")
    return {number for number, key in keys if wanted & _named_in(key)} if wanted else set()


def visits_to(references: Collection[str]) -> set[int]:
    """Return where colleagues have these among what they opened lately."""
    return set(Visit.objects.filter(about__in=references).values_list("pk", flat=True))


def forget(drafts: Collection[int], visits: Collection[int], references: Collection[str]) -> None:
    """Remove these drafts and visits, and that anybody looks at any of these."""
    Draft.objects.filter(pk__in=drafts).delete()
    Visit.objects.filter(pk__in=visits).delete()
    Presence.objects.filter(about__in=references).delete()


def _named_in(key: str) -> set[str]:
    """The references that a draft's key may mean; `case-view:7:boss` is about `case:7`, `promise:kept:3` about `promise:3`."""
    parts = key.split(":")
    named = {f"{kind.partition('-')[0]}:{number}" for kind, number in pairwise(parts) if number.isdigit()}
    if len(parts) == 3 and parts[2].isdigit() and parts[1] not in PARENTS:
        named.add(f"{parts[0]}:{parts[2]}")
    return named
