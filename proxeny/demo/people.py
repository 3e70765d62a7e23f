"""The people at the customers: those of whom there is something to tell, and the usual ones."""

from collections.abc import Iterator
from datetime import date, timedelta
from zlib import crc32

import numpy as np

from proxeny.demo.vendor import Customer, Person

# number | name | part | position | stance | influence | sponsor | left so many days ago | note
_TOLD = """
YT-1001|纪舒|业务|知识管理负责人|友好|有分量||| 原来用的是 Confluence，最在意表格编辑
YT-1001|段一鹏|IT|IT 主管|中立|有些|||
YT-1001|柳闻|老板|联合创始人|友好|拍板|是||
YT-1002|石维扬|老板|CFO|友好|拍板|是|| 要“让报表别再靠人工汇总”，怕方案落地不了
YT-1002|谭秋实|业务|运营总监|盟友|有分量|||
YT-1002|向阳春|IT|信息科|中立|不大||| 一个人兼着，没有专职 IT 负责人
YT-1003|杜若飞|业务|财务共享中心经理|盟友|有分量|是|32| 当初是他推动上线的
YT-1003|盛怀安|业务|对账组组长|批评|有些||| “对账要 3 天”
YT-1003|葛蕾|采购|采购经理|中立|有分量|||
YT-1003|鲁定国|老板|总经理|未知|拍板||| 没有人见过
YT-1004|韩大勇|老板|摊主|友好|拍板|是|| 收款和改价要同时做
YT-1004|韩小燕|业务|收银|友好|有些|||
YT-1005|项飞羽|老板|创始人|中立|拍板||| 两个月里业务线砍了一半
YT-1005|滕莉|IT|技术总监|盟友|有分量|是||
YT-1006|米冬|业务|门店运营|友好|有分量|是||
YT-1006|邹衡|IT|信息部经理|中立|有分量|||
YT-1007|雷启明|IT|平台部总监|盟友|有分量|是||
YT-1007|蒋川流|采购|采购总监|反对|有分量||| 每次续约都比价
YT-1007|童瑶|业务|运单中心主任|友好|有些|||
YT-1008|关凌岳|老板|副总裁|中立|拍板|||
YT-1008|卓然|IT|数字化部部长|友好|有分量|是|75| 转去集团，接替的人还没见过
YT-1008|隋心|IT|基础设施工程师|中立|有些|||
YT-1009|程铁生|老板|老板|友好|拍板|是||
YT-1010|宋本立|IT|CTO|盟友|拍板|是||
YT-1011|沙澜|采购|采购部总经理|反对|有分量||| 在问 14 日 10 点是不是平台故障
YT-1011|景行之|IT|科技部总监|盟友|有分量|是||
YT-1011|包慧|业务|运营部|中立|有些|||
YT-1012|牧仁|老板|副总经理|友好|拍板||| 电话里提过送资源的事
YT-1012|乌兰|IT|信息中心主任|友好|有分量|是||
YT-1013|安知远|IT|IT 总监|友好|有分量|是|| 想重建基础架构，问价值在哪里
YT-1013|欧阳净|业务|物流运营部|批评|有分量||| 追着 IT 要功能
YT-1013|柏小满|IT|IT 专员|中立|不大||| 替总监提单，只有原话
YT-1013|屠文石|老板|总经理|未知|拍板|||
YT-1014|木兰芝|老板|创始人|中立|拍板|是||
YT-1015|应声|IT|研发负责人|盟友|有分量|是||
YT-1016|孙卯生|业务|门店总管|批评|有分量||| 每月要驻场 10 天
YT-1016|孙开榫|老板|老板|中立|拍板|||
YT-1017|汪洋澄|老板|总经理|批评|拍板||| 说从没有人提醒过他风险
YT-1017|江小渔|IT|信息科科长|友好|有些|是||
YT-1018|麦青|业务|农技平台主管|友好|有分量|是|| 私下说过销售许诺了没有的功能
YT-1019|方启程|IT|首席架构师|盟友|有分量|是||
YT-1019|钱不言|采购|商务经理|批评|有分量|||
YT-1020|皓月|业务|连锁运营|友好|有分量|是||
YT-1030|巨澜|IT|运维总监|友好|有分量|是||
YT-1034|桐生|业务|客服中心经理|中立|有分量|||
YT-1034|季默白|IT|信息主管|中立|有些||50|
YT-1051|燕北归|IT|技术部经理|批评|有分量|||
YT-1053|路通达|老板|总经理|友好|拍板|是||
"""

_SURNAMES = "唐宋魏祁尤岳管裴靳阮褚席骆佟闵屈路伍卞翟荀娄桑覃晏冉巫麻植辛"
_GIVEN = (
    "嘉树明远若谷清和思齐望舒景行子衿修竹予安知微长风云舒亦凡之恒"
    "素问承宇乐山书言晚晴怀瑾鹤鸣青禾沐阳尔雅见山听澜守一逢春北辰"
)
_PARTS = ("业务", "IT", "采购", "老板")
_TITLES = {
    "业务": ("运营经理", "业务主管", "客服主管", "门店督导"),
    "IT": ("IT 经理", "系统管理员", "研发经理", "运维工程师"),
    "采购": ("采购经理", "商务专员"),
    "老板": ("总经理", "副总经理", "创始人"),
}
_STANCES = ("盟友", "友好", "友好", "中立", "中立", "中立", "批评", "未知")
_INFLUENCE = {
    "业务": ("不大", "有些", "有分量"),
    "IT": ("有些", "有分量"),
    "采购": ("有些", "有分量"),
    "老板": ("拍板",),
}


def people(customers: tuple[Customer, ...], today: date, seed: int) -> tuple[Person, ...]:
    """Return everybody known at the customers, customer by customer."""
    told = [_told(line, today) for line in _TOLD.strip().splitlines()]
    names = iter(_names(seed))
    everybody: list[Person] = []
    for customer in customers:
        own = [person for person in told if person.reference == customer.reference]
        everybody += own or _usual(customer, names, today, seed)
    return tuple(everybody)


def _told(line: str, today: date) -> Person:
    reference, name, part, title, stance, influence, sponsor, left, note = (
        cell.strip() for cell in line.split("|")
    )
    left_on = today - timedelta(days=int(left)) if left else None
    return Person(reference, name, part, title, stance, influence, sponsor == "是", left_on, note)


def _names(seed: int) -> list[str]:
    given = [_GIVEN[at : at + 2] for at in range(0, len(_GIVEN), 2)]
    names = [surname + name for surname in _SURNAMES for name in given]
    return [str(name) for name in np.random.default_rng([seed, 2]).permutation(names)]


def _usual(customer: Customer, names: Iterator[str], today: date, seed: int) -> list[Person]:
    """Two or three people, the first of them our sponsor; now and then one who has left."""
    random = np.random.default_rng([seed, crc32(customer.reference.encode()), 3])
    parts = random.permutation(_PARTS)[: 2 + int(random.integers(2))]
    found = []
    for position, part in enumerate(map(str, parts)):
        left = today - timedelta(days=int(random.integers(60, 600))) if random.random() < 0.07 else None
        found.append(
            Person(
                reference=customer.reference,
                name=next(names),
                part=part,
                title=str(random.choice(_TITLES[part])),
                stance="友好" if position == 0 else str(random.choice(_STANCES)),
                influence=str(random.choice(_INFLUENCE[part])),
                is_sponsor=position == 0 and left is None,
                left_on=left,
            )
        )
    return found
