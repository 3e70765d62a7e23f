"""What a generous colleague gave away, what sales heard and did not pass on, and a request that three have weighed."""

from datetime import date, timedelta

from proxeny.accounts.models import Account, Talk, TalkPoint
from proxeny.accounts.talks import noting as talking
from proxeny.accounts.talks import saying
from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.demand import expecting, voicing
from proxeny.demand.models import Request, Voice
from proxeny.demo.naming import colleague
from proxeny.demo.remembered import NEED
from proxeny.identity.roles import Role
from proxeny.promises.concessions import conceding, limiting
from proxeny.promises.models import Concession, ConcessionLimit

GIVEN = "明年免费加 20 台云主机，用到年底"
LIMITS = ((Role.SPOKESPERSON, 20), (Role.LEAD, 80), (Role.SALES, 30))
"""How much each may give a customer in a year, in thousands of yuan."""
TALKS = (
    ("YT-1007", 8, "框架价第二轮", ""),
    ("YT-1006", 3, "开年新店计划", "年后开 40 家新店，收银要同一天上线"),
)
"""customer | days ago | about what | what was passed on"""


def give_away(today: date) -> None:
    """Note it all, each unless it is there."""
    owner = colleague("shen")
    if owner is None:
        return
    for role, thousands in LIMITS:
        if not ConcessionLimit.objects.filter(role=role).exists():
            limiting.set_limit(role, "CNY", Money.of(thousands * 1000, "CNY"), by=owner.actor)
    _concession(today)
    _talks(today)
    _voices(today)


def _concession(today: date) -> None:
    """The vice president gives 20 machines away in a call; the customer's spokesperson hears of it and notes it."""
    account = _account("YT-1012")
    if account is None or account.spokesperson is None or Concession.objects.filter(what=GIVEN).exists():
        return
    with clock.on(today - timedelta(days=2)):
        conceding.concede(
            account,
            what=GIVEN,
            worth=Money.of(168_000, "CNY"),
            until=date(today.year + 1, 12, 31),
            made_in=Concession.MadeIn.CALL,
            by_person=colleague("fang"),
            to_name="牧仁",
            by=account.spokesperson.actor,
        )


def _talks(today: date) -> None:
    """One talk was passed on the same day; of another, a week ago, nothing has come."""
    for reference, days, subject, said in TALKS:
        account = _account(reference)
        if (
            account is None
            or account.sales is None
            or Talk.objects.filter(account=account, subject=subject).exists()
        ):
            continue
        with clock.on(today - timedelta(days=days)):
            talk = talking.note(account, held_on=clock.today(), subject=subject, by=account.sales.actor)
            if said:
                saying.say(talk, TalkPoint.Kind.PLAN, said, by=account.sales.actor)


def _voices(today: date) -> None:
    """Sales and the customer have said what they think of the request; product has not."""
    request = (
        Request.objects.select_related("account__sales", "account__spokesperson").filter(what=NEED).first()
    )
    if request is None or request.voices.exists():
        return
    account = request.account
    with clock.on(today - timedelta(days=20)):
        if account.sales:
            words = "三个连锁客户都问过，做了能带动续约"
            voicing.speak(request, Voice.Of.SALES, Voice.Stand.FOR, words, by=account.sales.actor)
        if account.spokesperson:
            words = "店长早上没有时间守着导出，宁可晚十分钟也要自动发到"
            voicing.speak(request, Voice.Of.CUSTOMER, Voice.Stand.FOR, words, by=account.spokesperson.actor)
            day = today + timedelta(days=120)
            expecting.expect(
                request,
                measure="每天自动收到报表的门店",
                how_many=60,
                by_day=day,
                by=account.spokesperson.actor,
            )


def _account(reference: str) -> Account | None:
    return Account.objects.select_related("spokesperson", "sales").filter(reference=reference).first()
