"""What is known already when three customers complain of the same export: a defect, a request, a promise; and an article."""

from datetime import date, timedelta

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import asking, recording
from proxeny.demand.models import Defect, Request
from proxeny.knowledge import drafting, publishing
from proxeny.knowledge.models import Article
from proxeny.promises import promising
from proxeny.promises.models import Promise

DEFECT = "大批量导出超过五分钟就断"
NEED = "每天早上自动导出并发到邮箱"
PROMISED = "导出超时修好"
ARTICLE = "导出超时的时候，先按月份分批导"
BODY = """一次导出三十万行以上会在五分钟时被网关断开。

1. 按月份分成几批导
2. 跨月的合计自己再加一遍
3. 急用时由我们在后台替您跑"""


def remember(today: date) -> None:
    """Note them, each unless it is there."""
    writer = _speaks_for("YT-1007")
    if writer is None:
        return
    _defect(today, writer)
    _request(today)
    _promise(today)
    if not Article.objects.filter(title=ARTICLE).exists():
        with clock.on(today - timedelta(days=40)):
            made = drafting.draft(
                title=ARTICLE,
                body=BODY,
                kind=Article.Kind.WORKAROUND,
                by=writer,
            )
            publishing.publish(made, by=writer)


def _defect(today: date, writer: Actor) -> None:
    if Defect.objects.filter(title=DEFECT).exists():
        return
    with clock.on(today - timedelta(days=60)):
        recording.open_defect(
            title=DEFECT,
            product="数据中台",
            symptom="导出运单报表三十万行以上，转圈约五分钟后中断，提示导出超时",
            environment="网页端导出，数据量大",
            workaround="按月份分批导出",
            workaround_risk="跨月的合计要自己再加一遍，容易漏",
            by=writer,
        )


def _request(today: date) -> None:
    speaks = _speaks_for("YT-1006")
    if speaks is None or Request.objects.filter(what=NEED).exists():
        return
    account = Account.objects.get(reference="YT-1006")
    with clock.on(today - timedelta(days=25)):
        asking.ask(
            account,
            what=NEED,
            environment="86 家门店，月底导出报表等着对账，每次都超时",
            purpose="店长早上打开邮箱就能对账，不用守着导出",
            by=speaks,
        )


def _promise(today: date) -> None:
    speaks = _speaks_for("YT-1020")
    if speaks is None or Promise.objects.filter(what=PROMISED).exists():
        return
    account = Account.objects.get(reference="YT-1020")
    due = date(today.year if today.month > 3 else today.year - 1, 3, 31)
    with clock.on(due - timedelta(days=30)):
        promising.promise(
            account,
            what=PROMISED,
            due_on=due,
            made_in=Promise.MadeIn.CALL,
            by_person=account.sales,
            to_name="皓月",
            by=speaks,
        )


def _speaks_for(reference: str) -> Actor | None:
    account = Account.objects.select_related("spokesperson").filter(reference=reference).first()
    return account.spokesperson.actor if account and account.spokesperson else None
