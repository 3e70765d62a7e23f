"""What the ledger says about one customer."""

from proxeny.accounts.models import Account
from proxeny.identity.roles import Area
from proxeny.ledger import kinds, reading
from proxeny.web.accounts.seeing import Sight
from proxeny.web.ledger.sentences import Said, said

MOST = 20


def said_of(account: Account, sight: Sight) -> list[Said]:
    """Return the newest lines the reader may see, as sentences.

    Those about judgements and the inside of cases only where judgements are open.
    """
    if not sight.record:
        return []
    closed = () if sight.whole_record else kinds.of_area(Area.HEALTH) | kinds.of_area(Area.INSIDE)
    return said(reading.about(account.record, most=MOST, without=closed))
