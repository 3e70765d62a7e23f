"""Watching a case: hearing of it without having it in hand.

Whom a colleague wants to hear of is a piece of their own desk and no evidence: nothing of it goes on record. Notices ask
again whether the watcher may still see the case.
"""

from proxeny.cases import access
from proxeny.cases.guarding import person
from proxeny.cases.models import Case, Watch
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff


def watch(case: Case, *, by: Actor) -> Watch:
    """Hear of the case from now on; again changes nothing. Raises NotFound for whoever may not read all of it."""
    row, _is_new = Watch.objects.get_or_create(
        case=_inside(case, by), staff_id=person(by), defaults={"at": clock.now()}
    )
    return row


def unwatch(case: Case, *, by: Actor) -> bool:
    """Hear of the case no more; tell whether it was watched."""
    gone, _rows = Watch.objects.filter(case=_inside(case, by), staff=person(by)).delete()
    return bool(gone)


def watches(case: Case, actor: Actor) -> bool:
    """Tell whether the actor watches the case."""
    return bool(_WATCHED(case.pk, actor.staff_id or 0))


_WATCHED = Phrased(
    lambda case, staff: Watch.objects.filter(case=case, staff=staff).values_list("pk", flat=True)[:1]
)


def watchers(case: Case) -> list[Staff]:
    """Return who watches the case, by name, of those who are still here."""
    rows = Watch.objects.select_related("staff").filter(case=case, staff__is_active=True)
    return [row.staff for row in rows.order_by("staff__name")]


def _inside(case: Case, by: Actor) -> Case:
    found = access.case_for(by, case.number)
    if not access.sees_inside(by, found):
        raise NotFound(str(case.record))
    return found
