"""What the ledger says about one customer."""

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.ledger import kinds, reading
from proxeny.ledger.reading import Line
from proxeny.web.accounts.seeing import Sight
from proxeny.web.ledger import confided
from proxeny.web.ledger.sentences import Said, said

MOST = 20


def said_of(account: Account, sight: Sight, actor: Actor) -> list[Said]:
    """Return the newest lines the reader may see, as sentences.

    Those about judgements and the inside of cases only where judgements are open, none of a case that became confidential.
    """
    if not sight.record:
        return []
    closed = () if sight.whole_record else kinds.of_area(Area.HEALTH) | kinds.of_area(Area.INSIDE)

    def load(before: int | None) -> list[Line]:
        return reading.about(account.record, most=MOST, before=before, without=closed)

    return said(confided.shown(actor, load, MOST))
