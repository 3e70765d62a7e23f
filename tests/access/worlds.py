"""The vendor built twice: what all may see, and beside it what was told in confidence, each made by the verbs.

Beside the cast there are Sun, who sells to 云启科技 and not to 鲁班建材, and the engineers of `tests.dispatch.ordered`: the
confidential order goes to the network team (Wang), so for the storage team (Zhang, Lei) it must not be there.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from proxeny.accounts.models import Account, Talk, TalkPoint
from proxeny.accounts.talks import noting, saying
from proxeny.cases import attaching, relating, splitting, waiting, writing
from proxeny.cases.models import Audience, Case
from proxeny.cases.opening import Opening, open_case
from proxeny.cases.writing import Writing
from proxeny.core.money import Money
from proxeny.demand import asking, linking, recording, tying
from proxeny.demand.models import Defect, Request
from proxeny.desk import drafting
from proxeny.dispatch import sending
from proxeny.dispatch.models import Order
from proxeny.identity import adding
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.promises import promising
from proxeny.promises.concessions import conceding, limiting
from proxeny.promises.models import Concession, Promise
from tests.cast import PASSWORD, SETTING_UP, Cast
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

SECRETS = ("销售乱许诺", "对方总监要换掉我们", "私下答应的免费扩容", "悄悄导出的审计口令", "quietpromise")
"""Words that stand only in what was told in confidence; they name no customer."""
TEXT = "\n".join(SECRETS)


@dataclass(frozen=True)
class Vendor:
    """What all may see, as far as their rights go."""

    vendor: Cast
    works: Works
    sun: Staff
    case: Case
    in_lins_hands: Case
    yunqis: Case
    star_rivers: Case
    order: Order
    promise: Promise
    concession: Concession
    request: Request
    defect: Defect
    talk: Talk
    point: TalkPoint

    def __getitem__(self, username: str) -> Staff:
        return self.sun if username == "sun" else self.works[username]


def built(vendor: Cast) -> Vendor:
    """Build the vendor without any confidence."""
    works = ordered.works(vendor)
    sun = adding.add_staff("sun", "孙宁", by=SETTING_UP, password=PASSWORD, roles=[Role.SALES])
    Account.objects.filter(pk=vendor.yunqi.pk).update(sales=sun)
    vendor.yunqi.refresh_from_db()
    zhou, lin = vendor.actor("zhou"), vendor.actor("lin")
    case = works.case
    writing.write(case, Writing(Audience.CUSTOMER, "我们在查导出"), by=zhou)
    writing.write(case, Writing(Audience.NOTE, "先看日志"), by=zhou)
    writing.write(case, Writing(Audience.SALES, "导出的事在查"), by=zhou)
    waiting.wait(case, why="请把日志发来", by=zhou)
    in_lins_hands = open_case(
        vendor.luban, Opening(text="报表权限打不开", title="报表权限", owner=vendor["lin"]), by=zhou
    )
    yunqis = open_case(vendor.yunqi, Opening(text="云上登录慢", title="登录慢"), by=lin)
    star_rivers = open_case(vendor.star_river, Opening(text="运单对不上", title="运单对不上"), by=zhou)
    order = ordered.order(works)
    sending.send(yunqis, team=works.network, wanted="看看线路", by=lin)
    limiting.set_limit(Role.SPOKESPERSON, "CNY", Money.of(100_000, "CNY"), by=vendor.actor("tang"))
    defect = fixing_defect(case, vendor)
    talk = noting.note(vendor.luban, held_on=date(2026, 11, 20), by=vendor.actor("pan"))
    point = saying.say(talk, TalkPoint.Kind.PROMISE, "年底前给他们加两台机器", by=vendor.actor("pan"))
    return Vendor(
        vendor, works, sun, case, in_lins_hands, yunqis, star_rivers, order,
        promise=promise(vendor, vendor.luban, "下月给出导出方案"),
        concession=concession(vendor, vendor.luban, "多给一个月试用"),
        request=request(vendor, case, "夜里自动导出"),
        defect=defect, talk=talk, point=point,
    )  # fmt: skip


def fixing_defect(case: Case, vendor: Cast) -> Defect:
    """Note a defect and link the open case to it."""
    found = recording.open_defect(title="导出 50 万行超时", symptom="等很久后超时", by=vendor.actor("he"))
    linking.link(found, case, by=vendor.actor("zhou"))
    return found


def promise(vendor: Cast, account: Account, what: str, **more: object) -> Promise:
    """Note a promise of Zhang, as Zhou."""
    said = {"due_on": date(2026, 12, 20), "by_person": vendor["zhang"], **more}
    return promising.promise(account, what=what, by=vendor.actor("zhou"), **said)


def concession(vendor: Cast, account: Account, what: str, **more: object) -> Concession:
    """Note a concession of a VP, as Zhou."""
    worth = Money.of(60_000, "CNY")
    return conceding.concede(
        account, what=what, worth=worth, by_name="秦副总", by=vendor.actor("zhou"), **more
    )


def request(vendor: Cast, case: Case, what: str) -> Request:
    """Note what the customer of the case needs, as Zhou."""
    said = {"environment": "内网 3.1,80 人", "purpose": "店长早上就能对账"}
    return asking.ask(case.account, what=what, case=case, by=vendor.actor("zhou"), **said)


def confide(at: Vendor, account: Account, among: Case) -> Case:
    """Tell, in confidence and about `account`, one of everything; `among` is an open case of it in which some of it is said."""
    vendor, zhou = at.vendor, at.vendor.actor("zhou")
    case = open_case(
        account,
        Opening(text=TEXT, title=SECRETS[0], product="quietpromise", is_confidential=True),
        by=zhou,
    )
    said = Writing(Audience.NOTE, SECRETS[1], mentions=[vendor["he"].pk])
    writing.write(case, said, by=zhou)
    writing.write(case, Writing(Audience.SALES, SECRETS[2]), by=zhou)
    file = attaching.attach(case, BytesIO(b"quietpromise\n"), "quietpromise.txt", by=zhou)
    writing.write(case, Writing(Audience.CUSTOMER, TEXT, attachments=[file.pk]), by=zhou)
    relating.relate(case, among, by=zhou)
    writing.write(among, Writing(Audience.NOTE, TEXT, is_confidential=True), by=zhou)
    writing.customer_wrote(among, TEXT, name="某某", by=zhou, is_confidential=True)
    beside = attaching.attach(among, BytesIO(b"quietpromise\n"), "quietpromise.txt", by=zhou)
    aside = Writing(
        Audience.CUSTOMER, TEXT, attachments=[beside.pk], waits_for="quietpromise", is_confidential=True
    )
    writing.write(among, aside, by=zhou)
    apart = writing.customer_wrote(among, SECRETS[3], name="某某", by=zhou, is_confidential=True)
    moved = splitting.split(among, [apart.pk], title=SECRETS[3], by=zhou)
    # Answered, and left to the customer, so that it is no matter of today: matters are numbered, too.
    writing.write(moved, Writing(Audience.CUSTOMER, SECRETS[1], waits_for=SECRETS[1]), by=zhou)
    sending.send(case, team=at.works.network, wanted=SECRETS[3], by=zhou)
    owed = promise(vendor, account, SECRETS[2], in_confidence=True, source=str(case.record))
    tying.tie_promise(owed, among, by=zhou)
    promise(vendor, account, SECRETS[0], in_confidence=True, noticed_by_customer=True, made_in="sales")
    concession(vendor, account, SECRETS[2], in_confidence=True, source=str(case.record))
    tying.tie_request(request(vendor, case, SECRETS[4]), among, by=zhou)
    linking.link(at.defect, case, by=zhou)
    drafting.keep(zhou, f"message:case:{case.number}", {"text": TEXT})
    return case


def go_on(at: Vendor) -> None:
    """Do some more of what all may see, so that whatever takes a number takes it behind what was told in confidence."""
    vendor, zhou = at.vendor, at.vendor.actor("zhou")
    case = open_case(vendor.luban, Opening(text="看板打不开", title="看板打不开"), by=zhou)
    writing.write(case, Writing(Audience.CUSTOMER, "收到,在查"), by=zhou)
    sending.send(case, team=at.works.storage, wanted="看板为什么打不开", by=zhou)
    sending.send(case, team=at.works.network, wanted="线路通不通", by=zhou)
    promise(vendor, vendor.luban, "看板明天打开")
    concession(vendor, vendor.luban, "看板多给一个月")
    request(vendor, case, "看板自己刷新")
    linking.link(at.defect, case, by=zhou)
