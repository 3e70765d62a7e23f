# ruff: noqa: E501  (one way of saying it a line)
"""What makes a path, as rows: a step of ours, somebody who takes it, a way to the aim, a “not now”, a question put to use, a matter closed."""

from enum import StrEnum

from proxeny.cases.replycheck import lexicon_en, lexicon_zh
from proxeny.cases.replycheck.rules import Rule
from proxeny.core.sentences import N_


class Mark(StrEnum):
    """What makes a path."""

    STEP = "step"
    OWNER = "owner"
    DATE = "date"
    HANDED_ON = "handed-on"
    WAY = "way"
    NOT_NOW = "not-now"
    QUESTION = "question"
    CLOSED = "closed"


ZH = lexicon_zh.ZH.extended(
    ours="<our_role> <surname> [\u4e00-\u9fff]{2}(?:组|中心)",
    click="""
        (?<![单网站卡])点(?![位半的了错几名登餐事挺个评]) 勾 选(?![的错系择项修]) 填(?![的错]) 右键 长按 按住 双击
        打开(?![挺很都是不速得]) 关掉 取消 解锁 切换 设[为成置] 改[成为] 换成 加到 输入 执行 运行
        调[成到] 补上 填上
    """,
    result="就[行得成好] 就(?:能|会|可以|不会|亮|出来|过|通) 即可",
    means="用 走 按 从 通过 拿 把 分 挑 导 拼 先",
    put_off="先不 暂不 暂时不 暂缓 缓一缓 先放 不建议 先别 不放开 现在不 不上 不开 不动",
    again="等 再 后 回头 一起 届时",
    no_way="""
        刷新 重启电脑 清缓存 换个 自行 自己看 重新打 Excel 领导 行政 管理 考核 绩效 产品 复现 截图 对比 厂
        校长 院长 老板 大会 多用 转告 关键词 批评 开会 照着 演示 引导 看一遍 先用着 先这样 工单 关注 习惯 手册
        文档 教程 课件 视频 帮助中心 说明书 网管 信息科 10086 您去 公告
    """,
    number="[A-Z]*-?\\d{2,}",
)
EN = lexicon_en.EN.extended(
    click="""
        click tick untick press choose pick select open run set put enter drag right-click enable
        disable switch_on turn_on go_to fill upload deactivate add remove resume change upgrade tap
    """,
    standing=r"""
        design\w+ intend\w+ limit\w+ support\w+ expect\w+ describ\w+ cover\w+ includ\w+ restrict\w+ explain\w+ document\w+
        suppos\w+ bas\w+ us\w+ pinn\w+ clos\w+ need\w* requir\w+ consider\w+ determin\w+ defin\w+ agreed charged billed reserv\w+
        allow\w+ permit\w+ deprecat\w+ discontinu\w+ resolved satisf\w+ inform\w+ swamp\w+ convey\w+ reflect\w+ handl\w+ plann\w+ mistak\w+
        install\w+ confus\w+ rounded taken been seen affect\w+ relat\w+ involv\w+ appreciat\w+ advis\w+ recommend\w+ not_\w+ often then when
        caus\w+ maintain\w+ provid\w+ offer\w+ noted written known decided bought made told lock\w+ own\w+ reject\w+ declin\w+ demonstrat\w+ shown baked between even open broken green calculat\w+ comput\w+ work\w+ children
    """,
    vague="""
        see think consider mention ask let_(?:you|us) have_to need be not only never
        pass_(?:it|this|that|your) keep_(?:it|this|that|you) bring_it put_it raise_it talk_to
        note_(?:it|that)\\W*$ suggest say agree like love guess wonder do_that discuss offer
        understand assume tell_(?:them|product|the_\\w+) take_(?:it|that|this)_up feed
        forward_(?:it|this|your) check_with look_into
    """,
    stative="""
        think see know understand have need regret only do don't offer support believe hope can
        cannot could would should am was were had get said told mean deal agree checked looked
        logged tested tried explained just never also already still read noticed received want will
    """,
    under_way="running exported posted pasted saved shared secured copied",
    under_hand="""
        (?!(?:no|some|every|any)thing)(?!accord|regard|dur|depend|consider|follow|hav|bill|pric|train|ask|clos|thank|miss|hop|wish|go|try|wonder|assum|judg|speak|look|be|us|see)\\w{3,}ing
    """,
    told="""
        logged_in checked looked tested tried reviewed noted received explained told discussed
        considered agreed mentioned stated wanted regret(?:ted)? understood designed offered
        supported noticed need stopped discontinued dropped considered missed tried signed
    """,
    imperative="""
        swap move use empty clear zip save map publish log_out mark resubmit rerun retry hover tap cut reload import
        export uncheck unplug put type copy paste drop press switch start stop delete filter sort
        split merge allow create go download book
    """,
    finished="""
        done restored opened fixed replaced raised logged escalated assigned reversed configured
        queued shared saved secured restarted attached enclosed lined_up prepared delivered ready
        passed
    """,
    no_way="""
        your_(?:IT|bank|boss|own|admin) browser contact mandatory just_(?:restart|search)
        general_line hotline make_everyone manual documentation website guide get_people_to
        open_(?:a|another)_(?:case|ticket) readme
    """,
)
NO_STEP = ZH.lines(r"""
    [不没未无][能会法]?<do>
    拨打|致电|报障|是不是|都写了|写着|翻翻|记下|不断|手工|停止|我们系统|得先|接反|小编|小哥|没有复现|反而|按提示|关闭工单
    <do>不
    |请|别问|(?:因为|是)<you>
    <check>…(?:好的|正常|没|未|无)
    (?:问(?:下|问|一下|声)|提一[嘴下]|转告|转达|意见|建议已|一下同事|算做|反映|考虑|对比|讲过|说过|签了|收悉)
    (?:反馈|只管|只负责|没办法|其他客户|别的客户|强推|考核)
""") + EN.lines(r"""
    (?:\w+n't|not|cannot|never|only|sorry|afraid|unable)
    (?:ask|check with|mention) …product
    (?:wait(?:ing)? (?:to|for|just)|made a note|let's (?:see|leave)|let my|we sent you|drop the|comparison|found no|agreed|explained|told|covered|in mind|internally|looking to|close the (?:ticket|case)|wish ?list|bring it up|what they say|the developers)
    pass(?:ed)? (?:it|this|that|your)
""")

TABLE: tuple[tuple[Mark, Rule], ...] = (
    (
        Mark.STEP,
        Rule(
            "we do it",
            N_("A step that we take."),
            zh=ZH.lines(r"""
                (?:<us>|<ours>)…(?:<now>|来|去|把|给|帮|替|将|用|拿|在|陪|跟)…(?:<do>|<check>(?![过了]))
                (?:<us>|<ours>)在?<do>
                <us>·<do>
                <us>…(?:给<you>|<for_you>)
                <us>就[一-鿿]
                <us>(?:这边|已经?|先|今早|昨晚|刚)?[把将]…[了好完](?!吗)
                <us>每[天周半个小时]
                <us>…<do>…(?:了|好|过)
                <for_you>…<do>
                (?:正在|在|继续|接着|逐个)<check>
                <check>着呢|在看了|我看着|开着
            """),
            en=EN.lines(r"""
                (?:I|we)(?:'ve| have)?(?: just| already| also| now| both)? (?!<told>)(?:\w{2,}ed|<did>)
                |(?:just )?<did>
                (?:is|are|it's|went) (?:now )?(?:in|into) (?:the |our |your )?(?:channel|ticket|attachment|chat|review|transit|queue|test|progress|post|vault|folder)
                with your name on
                (?:snippet|script|form|steps?|file|list|summary|draft|template|recording|sample|log|drawing|parts?|patch|fix|workaround)s? (?:is|are|went) (?:\w+ )?(?:below|here|in|on|out|up|yours)
                |(?:still |now |just |currently |already )?<under_hand> (?:it|the|them|both|your|this|on|with|through|a)
                (?:I'm|we're|I am|we are) (?:still|now) on
                (?:is|are|'s|'re|was|were|been|gets?) (?:now |already |just |also |being )?(?!<standing>)\w{2,}(?:ed|en)\b
                (?:is|are|it's|\w+'s) (?:gone|back|up)\b|should (?:see|be|show|work|get) \w+ now
                (?:are|is|I'm|we're) on it\b|the next thing I|in (?!Apple|Google|Microsoft|their|your)\w+'s hands|one sec
                |\w{4,}ed|
                (?:I'll|we'll|I will|we will|let me|let's|I can|we can|I'd|we'd|we could|I could)(?: then| also| now| gladly| just| go and)? (?!<vague>)\w+
                I (?!<stative>)[a-z]+ (?:the|it|them|a|your|each|in)
                (?:I'm|I am|we're|we are|people are) (?:now |already |also |just )?(?!looking (?:to|forward)|closing|doing|going|using|trying|asking|missing)\w{3,}ing
                (?:is|are|be) (?:now )?(?:being \w+|<under_way>)(?! (?:fine|normal|well|as))
                |(?:on it|have a go)
                (?:checking|comparing|looking|working on|tracing|investigating|taking)(?! (?:fine|to))
            """),
            unless=NO_STEP,
        ),
    ),
    (
        Mark.STEP,
        Rule(
            "it is done or under way",
            N_("A step that we have taken."),
            zh=ZH.lines(r"""
                (?:已经?|刚刚?)[^¦‖不没]{0,8}?<do>
                <do>(?:好了?|完了?|出来|上了|到位|过了?|了)(?![吗的])
                附(?:上|后|图)|附在|见附|[在的]附件|附件[里是中]|贴在|发[您你群]
            """),
            en=EN.lines(r"""
                (?:is|are|was|were|been|I've|all|already) (?:\w+ ){0,2}?<finished>
                (?:attached|enclosed|below are|underway|under way|in progress|in transit|on it now)
                |(?:<finished>|found it|reproduced)
            """),
            unless=NO_STEP,
        ),
    ),
    (
        Mark.OWNER,
        Rule(
            "somebody takes it",
            N_("Somebody named takes it."),
            zh=ZH.lines(r"""
                由…(?:负责|牵头|跟进|处理|给|做)
                (?:负责人|接口人|牵头人)[是为]|这单我接|我接了|我盯
            """),
            en=EN.lines(r"""
                (?:owns? it|has (?:it|the steps)|takes? (?:it|this)|on call|taking this|as the owner|in charge)
                I'll note
                from (?:our|my) \w+ team
            """),
            unless=ZH.lines("<third>\n<you>"),
        ),
    ),
    (
        Mark.HANDED_ON,
        Rule(
            "handed on with a record",
            N_("A request handed on where it can be found again."),
            zh=ZH.lines(r"""
                (?:转|发|提交|移交|升级|上报|录入?|登记|写|立|记)(?:了)?[给到至进在为][^¦‖]
                (?:交给|转交|抄送)
                (?:编号|单号|工单|需求[号单]?|缺陷[号单]?|立项号?)\s*[:：是]?\s*<number>
            """),
            en=EN.lines(r"""
                (?:engineers?|manager|team|desk|colleagues?|billing|finance|legal|product|support|[A-Z][a-z]+) (?:now )?(?:has|have) (?:your (?!own)|it\b|the (?:mail|case|log|figures|screenshots?|details)|them|both|all)
                (?:went|gone) to (?:legal|billing|finance|product|\w+ (?:team|desk))
                (?:defect|case|ticket|request|it|this|that)(?:'s| is| was)? (?:\w+ ){0,4}[A-Z]*-?\d{3,}
                (?:as|under) [A-Z]{1,5}-?\d{2,}
                (?:logged|filed|recorded|raised|registered|escalated|passed|handed|forwarded|dispatched|gone|given)\b…(?:as|to|with|under)
                (?:case|ticket|number|request|defect|R|REQ|BUG|D)[ -]#?\d{2,}
                (?:sits?|is) with (?:the |your |our )?(?:legal|\w+ (?:team|manager))
                (?:case|ticket|note|request|question|mail|recording|figures|it|this|that)(?:'s| is| was| are)? (?:now |already )?with (?!you|us|me|them|out|this|that|it|the|no)\w+
            """),
            unless=ZH.lines("没|不|问\n反映|反馈")
            + EN.lines("relevant (?:colleagues|department)\npass (?:it|this|that|your)"),
        ),
    ),
    (
        Mark.WAY,
        Rule(
            "a way to the aim",
            N_("A way to what the customer wants to reach."),
            zh=ZH.lines(r"""
                (?:可以|不过|建议|改|先)·<means>[^¦‖]{2}
                <result>|还在<do>
                [把将]·打开
                直接<do>|直接换|[把将]…[加改设换调放移填]|先…再|要<do>|[到在]…(?:里|页签)[改选换看下]
                →|->
                <click>[^¦‖不]
                [两几三](?:个|条|种)?(?:办法|路|方案|选择|做法)|要么……要么|您挑
                步骤…(?:写|发|附|如下)
                先[做试换抓用去清停备导关开][^¦‖]
                给…看[了过]|已在…解决
            """),
            en=EN.lines(r"""
                (?:you can|could|instead|meanwhile|meantime|try|use|either)\b…(?:use|export|import|join|zip|go through|batch|start|begin|paste|mark|set|turn|copy|combine|split|works?|for now)
                (?:->|[\w\]□] ?> ?\w+|→)
                <click> [\w□]+
                |(?:please |then |and |but |or |just |so |simply |if you're short,? )?<imperative> [\w□]+
                (?:sure it does|one click)|sample \w+ shows|(?:paths?|ports?|hosts?|addresses) to (?:allow|open|add|whitelist)
                (?:two ways|two options|option A|either|A:)
                (?:but|though) …works?(?! fine)
                (?:work-?around|way round|(?:does|did|do) (?:the|that) (?:job|trick)|in between does|gets (?:you|round)|covers it|solves it|cures it|gets rid)
            """),
            unless=ZH.lines("<no_way>\n<not>[能可会]以?")
            + EN.lines(
                "<no_way>\n(?:can't|cannot|not) \\w+\nto see\n(?:you|was|is|were) set\nvery detailed\nhelp there\nbilling@"
            ),
        ),
    ),
    (
        Mark.NOT_NOW,
        Rule(
            "not now, and when again",
            N_("Not now, with a reason and a time to look again."),
            zh=ZH.lines(r"""
                (?:<put_off>|暂时别|先缓)……(?:[^‖]{0,60}‖)?……<again>……(?:再|一起|评|看|重|试|接|开|定|做|排)
            """),
            en=EN.lines(r"""
                (?:not (?:now|yet|this)|too risky|has to wait|hold off|for now|don't force|freeze|hold on)\b……(?:[^‖]{0,90}‖)?……(?:once|when|after|until|as soon as|revisit|again|review|look)
            """),
            denied_too=True,
        ),
    ),
    (
        Mark.QUESTION,
        Rule(
            "a question that we do something with",
            N_("A question, with what we do with the answer."),
            zh=ZH.lines(r"""
                (?:哪|什么|几|多少|是不是|还是|[吗呢]|是否|能否|可否|方便|想?确认|发·我|给[我个]|提供|确认|复述|告诉|说一声|麻烦)……(?:[^‖]{0,50}[‖?？])?……(?:我|据此|以便|好|才|就|不一样|入口不同|要看|再决定)·(?:<do>|<check>|判断|开始|去|来)
            """),
            en=EN.lines(r"""
                (?:which|what|when|where|could you|can you|please|do you|is it|is that|does it|send|share|tell me|give|mind \w+ing|quick one|one question|to narrow)\b……(?:[^‖]{0,90}[‖?])?……(?:(?:I|we)(?:'ll|'d| can| look| trace| will| could)|so (?:that )?(?:I|we)|for me to|tells? (?:me|us)|decides|narrow|I \w+)
            """),
            unless=ZH.lines("怎么[样做办]|为什么|必要|复现…再") + EN.lines("want us\nwhy\nreally"),
        ),
    ),
    (
        Mark.CLOSED,
        Rule(
            "the matter is closed",
            N_("It is solved, found or reconciled."),
            zh=ZH.lines(r"""
                已经?(?:恢复|修复|修好|解决|更换|还原|上线|校准|打)
                (?:恢复|修复|修好|解决|(?<!就)好|齐)了|
                查[到明清]|对[过完]了|原因[是为在]|定位[到为]|是因为(?!<you>)
            """),
            en=EN.lines(r"""
                (?:restored|resolved|reconciled|solved|up again|agree now|found it|caused by|because the|root cause)
                (?:is|are) back
            """),
            unless=ZH.lines("[不没未]") + EN.lines("\\w+n't\nnot\nconsider"),
        ),
    ),
)
