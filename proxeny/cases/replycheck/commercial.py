# ruff: noqa: E501  (one way of saying it a line)
"""Commercial talk: price, discount, payment, renewal, refund, termination. Handing such a question to sales is none."""

from proxeny.cases.replycheck import lexicon_en, lexicon_zh
from proxeny.cases.replycheck.rules import Rule
from proxeny.core.sentences import N_

ZH = lexicon_zh.ZH.extended(
    price="""
        单价 价[格钱]? 年费 费用 收费 收取? 加收 报价 差价 单买 单独买 打包 一口价 维护费 服务费 授权费
        要(?![是求到么先]) 另算 含[税实维] 仍按 超过 人天费? 便宜
    """,
    per="每 [一/](?:个|席|年|月|天|次|套|台|点位|用户|人天|条|户) 一?个?人天 年 月",
    cheaper="优惠(?![券码]) 特价 底价 [最低]低价 老客户价 让利 降价 折上折 一口价",
    percent="<number>成 <number>\\s*% <number>个点",
    part_payment="首[付期] 尾款 打款 汇款 [月季]结(?=\\s*<number>\\s*天) 付清 回款 预付款? [月季年]付 后付款 先付 分期 欠款 余款 全款",
    term="价格 单价 年费 费用 收费 付款 退款 退费 续约 续费 续签 违约金 折扣 账期 货款 定金 押金 授权费 服务费 维护费 合同(?:期|年限)",
    modal="可以 可 能 给<you> 同意 愿意 接受 按 维持 不变 延 调[整到] 下调 上调 减半 另[算计付收] 补 缴 交(?!付)",
    ending="解约 解除合同 终止(?:合同|服务|协议) 自动终止 违约金 不续 补充协议 退租 合同期[内满] 账号停用 提前(?:结束|退出)",
    sales="销售 商务 客户经理 总监 法务 市场部?",
)
EN = lexicon_en.EN.extended(
    price="pric(?:e|es|ed|ing) costs? fees? charge~ rates? pay~ difference",
    per="""
        per_(?:seat|user|month|year|day|site|message|licen[cs]e|node|device|GB|TB|head|call)
        (?:a|an|each|every)_(?:seat|user|month|year|day|site|message|licen[cs]e|node|device) each
        monthly yearly annually
    """,
    percent="""
        (?:\\d+|five|ten|fifteen|twenty|thirty)\\s?(?:%|percent|per_cent) a_fifth a_third half
        a_quarter a_tenth
    """,
    term="""
        prices? pricing refunds? renewals? fees? payments? penalt(?:y|ies) invoices? subscription
        licen[cs]e_fees? rates? contract
    """,
    terms="""
        instal?ments? down_payment upfront up_front prepay~ (?:\\w+_)?(?:days_net|net_\\d+)
        (?:quarterly|monthly|annual|yearly)_payments? payment_(?:terms?|within|by) early_termination
        notice_period one_month's_notice same_terms
    """,
    sales="sales account_manager director legal billing finance Ms Mr",
)
HANDED = ZH.lines(r"""
    [转交报发]…[给到了上]…<sales>
    请<sales>
    <sales>…(?:联系|回|来|跟|答|说|吧|对|处理)
    不(?:归|方便|便|能谈|在我)|做不了主|谣传
    <you>…(?:说|提到|要求|来函|诉求|问)
    歉|赔罪|补偿|弥补|送你们
""") + EN.lines(r"""
    (?:passed|forwarded|handed|gone|asked|sent|sits?|is)\b…\b<sales>
    (?:isn't|not) (?:mine|the one|something I)
    (?:can't|cannot|not) (?:discuss|talk)
    account manager
    they (?:are|'re|were)
    you (?:said|asked|wrote|say|mention)
""")
A_FACT = ZH.lines(r"""
    凭证|流水|明细|跨日|冲正|走完|重复付
    (?<!年)已(?!经?是)|上次|去年签|当时
    免了|免收
    设置|参数|审批|流程|提醒|系统|菜单|导入|勾|筛选|页面|状态|字段|按钮|标红
    限流
""") + EN.lines(r"""
    (?:voucher|booked|reconciled|row|column|went through|was sent|went out|ledger|prints?)
    (?:workflow|reminder|import|export|template|stuck|click|tick|settings?|field|page|rate limit|calls?)
""")


TABLE = (
    Rule(
        "a price",
        N_("It names a price."),
        zh=ZH.lines(r"""
            <price>…<money>
            <money>\s*(?:<per>|封顶|起|以内|全包)
            (?:每[一/]?|[一/])(?:个|席|年|月|天|次|套|台|点位|用户|人天|条|户)…<money>
            (?:年费|单价|报价)[^。]{0,20}<money>
            (?:人天|账号|点位|席位?|单价|每人)(?:费|单价)?\s*[为是按]?\s*\d{2,}(?!\s*[个点天])
            <number>\s*钱?\s*[一/](?:个|席|年|月|天|次|套|台|条|人天)(?!月)
            (?:另外?|单独|额外|再)(?:收费|加收|收取|计费|算钱)
            按合同额…收|人天费|维护费…[收按]
            (?:大概|大约|约|差不多|一共|总共|整套|总价|预算|报价|含税|最低)…<money>|<money>…(?:左右|之间|以内|含税|不含税|预算|够)
            (?:做到|给到|最低|只要)\s*\d{2,}(?!\s*[个条次点天时分%人台])|\d+\s*[支台把套个]起|<number>[支台把套]起
            [多加再](?:付|收|要)?\s*\d{3,}(?!\s*[个条次点天时分%人台张单笔行GM])
            <term>…[涨降]\s*(?:<percent>|<number>)
            费率|资费|[新原现]价|预算…(?:够|做)|起订量|阶梯价|税另
        """),
        en=EN.lines(r"""
            <money>…(?:<per>|more|cheaper|less|flat|on top|extra)
            <price>…<money>
            (?:(?<![\w-])\d[\d,.]*|<money>)(?: \w+)? (?:<per>)
            (?:costs?|charged|billed) (?:at )?(?:extra|separately|\d)
            (?:would|will|'d) (?:be|cost|come to) (?:about |around |roughly |just under )?<money>
            (?:would|will|'d) (?:be|cost|come to) (?:about |around |roughly |just under )\d[\d,.]*k?(?! ?(?:min|hour|day|week|sec|%|GB|MB))
            \d+k (?:a|per)
            another …(?:points?|%) off
            (?:it|fee|price|rate|that) (?:\w+ )?(?:stays|remains) (?:at )?(?:\d|the same)
            (?:can|could) come down to
            (?:is|be|are) \d[\d,.]*,\d{3} (?:a|per|EUR|USD|for)
            billed at|(?:including|excluding|plus|incl\.?|excl\.?|net of|before) (?:tax|VAT|GST)
            \d[\d,.]* (?:from|for) (?:\w+ )?(?:up|units|seats|pieces|or more)|from \w+ (?:up|upwards|onwards)
            (?:\d[\d,.]*|\w+ hundred) ?(?:k|thousand|grand)\b…(?:covers?|budget|will do|enough|for the lot)|budget…(?:\d|thousand|covers)
            (?:between|around|roughly|about|some|comes? to|adds? up to|in the region of) (?:\w+ ){0,4}\d[\d,.]* ?(?:k|thousand|grand)\b
            tariff|price list applies|going rate|(?:at|on) (?:the|your) (?:present|current|same|old|existing|agreed) (?:rate|terms|price|conditions)
        """),
        unless=A_FACT,
        unless_near=HANDED,
    ),
    Rule(
        "a discount",
        N_("It offers a discount or a better price."),
        zh=ZH.lines(r"""
            [一二三四五六七八九\d](?:[一二三四五六七八九]|\.\d)?\s*折
            <cheaper>
            便宜(?:些|点|<number>|很?多)|比…便宜
            (?:省|减|让|降)\s*(?:<percent>|<number>\s*[万元块])
            不?涨价|原价
            价[格钱]?…(?:好商量|好说|可以|能[低谈降]|维持|不变|商量|空间|优)
            按(?:去年|原来|老|今年|之前)的?价
            报多少|可以跟(?=$|[¦‖])
            买…送
            <percent>…(?:优惠|折扣|减)
        """),
        en=EN.lines(r"""
            discount(?:ed|s)?
            <percent> (?:off|less|cheaper|discount|reduction)
            (?:take|knock|drops?|reduced?) (?:\w+ ){0,2}(?:by )?<percent>
            (?:better|special|lower|best|reduced|good|last year's|same) (?:price|rate|deal)
            cheaper
            match (?:it|their (?:price|offer)|the (?:price|offer))
            (?:price|rate|fee)s?\b…(?:flexible|negotia\w+|go(?:es)? (?:up|down)|increase|stays?|reduc\w+|come down)
            no (?:price )?increase
            about the price
        """),
        unless=A_FACT,
        unless_near=HANDED,
    ),
    Rule(
        "how to pay",
        N_("It speaks of how or when to pay."),
        zh=ZH.lines(r"""
            [分按]…(?:期|季度?|月|半?年|笔|阶段)…(?:付|结)
            <part_payment>
            账期…(?:放|延|可|给|宽|到|\d)
            付款…(?:放宽|延|可以|宽限|\d+\s*天)
            先…再付款?
            分…[次期笔]…[付结缴]
            (?:开票|到货|验收|年)后…[付结]
        """),
        en=EN.lines(r"""
            <terms>
            pay (?:half|annually|monthly|quarterly|later|in|the rest|by)
            payment …(?:is fine|days)
            (?:balance|invoice|deposit) (?:is|has been) (?:paid|settled)
            stretch payment
            (?:thirty|forty-five|sixty|ninety|\d+) days (?:\w+ )?(?:is|are|would be|works?) (?:\w+ )?(?:fine|ok|okay|for us)|remittance
            (?:two|three|four|several) payments
            paying …(?:fee|penalty)
        """),
        unless=A_FACT,
        unless_near=HANDED,
    ),
    Rule(
        "a term of the contract",
        N_("It speaks of renewal, refund, termination or another term of the contract."),
        zh=ZH.lines(r"""
            续[签约费订]…(?:价|<number>\s*[年个]|送|的话|给|按|折|优惠|维持|不变|可以|条件)
            (?:可以|给<you>|愿意|同意)…续[签约费]
            不能…续(?!集)
            (?:可以?|能|给<you>|同意|按|全额|予以|愿意?)…退(?:款|还|费|钱|一半|给|<you>)
            [款费钱]…退(?:给|一半|还|<you>|<number>)
            不退(?!出|回)|全额退|全款退|退货退款|(?:可以?|能|予)退(?!回|出|格|单|到|订)
            租金|季度结算|(?:续费|续约|续签)…(?:要|须|需|应|必须|否则|前)|(?:如果|若|要是)?不续(?!传|接|上)
            赔…(?:租金|成|%|违约|余款)|合同…(?:到期|失效|终止|自动)
            条款…(?:拿掉|去掉|改|加|删|取消)
            <ending>
            [签延]…(?:协议|合同)…[到至改延]
            服务(?:期|等级)…[改升延]|(?:通知|解除|终止)·(?:就|即)?可以?·(?:解除|终止|结束)|(?:通知|函)…(?:解除|终止)
            退[回还](?!车)…(?:原路|比例|剩余|多[收付]|余|款)|(?:按|剩余|没用完|未使用|余额|原路)…退[回还款]
            <term>·<modal>
            <modal>·<term>
        """),
        en=EN.lines(r"""
            (?:we|I|you)(?:'ll| can| could| will| would|'d| may)?(?: \w+)? (?:get a |give a |receive a )?(?:full |partial )?refund
            refund (?:half|you|the|of)
            (?:can|could|will|may|would|'ll) be (?:refunded|reimbursed|returned|credited)|deposit is (?:returned|refunded|paid back)
            (?:cancel|leav|terminat|exit|quit)\w+ …(?:costs?|fee|penalt)\w*|annual (?:billing|plan|payment) saves|(?:pay|get) \d+ instead of
            adds (?:another )?\d|(?:goes|go|going|went) up by \d|(?:total|price|it) (?:down|under|below) (?:to )?\d
            money back|for your money
            (?:contract|agreement|subscription|licen[cs]e|it) (?:\w+ )?(?:lapses|expires|ends|rolls over|runs out|renews|auto-?renews)(?! (?:in|with) (?:the )?(?:trace|log|error))
            without renewal|renew (?:by|before|now|until)|for a full refund|full refund
            (?:costs|will cost|would cost) you …(?:\d|of the)
            (?:\d+ ?%|\w+ percent|half|a third|a quarter) …(?:on order|on acceptance|upfront|on delivery|on signing(?! in)|after acceptance|down\b)
            settle (?:\w+ ){0,2}with the (?:quarter|month|year)|invoice now|invoiced? (?:quarterly|monthly|annually|later)
            (?:if|once|when|should) you (?:\w+ )?(?:renew|terminate|cancel|leave|sign)
            (?:free to|can|may) (?:cancel|terminate)
            renewals? (?:would|will|price|is|at|can)
            (?:renew|sign|commit) for
            don't renew
            penalty (?:is|of)
            (?:end|terminate|cancel|exit|leave|quit) (?:the|your) (?:contract|agreement|subscription)
            (?:without|no) penalty
            remaining (?:fee|contract|term)
            (?:renewal|cancellation|exit|penalty) clause|strike the …clause
            (?:get|have|receive)\b…(?:money back|back …(?:fee|paid|payment|money))
            (?:end|terminate|cancel|leave|exit)\w* (?:the |this |your )?(?:agreement|contract|deal)?…notice
            extend (?:the|your) contract
            (?:we|I) (?:can|could|will|would|may|'d|are happy to|agree to) …<term>
            you (?:can|could|may|will|would|'ll|'d) (?:pay|renew|cancel|terminate|get …<term>|have …<term>)
            <term> (?:\w+ ){0,2}(?:will be|would be|can be|may be|could be|is due|are due|increases?|goes|drops?|falls?)
        """),
        unless=A_FACT,
        unless_near=HANDED,
    ),
)
