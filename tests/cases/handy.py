"""Short ways to a case and to what was said in it, for the tests of this package."""

from proxeny.accounts.models import Account
from proxeny.cases import opening, writing
from proxeny.cases.models import Audience, Case, Message
from proxeny.cases.opening import Opening
from proxeny.cases.writing import Writing
from proxeny.ledger.models import Entry
from tests.cast import Cast

OUTSIDERS = ("lin", "pan", "tang", "xu", "zhang", "shen", "nobody")
"""Those who can change nothing of 鲁班建材: Lin speaks for another, Tang and Shen only read."""


def opened(
    vendor: Cast, text: str = "导出的账单对不上", *, account: Account | None = None, **more: object
) -> Case:
    """Return a case that Zhou opened."""
    return opening.open_case(account or vendor.luban, Opening(text=text, **more), by=vendor.actor("zhou"))


def said(case: Case, vendor: Cast, text: str, audience: Audience = Audience.CUSTOMER) -> Message:
    """Return what Zhou wrote in the case, long enough ago to have left."""
    message = writing.write(case, Writing(audience, text), by=vendor.actor("zhou"))
    Message.objects.filter(pk=message.pk).update(leaves_at=message.at)
    return Message.objects.get(pk=message.pk)


def again(case: Case) -> Case:
    """Return the case as it stands now."""
    return Case.objects.get(pk=case.pk)


def lines() -> int:
    """Return how many lines the ledger has."""
    return Entry.objects.count()
