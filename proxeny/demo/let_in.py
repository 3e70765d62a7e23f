"""Looking by exception: one that is long over, and a request that waits for a second person."""

from datetime import date, timedelta

from proxeny.accounts.glass import asking, deciding, ending
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.demo.naming import colleague
from proxeny.identity.models import Admission, Staff

LOOKED = ("YT-1018", 9, 4, "麦青说销售许诺过合同里没有的功能，内审要核对原话")
WAITS = ("YT-1012", 1, 8, "核对明年免费的 20 台云主机是谁、在什么场合答应的")
"""customer | days ago | for how many hours | why"""


def let_in(today: date) -> None:
    """Have the auditor ask for both, and an owner grant the first, each unless it is there."""
    auditor, owner = colleague("gu"), colleague("shen")
    if auditor is None or owner is None:
        return
    _looked(today, auditor, owner)
    _asked(today, auditor, WAITS)


def _looked(today: date, auditor: Staff, owner: Staff) -> None:
    """Granted the same day, ended by the auditor before its time."""
    one = _asked(today, auditor, LOOKED)
    if one is None:
        return
    with clock.on(today - timedelta(days=LOOKED[1])):
        deciding.grant(one, by=owner.actor)
        ending.end(one, by=auditor.actor)


def _asked(today: date, auditor: Staff, what: tuple[str, int, int, str]) -> Admission | None:
    reference, days, hours, reason = what
    account = Account.objects.filter(reference=reference).first()
    if account is None:
        return None
    settled = Admission.objects.filter(account=account.pk, reason=reason).exclude(decision="", ended_at=None)
    if settled.exists():
        return None
    with clock.on(today - timedelta(days=days)):
        return asking.ask(account, reason=reason, hours=hours, by=auditor.actor)
