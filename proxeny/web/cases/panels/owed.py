"""What is owed to the customer of the case, and what it was given: promises and concessions, beside the conversation."""

from typing import Any

from proxeny.core import clock
from proxeny.identity.roles import Area, may
from proxeny.promises import access as promises
from proxeny.promises.concessions import access as concessions
from proxeny.promises.concessions.standing import State as Given
from proxeny.promises.concessions.standing import state_of
from proxeny.promises.standing import State, standing_of
from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader

SHOWN = 5


@panel(70, "owed", "promises/_beside_case.html", later=True)
def owed(reader: Reader) -> dict[str, Any]:
    """Show what is owed and what was given to who may read that of the customer; others get an empty place."""
    actor, account = reader.actor, reader.case.account
    if not may(actor, Area.DOSSIER):
        return {}
    today = clock.today()
    standing = standing_of(account, today, seen_by=actor)
    settled = (State.KEPT, State.KEPT_LATE, State.WITHDRAWN)
    rows = [(one, state) for one, state in standing.promises if state not in settled]
    given = concessions.concessions(actor).filter(account=account).select_related("by_person")
    holding = [
        (one, state) for one in given if (state := state_of(one, today)) in (Given.UNAPPROVED, Given.APPROVED)
    ]
    return {
        "is_shown": True,
        "promises": rows[:SHOWN],
        "more_promises": max(0, len(rows) - SHOWN),
        "concessions": holding[:SHOWN],
        "more_concessions": max(0, len(holding) - SHOWN),
        "may_promise": promises.may_note(actor, account),
        "may_concede": concessions.may_note(actor, account),
        "source": str(reader.case.record),
    }
