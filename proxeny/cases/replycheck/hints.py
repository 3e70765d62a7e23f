# ruff: noqa: E501  (one way of saying it a line)
"""Faint hints that a reply gives the question back, looked for only where it holds no path and no row of `returned` holds."""

from proxeny.cases.replycheck.returned import EN, ZH
from proxeny.cases.replycheck.rules import Rule
from proxeny.core.sentences import N_

HINT_ZH = ZH.extended(
    denial="""
        (?<![要是能会])不(?![客错过仅但只光管然断同久便变占]|好意思|用谢|用找|用删|会再|清楚您)
        没(?![事错关]) 无(?![误需须]) 非(?!常) 难(?![免得]) 别(?!急|的|动|改) 未(?!必)
    """,
    as_it_is="""
        多半 大概率 是<you> 缺 最多 习惯 清楚 挺快 先用着 正常 合理 预期 一直 向来 本来 历来 设计 逻辑
        口径 都挺 稳定 规定 规范 范围 仅 只[是能有做管]
    """,
    to_do="致电 拨打 来电 找 问 联系 咨询 核实 自查 自己 对照 参照 阅读 读 看看 了解 学 反映 排查 克服 适应 配合 推动 解决 等等 清理 培训 重视",
    some_day="讨论 感谢(?:支持|理解) 引导 演示 readme 后续 将来 以后 往后 日后 再说 到时 有机会 参考 转告 转达 上头 看情况 过两天 过几天 没准 慢慢",
    above="领导 校长 院长 老板 厂长 董事长 主管 大会 处罚 报销 罚款 奖惩 通报 制度 规章",
)
HINT_EN = EN.extended(
    as_it_is=r"""
        always normal correct expected within_the by_nature standard designed merely simply
        only_deal maximum minimum at_most usually probably too_\\w+_to out_of_(?:scope|our|support|stock)
    """,
    some_day="""
        wait_(?:a_(?:couple|few)|and|until|for) wish_list suggestion idea feedback noted consider~
        roadmap sometime some_day one_day eventually see_(?:whether|if|how) come_round get_used
        whoever
    """,
    above="director boss management managers? leadership ban~ policy memo",
)
HINTS = (
    Rule(
        "nothing that anybody will do",
        N_("It says no, asks back or sends away, and nothing in it will be done by us."),
        zh=HINT_ZH.lines(r"""
            <denial>
            <as_it_is>
            (?:请|麻烦|建议|得|要|让|<you>)…<to_do>
            <some_day>
            <above>
            (?:什么|怎么|为何|哪|到底|是不是|吗|意思|何必|何苦|[吧呢么])[^¦‖]*[?？]
        """),
        en=HINT_EN.lines(r"""
            (?!no need|nothing to (?:change|do)|not about|no guarantee|not decided)<not>
            <as_it_is>
            you (?:\w+ )?(?:should|must|need to|might|may|have to|could|'d better)
            <some_day>
            (?:if|have|ask|let|get) your <above>
            (?:described|explained|covered|found) (?:in|on|at)
            please (?:ring|call|contact|phone|write to|ask|speak|turn to|reach)
            <docs>
            (?:support|understanding)|
            (?:why|how come|exactly|are you|is (?:this|that|it)|did you|do you|have you|really|who)\b[^¦‖?]{0,80}\?
            (?:belongs? to|carry on|ask around|business|few \w+)
        """),
        unless=ZH.lines("您看|方便|有空|合适|客气|辛苦|祝|谢谢您的|不影响")
        + EN.lines(
            r"(?:suits?|thanks|welcome|happy|merry|no worries|part of your|no extra|contract has|you're (?:fine|welcome)|sorry)"
        ),
        denied_too=True,
    ),
)
"""Looked for only where no row of the table holds: words that no reply with a path needs to answer for."""
