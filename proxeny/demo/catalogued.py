"""What the vendor sells, in parts, and which team is asked for what; one part belongs to nobody."""

from datetime import date, timedelta

from proxeny.catalogue import keeping_hours, modules, owning, products, turns
from proxeny.catalogue.models import Module, Ownership, Product, Rota, TeamHours
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff, Team

# product | module | provides | editions | days to adopt | risk | team | symptoms
_TABLE = """
云存储 | 对象存储 | 存文件、存录像 | 标准版、企业版 | 3 | low | 存储组 | 写入失败、读不出、容量
云存储 | 数据库 | 存交易、夜间备份 | 标准版、企业版 | 10 | middle | 存储组 | 慢查询、备份失败、磁盘写满
云计算 | 云主机 | 跑业务系统、夜里自动扩容 | 标准版、企业版 | 5 | middle | 计算组 | 重启、卡死、扩容失败
云计算 | 网络 | 专线接入、跨机房互通 | 企业版 | 15 | middle | 网络组 | 丢包、连不上、带宽、403
数据中台 | 报表 | 自动汇总、按角色看数 | 标准版、企业版 | 8 | middle | 应用研发组 | 对不上、打不开、转圈
数据中台 | 导出 | 导出明细 | 标准版、企业版 | 1 | low | 应用研发组 | 导出超时、乱码、缺列
数据中台 | 数据接口 | 接入外部数据、推送到其他系统 | 企业版 | 20 | high | 应用研发组 | 同步晚、接口报错
收银 | 收款 | 扫码收款、改价 | 标准版 | 1 | low | 应用研发组 | 收不了款、改价
知识库 | 编辑 | 写文档、表格 | 标准版、企业版 | 2 | low | 应用研发组 | 表格、合并单元格
通信 | 短信 | 发通知 | 标准版、企业版 | 1 | low |  | 收不到、延迟
"""
NEEDS = {"数据接口": ("报表",)}
ROUND_THE_CLOCK = ("存储组", "网络组")


def catalogue(today: date, by: Actor) -> None:
    """Note it, each part unless it is there."""
    for line in _TABLE.strip().splitlines():
        product, module, provides, editions, days, risk, team, symptoms = (
            one.strip() for one in line.split(" | ")
        )
        sold = Product.objects.filter(name=product).first() or products.add(name=product, by=by)
        if Module.objects.filter(product=sold, name=module).exists():
            continue
        needs = list(Module.objects.filter(product=sold, name__in=NEEDS.get(module, ())))
        more = {
            "provides": provides,
            "editions": editions,
            "days_to_adopt": days,
            "adoption_risk": risk,
            "needs": needs,
        }
        added = modules.add(sold, name=module, by=by, **more)
        if owner := Team.objects.filter(name=team).first():
            if not Ownership.objects.filter(product=sold, module=None).exists():
                owning.own(sold, team=owner, by=by)
            owning.own(sold, team=owner, module=added, symptoms=symptoms, by=by)
    for owned in {row.team for row in Ownership.objects.select_related("team")}:
        _rota(owned, today, by)


def _rota(team: Team, today: date, by: Actor) -> None:
    people = [one.staff for one in team.memberships.filter(left_at=None).select_related("staff")]
    if people and not Rota.objects.filter(team=team).exists():
        monday = today - timedelta(days=today.weekday())
        order: list[Staff] = sorted(people, key=lambda one: one.username)
        turns.set_rota(team, order, begins_on=monday, by=by)
    if team.name in ROUND_THE_CLOCK and not TeamHours.objects.filter(team=team).exists():
        keeping_hours.set_hours(team, around_the_clock=True, by=by)
