"""The cases of a usual year: what customers write, what is answered, how it ends. Made with one seed for all days alike."""

import random
import re
from collections.abc import Iterator, Sequence
from datetime import date

from proxeny.cases.models import Audience, Cause, Kind, Proposal, Severity
from proxeny.demo.case_words import Act, CustomerWrites, Learns, Matter, Proposes, Solves, Told, Waits, Writes
from proxeny.demo.usual_orders import usual_order
from proxeny.demo.vendor import Customer, Person

COUNT, DAYS = 90, 300
CUSTOMER = Audience.CUSTOMER

# what the customer writes | severity | kind | cause
# environment | purpose
# first answer
# path
# how it was solved | their word
_MATTERS = """
登录页一直转圈，早上打卡进不去 | 2 | incident | product
网页端，全员 | 8 点前能进系统
收到，我先看您这边的登录日志，10 分钟内回您。
先切到备用登录入口，主入口由平台组修
证书过期，已更换 | 好了，都进来了

怎么把两个部门合并成一个 | 4 | question | organisation
管理后台 | 组织调整后报表按新部门出
可以合并，历史数据会跟过去，我把步骤发您。
按步骤先在测试组织做一遍，再正式合并
已合并，报表按新部门出 | 明白了

月度账单和后台用量对不上 | 2 | defect | data
账单导出，按月 | 财务要按账单入账
我把您那边的账单和后台明细逐日对一遍，今天 17 点前给您差异表。
出逐日差异表，找出差在哪几天
时区口径不一致，已统一并重出账单 | 对上了

手机端看不到审批记录 | 3 | defect | product
手机端，审批流 | 出差时也能批
麻烦发一下手机型号和版本，我同时在这边试。
先用网页版链接批，手机端下个小版本修
新版本已修复 | 能看到了

想要按区域看的报表 | 3 | need | product
标准报表，五个区域 | 区域经理自己看，不再找总部要
您先说说区域经理拿到它要做什么决定，我来想怎么出。
先用筛选做一张区域视图，看够不够用
区域视图已建好，够用 | 先这么用着

批量导入提示格式不对 | 3 | question | process
Excel 导入，2000 行 | 一次录完新品
把文件发我，我逐行看是哪一列。
我改好模板并标出三处错
模板改好，导入成功 | 谢谢，导进去了

接口突然返回 403 | 1 | incident | process
生产环境接口 | 下游订单不能断
看到了，您那边凌晨换过密钥吗？我先给一个临时白名单。
临时放行，今天内换成新密钥
旧密钥被停用，已换新并补了到期提醒 | 恢复了

新来的同事不会用 | 4 | question | organisation
客服团队，12 人 | 新人一周能上手
我约个 40 分钟的线上课，录下来给您。
周四线上课，并留下录屏
已上课，录屏已发 | 同事说讲得清楚

打印小票缺最后一行 | 3 | defect | product
门店收银，80 毫米打印机 | 顾客要看得到实付金额
请拍一张小票给我，我对一下模板。
先换用旧模板，缺行由研发修
模板修好并已下发 | 打出来了

要签等保的材料 | 4 | change | organisation
年度测评 | 下个月测评要交
材料清单我现在发您，缺的我去要。
三天内凑齐材料
材料已交 | 收到

数据同步晚了两个小时 | 2 | incident | data
夜间同步，三个库 | 早会前数据要齐
正在看，先把昨晚的补上，再说为什么。
先补数，再给同步加一道提醒
磁盘写满，已扩并加提醒 | 今天准了

想把历史附件迁走 | 4 | change | process
对象存储，6 TB | 省一半存储费
迁走可以，先看哪些还在被引用。
分三批迁，每批后核对一次
已迁完，引用正常 | 好的
"""


def usual_cases(customers: Sequence[Customer], people: Sequence[Person], today: date) -> Iterator[Told]:
    """Return the cases, the oldest first; the younger they are, the more of them are still under way."""
    chance = random.Random(today.year)  # noqa: S311  (a made-up year, not a secret)
    matters = [tuple(re.split(r" \| |\n", matter)) for matter in _MATTERS.strip().split("\n\n")]
    known = {one.reference: [p.name for p in people if p.reference == one.reference] for one in customers}
    days = sorted((int(DAYS * chance.random() ** 2) for _case in range(COUNT)), reverse=True)
    for days_ago in days:
        customer = chance.choice(customers)
        names = known[customer.reference] or [""]
        yield _case(customer.reference, chance.choice(names), chance.choice(matters), days_ago, chance)


def _case(reference: str, who: str, matter: tuple[str, ...], days: int, chance: random.Random) -> Told:
    text, severity, kind, cause, environment, purpose, answer, path, how, word = matter
    hour = chance.randrange(9, 17)
    acts: list[Act] = [
        Writes((days, f"{hour}:{chance.randrange(10, 50)}"), CUSTOMER, answer),
        Matter((max(0, days - 1), "10:20"), Kind(kind), Cause(cause), environment, purpose),
        Proposes((max(0, days - 1), "11:05"), Proposal.Sort.PATH, path, in_days=2, owner="zhou"),
    ]
    if chance.random() < 0.2:
        acts.insert(1, Waits((days, f"{hour + 1}:05"), "截图和发生的时间"))
        acts.insert(2, CustomerWrites((max(0, days - 1), "09:40"), who, "刚发您了，就是这个时间。"))
    if days > 4 and (asked := usual_order(days - 1, path, kind, cause, chance)):
        acts.append(asked)
    if days > 3 and chance.random() < 0.93:
        acts.append(Solves((days - 3, "15:10"), how, word))
        if chance.random() < 0.8:
            acts.append(
                Learns(
                    (days - 4 if days > 4 else 0, "09:30"),
                    _why(cause),
                    "当天能用，不动数据",
                    "写进了交接清单，下次先看这一条",
                )
            )
    return Told(reference, text, who, (days, f"{hour}:05"), Severity(int(severity)), "", tuple(acts))


def _why(cause: str) -> str:
    return {
        "product": "这一处在设计时没有想到这样用",
        "process": "交接时漏了一步",
        "organisation": "换了人，没有人讲过",
        "data": "两边口径不一样",
    }[cause]
