"""Which other cases may be meant."""

from proxeny.cases import access
from proxeny.cases.models import Case
from proxeny.cases.models.places import ENDED
from proxeny.web.cases.reader import Reader

MOST = 8


def of_same_customer(reader: Reader) -> list[Case]:
    """Return some open cases of the same customer that the reader may change, those that are due next first."""
    case = reader.case
    found = access.cases(reader.actor, write=True).filter(
        account=case.account_id, place__lt=ENDED, is_confidential=case.is_confidential
    )
    return list(found.exclude(pk=case.pk).order_by("place", "pk").only("number", "title")[:MOST])
