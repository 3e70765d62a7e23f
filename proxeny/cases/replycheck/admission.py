# ruff: noqa: E501  (one way of saying it a line)
"""Admissions: fault, liability or a breach accepted, and somebody named who did wrong, on our side or on theirs.

A cause told of a thing (“the pool was full”) is none; the same told of a person is one.
"""

from proxeny.cases.replycheck import lexicon_en, lexicon_zh
from proxeny.cases.replycheck.rules import Rule
from proxeny.core.sentences import N_

ZH = lexicon_zh.ZH.extended(
    fault="错 过错 漏洞 短板 缺位 锅 责任 问题 疏忽 失误 过失 失职 疏漏 疏失 差错",
    slip="延误 拖延 误操作 疏忽 失误 大意 疏漏 漏测 失职 搞砸 搞错 弄错 操作不当 欠妥 考虑不周 不合理 不周 违约 充分",
    harm_done="(?:关|停|删|卸|拔|拆|改|断|碰|踢|挖|剪|压|撞)(?:掉|断|坏|了)",
    admit="认罚 认错 造假 属实 没守住 没守约 对不住<you>",
    harmed="清 删 停 关 断 覆盖 冲 丢 改 占 搞 弄 贴 换",
    lapse="""
        (?:没有?|未能?)·(?:做好|到位|把好|盯|测[到试全]|考虑|及时|尽到|做全|周全?|处理好|通知|续上?|履行|提前|跟进)
        不(?:够)?(?:充分|到位|周全|及时|严谨)
    """,
    wrong="""
        (?<![报出纠查没不有差容])[\u4e00-\u9fff][错反](?![误馈审复应结映])
        误(?:删|操|关|改|点|触|配|发|启|停|重) 忘[了记]? 漏[一-鿿] 擅自 私自 随意 乱[点改动填录搞]
        没走流程 夸大 吹[大得] [说吹讲]大了 答应得 满口 操作(?:不当|失误|有误) 手[抖滑] 疏忽 失误
        没(?:有)?(?:及时|把|守约|想|跟|续|按|测|核|检查|看|交接|报备|通知|确认|备份|交代) 迟迟 一直不
        不配合 跳过 剪断 拔[掉了错] 没走
    """,
    loss="损失 多[付扣收缴算] 少[收付算] 重复(?:付|扣|收) 丢失 白[跑等]",
    defect="缺陷 bug 错误 失误 故障 疏忽 漏洞",
    pledge="SLA 承诺 约定 可用[性率] 响应时[间限] 服务等级",
)
EN = lexicon_en.EN.extended(
    fault="""
        fault mistake error oversight blunder bad negligence failure omission carelessness slip gap
        shortcoming lapse weakness
    """,
    slipped="""
        messed_up screwed_up dropped_the_ball failed missed neglected overlooked caused slipped
        let_you_down forgot got_(?:it|this)_wrong botched misread misconfigured
    """,
    duty="""
        tested? warn~ checked? caught? catch renew~ notif(?:y|ied) inform(?:ed)? told? done?
        monitor(?:ed)? think thought
    """,
    wrong=r"""
        deleted removed broke forgot skipped ignored oversold overpromised overwrote unplugged
        revoked neglected botched messed_up hard-?coded mis\w+ed did(?:n't|_not)_\w+ switched_off
        turned_off shut_down closed_the blocked renamed uninstalled kicked knocked unplugged
        cut_(?:the|off|through) wiped disabled lost leaked crashed accidentally mixed_up left_out
        \w+_(?:\w+_){0,5}(?:wrong(?:ly)?|incorrectly|badly|backwards|by_accident)
        made_(?:a|the)_mistake promised_(?:you_)?(?:too_much|more) by_mistake failed_to
        did(?:n't|_not)_(?:follow|check|test|read|renew|tell) without_(?:asking|testing|telling)
        at_fault
    """,
    liable="liable liability responsib(?:le|ility) blame loss(?:es)? damages? fault breach(?:ed)?",
    loss="overcharg~ overbill~ cost_you paid_twice lost double[- ]charged made_you double-?bill~",
)
WHOSE = ZH.lines("谁\n不(?:是|赖|怪)<us>\n转(?:给|法务)\n<you>…(?:要求|认为|来函|称)") + EN.lines(
    "whose\nyour letter\nif …our\nmissed (?:your|the) (?:message|call|mail)\nattachment"
)

TABLE = (
    Rule(
        "we were at fault",
        N_("It takes the fault on us."),
        zh=ZH.lines(r"""
            [是系属算都]<us>…<fault>
            [是系]<us>…(?:<slip>|<lapse>|把|没|误|漏)
            (?<![奇难作])[怪怨]<us>
            (?<![依信无])赖<us>
            <us>的(?:<fault>)
            <us>[^¦‖能会可]{0,8}?(?:<lapse>|<slip>)
            (?:是|确实|由于|因为|升级前?|测试|迁移|上线)·<lapse>
            <us>…<admit>|<admit>…<us>
            责任(?:确实)?[在归算]<us>
            (?:锅|责任)…<us>来?[背担负认]
        """),
        en=EN.lines(r"""
            (?:our|my) (?:own )?(?:\w+ )?<fault>
            (?:this|that|it|one|which)(?:'s| is| was)? (?:\w+ )?on (?:us|me)(?! \w)
            that is on us
            (?:we|I) (?!found|see|think|find|checked)(?:\w+ ){1,6}?(?:wrong(?:ly)?|badly|incorrectly|by mistake|by accident)(?! with| with)
            wrong of us|because of (?:me|us)
            (?:it's|it was|is) our …(?:didn't|failed|wrong|not)
            our …(?:failure|fault|outage|error|breakdown)\w* (?:stopped|cost|caused|led to|halted|meant)
            we (?:really |clearly |simply |have )?<slipped>
            (?:we|I) (?:did(?:n't| not)|should have|should've|ought to have) (?:\w+ )?(?:enough )?<duty>
            not (?:properly )?tested (?:properly|enough)
            <fault>s? (?:on our|of ours?|by our|in our)
            we own (?:it|this|that)
            I (?:\w+ )?(?:gave you (?:the )?wrong|forgot|was careless|overlooked|misread|messed)
        """),
        unless=WHOSE + ZH.lines("(?:附件|邮件|链接)…(?:旧版|发错|漏)\n忘记?密码\n报错"),
    ),
    Rule(
        "we are liable",
        N_("It accepts liability or a breach."),
        zh=ZH.lines(r"""
            <us>…(?:承担|担起|赔偿|赔付)…(?:责任|损失|赔偿|后果|罚[金款])
            <us>…负…责任
            (?:损失|责任|赔偿|后果)…<us>…(?:承担|负责|赔|来担)
            构成违约|违约在先
            <us>…违[约反]
            未[按能]…(?:约定|合同|协议)|没能?…履行
            <pledge>…(?:没|未)…(?:达|做到|履行|满足)
            <defect>…(?:导致|造成|害|让|给|致使|使)…<loss>
            <us>…(?:害|导致|造成|让)(?:了)?<you>…<loss>
        """),
        en=EN.lines(r"""
            (?:we|I) (?:\w+ )?(?:agree to bear|accept|take|bear|acknowledge|assume|admit|own)\b…<liable>
            we(?:'re| are| were| will be) (?:\w+ )?(?:liable|responsible|to blame|at fault)
            (?:will|\w+'ll) (?:answer for|make good|compensate|reimburse|bear|cover)…(?:loss\w*|damage\w*)
            (?:we|which|and) (?:have )?(?:breached|violated|broke) (?:the|our|your|this)
            is a breach of
            fail(?:ed)? to (?:meet|deliver|keep|honou?r|comply|respond|reach)
            (?:bug|flaw|defect|error|fault)…<loss>
            you (?:paid twice|lost\b.{0,20}\bbecause)
            (?:over|under|double[- ])(?:charg|bill)\w+ you
            result\w+ from (?:an? )?…error
        """),
        unless=WHOSE,
    ),
    Rule(
        "a person of ours",
        N_("It names who of our side did wrong; inside their house this travels."),
        zh=ZH.lines(r"""
            (?:<role>|<third>)(?:的?同事|那边|这边|们|单位|当[初时]|的人)?[^¦‖在]{0,10}?<wrong>
            (?:<role>|<third>)[^¦‖在]{0,4}?<harm_done>
            (?:<role>|<third>)[^¦‖在]{0,4}?[把将]…<harmed>[了掉没]
            [是系怪怨]<us>?·(?:<role>|<third>)…(?:把…了|满|停|断|没)
            <us>…(?:误[删操关改点配]|[配填录改写弄搞]错)
        """),
        en=EN.lines(r"""
            (?:our|the|one of our|an?) (?:[\w-]+ ){0,2}?<role>(?: [\w-]+){0,5}? <wrong>
            (?:support|sales|engineering|operations|ops|QA|billing) <wrong>
            one of (?:our|the) <role>…<wrong>
            [A-Z][a-z]+ (?:on|from|in) our team…(?:wrong|mistake|<wrong>)
            (?:due to|because of|result\w* from|caused by|owing to)…<fault>…<role>
            (?:contractor|supplier|partner|provider)…<wrong>
            sales …(?:promised|oversold|told)…(?:too much|more than|doesn't exist|wrong)
        """),
        unless=WHOSE
        + ZH.lines("不是说\n<you>(?:[们]?的|自己|方|那边)?<role>\n(?:步骤|字段|数据|日期|期)·[填录]")
        + EN.lines(r"by your\nyour (?:own )?(?:\w+ )?<role>"),
    ),
    Rule(
        "a person of theirs",
        N_("It names who of the customer's people did wrong; it will be used inside their house."),
        zh=ZH.lines(r"""
            <their_people>…<wrong>
            <their_people>·<harm_done>
            [是系]<their_people>·(?:[把将]|自己|没|不|乱|改|停|删|断)
            <their_people>·(?:自己|单方面|私下)?[把将]…[了反错死]
            责任[在归](?:<you>|他们)
        """),
        en=EN.lines(r"""
            your (?:own )?(?:\w+ ){0,2}?<role>(?:'s)?(?: \w+){0,4}? <wrong>
            someone in your…(?:<wrong>|clicked)
            (?:caused|made|done|deleted|triggered|mistake|error) by (?:a mistake of )?your…(?:mistake|error|<role>)
            your (?:own )?(?:\w+ )?<role>…(?:who|revoked|changed|deleted|removed|did it|broke|turned it)
            this (?:one )?is on them
        """),
        unless=WHOSE + ZH.lines("不是说\n培训") + EN.lines("nobody\nnot saying"),
    ),
)
THEIRS = TABLE[-1].name
