"""How it stands with the record by itself: what verifying by schedule found last, and whether heads of it get out."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, Reach, right
from proxeny.ledger import rounds
from proxeny.ledger.checking.saying import kind_of
from proxeny.ledger.standing import standings

WAYS: Mapping[str, Promise | str] = {
    "mail": _("by mail to"),
    "file": _("to the file"),
    "git": _("to the git checkout"),
    "rfc3161": _("to the time-stamping authority"),
}
PATHS = {"file", "git"}


def standing(actor: Actor) -> dict[str, Any] | None:
    """Return what the ledger page shows of it to those who may read the whole ledger; nothing for others."""
    if right(actor, Area.LEDGER).read is not Reach.ALL:
        return None
    whole, new = rounds.last(is_whole=True), rounds.last(is_whole=False)
    known = standings()
    places = [
        # Where exactly on this machine is nobody's business who does not run it.
        {"way": WAYS[one.anchor], "to": PurePath(one.to).name if one.anchor in PATHS else one.to, "at": one}
        for one in known
    ]
    is_well = all(one is None or one.holds for one in (whole, new)) and not any(
        one.failing_since for one in known
    )
    broken = next((one for one in (whole, new) if one is not None and not one.holds), None)
    words = kind_of(broken.break_kind, gettext) if broken else ""
    return {"whole": whole, "new": new, "places": places, "is_well": is_well, "broken": words}
