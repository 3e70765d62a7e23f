"""What people were told of somebody who is erased."""

from collections.abc import Collection

from proxeny.core.erasing import OURS, REFERENCE, Held
from proxeny.core.sentences import N_
from proxeny.notices.models import Choice, Notice

NOTICES = N_("notices")

HELD = (
    Held(Choice, never={"kind": OURS}),
    Held(
        Notice, kind=NOTICES, texts=("address",), lists=("text", "reason"),
        never={"kind": OURS, "about": REFERENCE, "key": REFERENCE},
    ),
)  # fmt: skip


def notices_of(references: Collection[str]) -> set[int]:
    """Return the notices about these."""
    return set(Notice.objects.filter(about__in=references).values_list("pk", flat=True))


def forget(notices: Collection[int]) -> None:
    """Remove these notices."""
    Notice.objects.filter(pk__in=notices).delete()
