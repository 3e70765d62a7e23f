"""The text by which a promise is found, and who finds it."""

from django.db.models import Q

from proxeny.accounts import access
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.promises.models import Promise
from proxeny.search import keeping
from proxeny.search.keeping import Text


def keep(promise: Promise) -> None:
    """Keep the text of a promise as it is now; one that was withdrawn is not found any more."""
    if promise.withdrawn_at is not None:
        keeping.drop(promise.record)
        return
    words = [promise.promiser, promise.hearer, promise.proof]
    words += [one.word for one in promise.moves.filter(taken_back_at=None)]
    keeping.put(
        Text(
            about=promise.record,
            within=promise.record,
            area=Area.CONFIDENTIAL if promise.in_confidence else Area.DOSSIER,
            at=promise.recorded_at,
            title=promise.what,
            text="\n".join(filter(None, words)),
            account=promise.account_id,
        )
    )


def findable(actor: Actor) -> Q:
    """Return which texts of promises the actor may find, as a condition on `search.models.Document`."""
    found = Q(pk=None)
    for area in (Area.DOSSIER, Area.CONFIDENTIAL):
        found |= Q(area=area, account__in=access.accounts(actor, area).values("pk"))
    return found & Q(kind="promise")
