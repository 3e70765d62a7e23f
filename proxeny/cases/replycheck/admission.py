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
    admit="认罚 认错 认账 理亏 造假 属实 没守住 没守约 对不住<you> 难辞其咎 不应该 不该 说不过去 检讨 引以为戒 交代不过去 亏欠",
    harmed="清 删 停 关 断 覆盖 冲 丢 改 占 搞 弄 贴 换",
    lapse="""
        (?:没有?|未能?)·(?:做好|到位|把好|把关|盯|测[到试全]|考虑[到周全清]|及时|尽到|做全|周全?|处理好|通知|续上?|履行|提前|跟进|讲清|说清|说明白|想到|核[对实]|复核|拦住|衔接|预留|兼顾|落实)
        不(?:够)?(?:充分|到位|周全?|及时|严谨|细[致心]?|严|仔细|扎实|专业|规范|透明|彻底|妥当?|上心)
        忘了|忘记 给忘 走了?过场 图省事 没(?:搞|弄)清 未达标 不达标 没?达标 多[跑算扣收发]了 [少漏](?:打|装|配|做|算|跑|录)了
        重复(?:发放|扣款|推送|下单|计费) 没过脑 睡着 没(?:看|听)[见到] 失联 断档
        [给被]漏 漏(?:掉|了|看|回|发|传|配|测|报|通知) 疏漏 慢了半拍 拖[了得久太] 晚[了回]<number>? [耽]误了 低估 想当然 图省事 欠考虑 掉以轻心 马虎 粗心 麻痹
    """,
    wrong="""
        (?<![报出纠查没不有差容])[\u4e00-\u9fff][错反](?![误馈审复应结映])
        误(?:删|操|关|改|点|触|配|发|启|停|重) 忘[了记]? 漏[一-鿿] 擅自 私自 随意 乱[点改动填录搞]
        没走流程 夸大 吹[大得] [说吹讲]大了 答应得 满口 操作(?:不当|失误|有误) 手[抖滑] 疏忽 失误
        没(?:有)?(?:及时|把|守约|想|跟|续|按|测|核|检查|看|交接|报备|通知|确认|备份|交代) 迟迟 一直不
        不配合 跳过 剪断 拔[掉了错] 没走 先拔 撞[到上了翻] 碰[到掉倒] 睡着 没[看听]见 图省事 [少漏多][打装配发做写填录]了
        拍了?胸[脯口] 没(?:搞|弄)清 没经 绕过 接反 断的?电 没?签字就 走过场 偷懒 糊弄 敷衍
    """,
    botched="(?:[高低多少大小满早晚迟旧过死偏]|错|反|漏|串|混|乱|丢)了",
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
        did(?:n't|_not)_(?:follow|check|test|read|renew|tell) without_(?:asking|testing|telling|approval|permission|checking|a_permit)
        at_fault cut_corners slept ignored misread reversed crossed swapped_the backed_into backing_into drove_into
        tripped fell_asleep left_(?:it|the|out) said_yes_before pulled_the got_the dropped shipped_the_wrong never_\\w+ed
        shorted spilt spilled jammed opened_the_wrong pressed_the reset_the_wrong switched_the_wrong mistook mistyped
    """,
    obliged="ring call ask reply answer verify calibrate review follow read consider plan realise reali[sz]e cover update document escalate look_after get_back let_you keep_you explain confirm double-check look test back_(?:it_)?up foresee allow mention communicate coordinate",
    set="set configured sized chose planned estimated scheduled allowed put quoted ordered packed calculated entered typed wired connected gave sent charged booked delivered shipped built mounted installed fitted labelled priced measured",
    lapsed="took_(?:our|my|their)_eye cut_corners slept_through fell_asleep let_(?:it|this|that|things)_(?:slip|slide) left_you_(?:hanging|waiting|alone|in_the) kept_you_(?:in_the_dark|waiting_too) rubber-stamped mixed muddled fluffed bungled made_a_mess messed broke_down misjudged underestimated overestimated jumped_the_gun dragged_(?:our|my) sat_on_(?:it|this|your) lost_(?:track|sight|your) went_quiet should_(?:never|not)_have was_a_formality were_asleep owe_you_an_apology",
    thing_of_ours="process procedures? management controls? reviews? checks? script update deployment release migration configuration set-?up calculation software algorithm engine job upgrade change handover shift support communication planning test(?:ing|s)? service system rollout hotline response patch import export sync",
    poor="careless sloppy rushed negligent hasty clumsy poorly_\\w+ badly_\\w+ late too_(?:late|slow|little|quick|hasty|optimistic) inadequate insufficient unacceptable inexcusable thoughtless unprofessional below_(?:our|the)_standard mis\\w+ed short-sighted untested",
    participle="(?!enough|your)\\w{2,}ed been told caught known seen done sent given kept written read made put taken let set run thought found held spoken spotted come gone got",
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
            (?:错|责任|问题|毛病|根子|原因|疏漏)…(?:出在|归于|在于|在)<us>
            (?:怪|赖|怨)不(?:到|得|着)<you>|不[怪赖怨]<you>
            <lapse>…(?:抱歉|道歉|对不起|检讨|致歉|我们)
            (?:说到底|归根(?:结底|到底)|说白了)(?:还)?[是就]?<us>(?!内部)
            (?:锅|责任)…<us>来?[背担负认]
        """),
        en=EN.lines(r"""
            (?:our|my) (?:own )?(?:\w+ ){0,2}<fault>
            <poor>…(?:of us|of me|on our (?:side|part|end)|by us|at our end)
            (?:we|our \w+|our own \w+) …(?:was|were|is|are|been|been too|were too) (?:\w+ )?<poor>
            (?:slip\w*|fell|fallen|falls?) (?:through (?:the|our)\b|between (?:\w+ )?(?:cracks|stools|chairs))
            (?:we|I|our (?:\w+ )?\w+) (?:\w+ )?(?:should(?:n't| not| never)? (?:\w+ )?have|should've|ought to have|could have) (?:\w+ )?<participle>
            (?:got|was|were|been) (?:\w+ )?(?:lost|missed|overlooked|forgotten|ignored|neglected|mishandled|mislaid)…(?:by us|our side|our end|here|with us|internally)
            (?:there's|there is|we have) no excuse|(?:not|isn't|wasn't) good enough
            (?:we|I) (?:\w+ )?(?:hold|have held) (?:our hands|my hand)|mea culpa|hands up
            (?:down to|lies with|rests with|sits with|blame us|attributable to) (?:us|our|me)\b
            (?:fell|fall|fallen) short|blame (?:me|us)\b|(?:puts|put|leaves) us in
            (?:we|I) left (?:out|off) |which took …down
            (?:we|I) (?:\w+ ){1,3}(?:to )?(?:accept|bear|assume|acknowledge|take) (?:\w+ )?(?:liability|responsibility|the blame)
            (?:we|I|our \w+) (?:\w+ )?(?:did(?:n't| not)|had(?:n't| not)|never|forgot to|omitted to|failed to) (?:\w+ )?(?:<duty>|<obliged>)
            (?:we|I|our \w+)(?:'ve)? (?!found|see|think|find|checked)…<set>…(?:too (?!late to|early to)\w+|wrong\w*|backwards|upside|twice|incorrectly|double)
            (?:we|I|our (?:own )?(?:\w+ )?\w+)(?: have| has| had)? (?:\w+ )?<lapsed>
            our (?:own )?(?:\w+ )?<thing_of_ours>…(?:broke\b|broke down|failed|went wrong|ran twice|caused|led to|cost you|wiped|deleted|corrupt|overwrote|miscalc|double|duplicat|didn't|did not|charged|overlooked|let)
            (?:is|was|remains|are|were) (?:\w+ )?(?:our|my) (?:\w+ )?(?:responsibility|doing|failing|failure|fault)
            ours to (?:bear|carry|answer|pay|own|fix)|(?:make|making|no|without) excuses?
            (?:ought|should) to have been|which was wrong|(?:a|management|serious) failing
            (?:this|that|it|one|which)(?:'s| is| was)? (?:\w+ )?on (?:us|me)(?! \w)
            that is on us
            (?:we|I) (?!found|see|think|find|checked)(?:\w+ ){1,6}?(?:wrong(?:ly)?|badly|incorrectly|by mistake|by accident)(?! with| with)
            wrong of us|because of (?:me|us)
            (?:it's|it was|is) our …(?:didn't|failed|wrong|not)
            my (?:predecessor|colleague|team) …<wrong>|left your \w+ (?:out|off)
            (?:said|promised) (?:\w+ ){1,6}and (?:we )?didn't|our (?:\w+ )?<role> (?:was|were)(?:n't| not)
            <fault> (?:during|in|of|by) (?:our|the) \w+
            (?<=\w)'s mistake\b
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
            (?:损失|责任|赔偿|后果|罚款|滞纳金)……<us>…(?:承担|负责|赔|来担|认|补)
            由<us>(?:全[部额])?(?:承担|赔|负责赔)
            <us>(?:来|会|全[部额])?[赔认](?![为真识同可证领一出得准定])
            (?:低于|没达到|达不到|未达到|不及|不符合?)…(?:合同|约定|承诺|协议|SLA)
            我们…(?:打|骂|罚)…认
            <our_role>…给了?…(?:错误|错|不对|不实|误导)
            <us>…(?:把|将)…[设配填写定调算发装接报录][^¦‖]{0,4}<botched>|<us>…[设配填写定调算装接报录]<botched>
            <us>…[设配填写定调算装接报录][小大高低短长少多早晚]了
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
            <loss>…(?:due to|because of|stems? from|caused by|result of|down to)…(?:our|bug|flaw|defect|error|fault)
            (?:we|I)(?: will|'ll| shall)? (?:fully )?(?:reimburse|compensate|indemnify|make (?:it |this )?good|cover your loss\w*)
            you (?:paid twice|lost\b.{0,20}\bbecause)
            (?:over|under|double[- ])(?:charg|bill)\w+ you
            (?:we(?:'re| are| were)|us) in (?:breach|violation|default)|\d …against the …(?:contract|agree|owe)
            (?:we|I)(?:'ll| will| shall)? (?:pay|cover|make up|foot the bill) for (?:the|your|any) …(?:scrap|damage|loss|lost|ruined|spoil|repair|penalt|fine|broken|wast)
            (?:penalty|fine|loss|damage|cost)\w*…(?:ours to|we will pay|we'll pay|for our account|borne by us)
            (?:flaw|bug|defect|error|fault|mistake)…made you
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
            (?:<our_role>|<third>|<surname>)…[把将给]…<botched>
            (?:<our_role>|<third>|<surname>)…(?:说|讲|报|写|配|填|算|发|寄|装|接|录|传)<botched>
            <us>…(?:误[删操关改点配]|[配填录改写弄搞]错)
        """),
        en=EN.lines(r"""
            (?:our|the|one of our|an?) (?:[\w-]+ ){0,2}?<role>(?: [\w-]+){0,5}? <wrong>
            (?:support|sales|engineering|operations|ops|QA|billing) <wrong>
            one of (?:our|the) <role>…<wrong>
            [A-Z][a-z]+ (?:on|from|in) our team…(?:wrong|mistake|<wrong>)
            (?:due to|because of|result\w* from|caused by|owing to)…<fault>…<role>
            (?:contractor|supplier|partner|provider|subcontractor|forwarder|haulier|reseller)…<wrong>
            (?:engineer|technician|colleague|consultant|developer|admin|trainer|installer|driver|\w+er) of ours…(?:<wrong>|against|ran|pushed|pulled|restarted|sent|left|put|typed|entered|merged)
            (?:ran|run|pushed|executed|deployed|applied) …(?:against|in|to|on) (?:production|the live|the wrong|your live)
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
            [是系]<you>…(?:<role>|<third>|仓库|门店|车间|人)·(?:自己)?(?:[把将]…了|没|忘|漏|误)
            <their_people>·(?:自己|单方面|私下)?[把将]…[了反错死]
            责任[在归](?:<you>|他们)
        """),
        en=EN.lines(r"""
            your (?:own )?(?:\w+ ){0,2}?<role>(?:'s)?(?: \w+){0,4}? <wrong>
            (?:someone|somebody|one|a member) (?:in|at|on|of|from) your…(?:<wrong>|clicked|changed|switched|moved|cut|ran|entered)
            (?:it was|was|by) (?:\w+ of )?your (?:own )?(?:[\w-]+ ){0,3}(?:who|that)\b
            your (?:own )?(?:[\w-]+ ){0,2}?(?!(?:serv|print|scann|rout|read|brows|fold|ord|numb|comput|filt|calend|adapt|connect|controll|charg|monit|sens|track|pow|lett|custom|suppli|carri)(?:er|or|ar)s?\b)\w{2,}(?:er|or|ist|ant|ian|man|men|crew|guys?|lad|team|staff|people)s? (?:<wrong>|cut|hit|blocked|drove|dropped|spilt|moved|ran over|entered|typed|keyed)
            (?:caused|made|done|deleted|triggered|mistake|error) by (?:a mistake of )?your…(?:mistake|error|<role>)
            your (?:own )?(?:\w+ )?<role>…(?:who|revoked|changed|deleted|removed|did it|broke|turned it)
            this (?:one )?is on them
        """),
        unless=WHOSE + ZH.lines("不是说\n培训") + EN.lines("nobody\nnot saying"),
    ),
)
THEIRS = TABLE[-1].name
