# ruff: noqa: E501  (one way of saying it a line)
"""What a draft holds without saying it: words of others, names of things in the product, idioms.

Tried in this order, each on what the ones before have left.
"""

import re


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


QUOTED = (
    r"^[ \t]*[>＞].*$",  # the customer's mail below or above the answer
    r"```[^`]*```",
    r"`[^`\n]*`",
    r"“[^”\n]*”",
    r"[「『《【][^」』》】\n]*[」』》】]",
    r'"[^"\n]*"',
    r"(?<![A-Za-z0-9])'[^'\n]{3,}?'(?![A-Za-z])",
)

# A word of promising, giving or dealing that is part of the name of a thing: 保证金, 承诺交期, 折扣模块, “promise date”.
_DEALING = _any(
    """预付款 尾款 首付款? 折扣 优惠 赠送 积分 促销 满减 退款 退货 退费 付款 收款 账期 报价 比价 合同 价格 续费 续约 违约金? 滞纳金 赔付 理赔 赔偿 免费 计费 定价 发票 结算 承诺 保证"""
)
_OF_A_THING = _any("""模块 模板 字段 单据 单号? 规则 策略 引擎 管理 审批 台账 页面? 按钮 菜单 状态 类型 编[号码] 接口 明细 记录 提醒 字典 顺序 名单 报表
    科目 任务 配置 流程 附件 那?列 表 版 条件 核销 计算 设置 计提""")
_DEAL = _any("""promised? commitment guarantee discount pric(?:e|ing) quot(?:e|ation) refund renewal contract payment coupon voucher gift penalty credit liability
    compensation fault deposit fee warranty free trial""")
_THING = _any("""date column field module template screen page tab rule engine job reminder workflow register list sheet form type status search repository code
    table view approval number calculation calculator management tolerance tree domain letter limit gateway file run flow button menu item line record queue batch
    log report edition tier version plan""")
PRODUCT_WORDS = (
    r"(?:投标|履约|质量|履行)?保证金|质保金台账|(?:保证|承诺)[书函]|承诺(?:交期|日期|时间|达成率|到货)",
    rf"{_DEALING}单?{_OF_A_THING}",
    r"免(?:赔额|租期|税|密|登录?|检|打扰|签|疫)|赠品|赠送金|免单券|责任(?:人|田|制|矩阵|中心|部门)",
    r"[发推配抄报递派运转传播呈输欢护接寄]送|送(?:货|检|修|达|审|签|样|到|至)",
    rf"\b{_DEAL}s?(?: price| term| note| card| memo| list)?[ -]{_THING}s?\b",
    r"\bfree[ -](?:disk|space|text|slot|memory|hand|storage|buffer|ram|heap|capacity|port|seat|room|lease|address|line|bed|table|desk|bay|dock|channel|resource|range|block|inode|page|thread|connection|pool|period|parking|form|field|position|rack|shelf|bin)(?:e?s)?\b|\b(?:error|toll|virus|duty|tax|gluten|interest|lock|fee)-free\b|\bfreed\b",
    r"\bcommit [0-9a-f]{4,}\b|\b(?:git|last|each|every|merge) commit\b",
)
IDIOMS = (
    r"(?:在|有)?一定(?:程度|的|范围|条件|比例|数?量|阈值|时间)上?|不一定|说不定|不见得|未必|[不没无][能法敢好]?肯定|绝对(?:路径|值|地址)",
    r"[会要得大打]?了?点?打(?:了|点|些)?折扣|附送|以免|避免|难免|不免|免得|免打扰",
    r"\bfeel free\b|\bfree to (?:call|ask|write|reach|contact|book)\b|\bfree(?:s|ing)? up\b|\bfree (?:of (?:errors|bugs)|from)\b",
    r"\b(?:are|if|when(?:ever)?) you(?:'re| are)? free\b|\b(?:is|are|stays?) free (?:at|on|in|between|before|after|this|next)\b",
    r"\bno doubt\b|\bat (?:all )?costs?\b|\b(?:not|\w+n't) (?:necessarily|for sure)\b|(?<!absolutely )\bmake sure\b|\bto be sure\b|\bnot? worries\b|\bI'm sure (?:some|you)",
)
LEFT_OUT = [re.compile(one, re.IGNORECASE | re.MULTILINE) for one in (*QUOTED, *PRODUCT_WORDS, *IDIOMS)]
