# ruff: noqa: E501  (one way of saying it a line)
"""Free gifts: something of worth beyond the contract, or a fee waived. What the contract holds already is none."""

from proxeny.cases.replycheck import lexicon_en, lexicon_zh
from proxeny.cases.replycheck.rules import Rule
from proxeny.core.sentences import N_

ZH = lexicon_zh.ZH.extended(
    worth="""
        周 账号 席位 并发 空间 流量 个?月 年(?![底前内末]) 天 次 场 服务 培训 模块 接口 开发 二开 定制
        驻场 维保 质保 延保 巡检 代金券 抵扣券 券 门票 礼品? 套 把 台 个 硬件 备机 打印机 短信 上门 实施
        迁移 清洗 试用 升级 授权 协助 评测 许可 人天 G
    """,
    fee="费用? 差旅费? 运费 成本 实施费 上门费 年费 人天 路费 机票 食宿",
    free="""
        免费 无偿 不要钱 不用钱 一分钱?不[要收] 不收·[费钱] 费·不收 不收<you>
        不收(?=了?$|了?[¦‖]) 不[再另]?[收计](?:您|你)?·[费钱] 不算钱 不[跟和]<you>[算收计]
        免单 全免 免收 白[送给做干用] 不算人天 不用(?:您|你)?(?:付|掏|出)钱 零元 不产生费用 零费用 公益
        算我们的 算在我们 我们请客
    """,
    sorry="补偿 弥补 歉意 心意 走流程 不要钱 不要 交个朋友 感谢支持 赔罪 诚意 赔礼 意思意思 不好意思 包涵 表示感谢 答谢 回馈",
    as_if="[权就当作]?当 算是 就算 作为 表示?",
)
EN = lexicon_en.EN.extended(
    worth="""
        months? years? days? weeks? licen[cs]es? seats? users? credits? GB storage training
        consulting service support sessions? visits? modules? warranty subscription connector
        migration development repair unit scanners? vouchers? tickets? hours? analytics upgrade
        cleaning
    """,
    free="""
        free_of_charge free_for_you for_free at_no_(?:extra_|additional_)?(?:cost|charge)
        no_(?:extra_)?charge on_the_house complimentary with_our_compliments for_nothing gratis free
        without_charge at_our_(?:expense|cost)
        (?:won't|will_not|not)_(?:charge|bill|invoice|appear_on_your)
    """,
    fee="fees? charges? costs? expenses? travel shipping",
    sorry="apolog(?:y|ies) amends goodwill good_faith trouble inconvenience sorry patience hassle thank-?you donation courtesy appreciation token",
    grant="add~ give~ gave offer~ credit~ extend~ grant~ includ~ throw~ put bump~ upgrad~ mov~ find have get keep accept send~ consider writ~ written knock~ refund~ cover~",
    goodwill="""
        gesture_of_goodwill token_of_(?:goodwill|apology|appreciation)
        by_way_of_(?:apology|compensation) as_(?:a_)?compensation
        as_an?_(?:apology|present|gift|thank[- ]you) (?:present|gift)_from_us
    """,
)
ENTITLED = ZH.lines(r"""
    保修|在保|质保期内|[年质]保内|用完
    去年|上次
    合同…[含有包]
    套餐|自带|包含|还剩|本来就
    不是免费|免费(?:版|用户|的那|是)
    试用账号|谣传|能不能免
    <you>…说的?(?!实)
""") + EN.lines(r"""
    (?:under|within) …warranty
    (?:came|come|all that) for nothing
    from last year|used up
    (?:contract|plan|subscription|package) …(?:includ\w+|has)
    already includes?
    are left
    free (?:version|edition|tier|plan|isn't)
    (?:you|they|I|we)(?:'re| are|'m) free
""")
ASKED = ZH.lines("转[给了交]\n<you>要的?") + EN.lines("passed\nforwarded\nyou asked")

TABLE = (
    Rule(
        "free",
        N_("It is to cost nothing."),
        zh=ZH.lines("<free>"),
        en=EN.lines(
            "<free>\n(?<!that's )(?<!one's )(?<!this is )on us|\n(?:have|take|enjoy|are|seats?|months?) …on us|"
        ),
        unless=EN.lines("(?:this|that|it)(?: one)?(?:'s| is) on us"),
        unless_near=ENTITLED + ZH.lines("不是说|怎么算"),
    ),
    Rule(
        "a fee is waived",
        N_("It waives a fee."),
        zh=ZH.lines(r"""
            免(?:了|掉|除|去)
            给<you>免
            <fee>…(?:免|抹|减免)
            <fee>…<us>…(?:出|承担|自理|包|负担)
            <us>…(?:出|承担|包|自理)…<fee>
            (?:差旅|运费|食宿)(?:自理|<us>出)
            [给帮]<you>…抹[掉了零去]
        """),
        en=EN.lines(r"""
            waiv\w+
            (?:and|with) no (?:invoice|bill)|no (?:invoice|bill) (?:for|will)
            (?:don't|do not|needn't|no need to) (?:worry|bother|think) about (?:the|paying|any) …<fee>
            let you off
            (?:drop|skip|forget|scrap)\w* (?:the|your|that) (?:\w+ ){0,2}<fee>
            (?:we|I)(?:'ll| will| can|'d)? (?:cover|pay|absorb|take care of|carry) (?:the|your|all|for the) (?:\w+ )?<fee>
            (?:don't|not|needn't|won't) (?:need to |have to )?(?:pay|be charged) for
            (?:not|won't|never|\w+n't) (?:going to |be )?(?:bill|charg|invoic)(?:e|ed|ing)? (?:you|your|for)
            (?:won't|doesn't|will not|does not|shouldn't) cost (?:you|your \w+)
            (?:nothing|not a (?:cent|penny)|zero) (?:to pay|for you to pay|extra)
            (?:let|forget) (?:you off|about the bill)|(?:strike|struck|wip(?:e|ed)|wrote|write|writing|taken|took|take|knock(?:ed)?) …(?:off|from) (?:the|your) (?:bill|invoice|account)
            (?:bill|invoice|cost|tab|fee|charge)\w* …(?:is|are|goes|comes|stays) (?:ours|on us|with us|to us)
        """),
        unless_near=ENTITLED + ASKED,
    ),
    Rule(
        "more than was bought",
        N_("It gives more than was bought."),
        zh=ZH.lines(r"""
            (?:赠送?|[加多再白]送)…(?:<you>|<worth>|<number>)
            送(?:<you>|<number>)
            (?:给<you>补|补<you>)…<number>…<worth>
            算赠?送
            [搭捎]\S{0,2}<number>…<worth>
            我们送|一起送|送给<you>
            (?:多给|额外给|多开给)<you>
            多(?:配|开|加|送|发|补|给|派|放)(?:了)?…<number>…<worth>
            不(?:计入|占|算进?|影响)…(?:授权|额度|合同|配额|用量|费用)|不[走进]账
            <fee>…(?:抵扣|冲抵|冲掉|减掉|退还?给)|(?:全额|直接)抵扣
            (?:往后)?顺延…<number>…(?:天|月|周|年)
            给<you>多[开加给]
            (?:[给为]<you>|额外|另外)…(?:延长?|加|充|补|试)…<number>…(?:<worth>|元)……<sorry>
            <sorry>……(?:<number>…(?:<worth>|元)|<worth>)
            <number>…<worth>……<as_if>…(?:<sorry>|送|捐)|就?当(?:作|是)?(?:送|捐|交)
            (?:送|捐|赠)给(?!货)
            (?:升到|升级[到成为]?|换成|开到|开成)……(?:不补|不加|不另|不收|不涨)(?:差价|钱|费|价)?
            不[补加]差?[价钱]|升一?档……不
            (?:质保|维保|保修|服务期|有效期|试用|授权|账期)…(?:延|顺延|加|多)…(?:<number>|半)…(?:年|月|周|天)
            延保|延长…(?:服务|质保|维保|保修|试用)
            不用<you>?还|留着用|归<you>了
        """),
        en=EN.lines(r"""
            <goodwill>
            mak(?:e|ing) (?:it )?up (?:for|to)……<grant>
            it's yours|yours to keep|keep the (?:loaner|spare|unit|old)
            <grant>……(?:as|by way of|for|to make|with|in|a) …<sorry>
            vouchers? (?:for|worth|over|in|on|to)\b…you|(?:thirteenth|extra|additional|bonus) month
            (?:donation|a present|a treat|compliments of|no strings)
            (?:bump|upgrad|mov)\w*…(?:same price|no extra|without (?:extra|any)|not pay|nothing)
            (?:won't|not|never) (?:\w+ ){1,3}(?:on|to) (?:the|your|an) (?:invoice|bill|account)
            written off|write (?:it|that|this|half|\w+) off
            throw(?:ing)? in
            (?:give|giving|add|added|adding|offer|offering|extend|extending)\b…<number>…<worth>…<free>
            (?:we|I)(?:'ve| have| will|'ll)? credit(?:ed)?
            credits? (?:of|for|worth|on your)\b|(?:put|apply|applied|issue[sd]?|add(?:ed)?|book(?:ed)?|post(?:ed)?) …credits? (?:to|on|for|towards) …(?:you|account|invoice|bill|trouble|next)
            (?:appear on|off) your (?:bill|invoice)
            on our (?:account|tab|dime)|our treat
            (?:get|have|you'll get|here's|here are) (?:an )?(?:extra|additional|bonus) …<worth>
            you can keep the
            no need to return
            (?:please )?accept\b…<worth>
            extend (?:the|your) …warranty
        """),
        unless_near=ENTITLED + ASKED,
    ),
)
