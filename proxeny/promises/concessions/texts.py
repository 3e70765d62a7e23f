"""The text by which a concession is found, and who finds it."""

from django.db.models import Q

from proxeny.accounts.access import accounts
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.promises.models import Concession
from proxeny.search import keeping
from proxeny.search.keeping import Text


def keep(concession: Concession) -> None:
    """Keep the text of a concession as it is now; one that was withdrawn is not found any more."""
    if concession.withdrawn_at is not None:
        keeping.drop(concession.record)
        return
    keeping.put(
        Text(
            about=concession.record,
            within=concession.record,
            area=Area.CONFIDENTIAL if concession.in_confidence else Area.CONCESSIONS,
            at=concession.recorded_at,
            title=concession.what,
            text="\n".join(filter(None, [concession.giver, concession.hearer])),
            account=concession.account_id,
        )
    )


def findable(actor: Actor) -> Q:
    """Return which texts of concessions the actor may find, as a condition on `search.models.Document`."""
    found = Q(pk=None)
    for area in (Area.CONCESSIONS, Area.CONFIDENTIAL):
        found |= Q(area=area, account__in=accounts(actor, area).values("pk"))
    return found & Q(kind="concession")
