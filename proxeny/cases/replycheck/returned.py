# ruff: noqa: E501  (one way of saying it a line)
"""What gives the question back: a no, a refutation, a comparison, the manual, somebody else, product, an order from above.

The words alone are no fault. Only a reply without any path is told (see `path`).
"""

from proxeny.cases.replycheck import lexicon_en, lexicon_zh
from proxeny.cases.replycheck.rules import Rule
from proxeny.core.sentences import N_

NO = N_("It says no, and leaves it there.")
REFUTES = N_("It says that nothing is wrong, or that the customer is.")

ZH = lexicon_zh.ZH.extended(
    cannot="""
        不支持 不具备 不提供 不涵盖 不包[含括] 不开放 不允许 不受理 做不[了到来] 实现不了 弄不了 改不了 搞不定
        办不到 帮不[了到上] 传不上 管不了 没法 没办法 无法 恕难 无能为力 无权 权限有限 写死 超限 已知限制
        技术(?:限制|上) 没有可比性 不行(?!再|就|的话) 不可能 暂无 不可以 行不通 不现实 没有?考虑 不考虑 无此
        未开放 未提供 难以 满足不了 不接受 不办理 不予 不建议您? 超出 (?<![少免忘受大丢错断误跑耽黄砸])不了(?![了解]) 免谈 爱莫能助 不打算 没戏
        不承接 不负责 不处理 不支撑 支持不了
    """,
    edition="(?:标准|基础|旗舰|企业|专业|高级|免费|尊享|入门|普通|商业|集团)版 套餐 高阶 付费",
    said_before="[讲说发演示教提写强调培训告知交代介绍]过",
    policy="合规 安全 法规 保密 政策 规定 制度 监管 法律 规范 红线",
    scope="范围 边界 内容 职责 交付 标准 能力",
    only="最多 上限 最大 只能 只做 只管 只负责 标准化?(?:产品|品|功能) 通用产品 谁来都",
    docs="手册 文档(?!版本) 帮助(?:中心|页面?) 说明书 指[引南] 课件 教程 视频 公告 知识库 聊天记录 官网 FAQ 常见问题 更新日志 培训(?:材料|资料|课)",
    look="参考 参照 参阅 查阅 查看 详见 详情见 请见 请看 看看? 翻 学习 观看 搜 按照",
    product_people="产品 研发 开发 产研 上面 总部 上级 相关(?:部门|同事) 内部",
    elsewhere="""
        <third> 网管 信息[科部] IT DBA 数据库管理员 总机 400 10086 热线 厂
        [买卖].{0,3}的?地方 那边 公司 部门 商 销售 商务 <surname>
    """,
    thing="<third> 浏览器 网络 打印机 硬件 驱动 第三方 自己 环境 电脑 插件",
    others="友商 竞品 同类 [那哪别][家人] 他们 对[方手] 人家 (?:别的|其他|其它)(?:客户|医院|用户|单位|公司|家) [百千]家",
    from_above="领导 行政 管理层 院办 院长 考核 绩效 KPI 红头文件 强制 强推 压下去 统一思想 思想工作",
)
EN = lexicon_en.EN.extended(
    able=r"""
        support(?:ed|s)? possible available offer(?:ed)? provide[sd]? customi[sz]e[sd]?
        do_(?:that|this|it) something_(?:the|we) be_done built_for part_of in_scope planned able_to
        accommodate include[sd]? help(?:_you)?_with do offer have take handle
    """,
    plain_no="""
        unable_to no_way_to no_can_do no_plans? none_is_planned outside_(?:the_|our_)?scope
        out_of_scope by_design as_designed limitation nothing_(?:we|I)_can_do nothing_to_do_with_us
        no_API hard_limit standard_product stops_at we_only technical_limitation falls_outside
        beyond_(?:what|the|our) impossible rule[sd]?_(?:it|that|this)_out ruled_out no_option
        off_the_table out_of_the_question not_an_option no_such nowhere no_longer unsupported
        end_of_life deprecated unfortunately_not never_meant (?:meant|designed|built)_(?:to|for)
    """,
    edition="edition plan tier package licen[cs]e add-on subscription_level version",
    fine="""
        as_expected expected_behaviou?r normal_behaviou?r is_normal does_what_the
        not_a_(?:bug|defect|problem|fault) isn't_a_bug can't_be_us could(?:n't|_not)_reproduce
        nothing_wrong nothing_to_do_with works?_(?:fine|for_me|on_my|as)
        working_(?:fine|normally|as) everything_(?:is|looks)_(?:green|fine|ok|normal)
        within_(?:the_|its_|our_|all_)?(?:spec\\w*|tolerances?|normal|limits?|range|SLA|parameters|bounds)
        (?:user|operator|human|handling)_error intentional intended deliberate on_purpose
        nothing_(?:unusual|out_of|abnormal|suspicious|wrong|to_report|odd|strange|is_broken)
        as_(?:intended|documented|specified|it_should) perfectly_normal healthy no_(?:fault|defect|anomal)\\w*
        (?:normal|expected|typical|common)_(?:for|at|with|when|in)
    """,
    docs="""
        manual documentation docs guide knowledge_base help_(?:center|centre|pages?) FAQ
        release_notes webinar recording tutorial videos? handbook website comparison_page wiki
        deck slides? portal article self-service academy course community forum brochure
    """,
    product_people="""
        product(?:_(?:team|management|folks|manager|people|guys))? developers? development R&D
        engineering internally dev_team relevant_(?:colleagues|department)
    """,
    elsewhere=r"""
        your_\\w+ Microsoft Google Apple manufacturer local_partner hotline general_line sales
        their_support the_(?:vendor|bank|carrier|provider|supplier|hotline|general|help_?desk)
        an?_(?:electrician|lawyer|consultant|specialist|local|certified)
    """,
    thing="printer network browser Chrome Windows hardware third-party OS firewall driver",
    others=r"""
        competitors?(?:'s)? (?:nobody|no_one|everyone|everybody)_else no_other
        other_(?:customers?|clients?|users?) their_(?:\\w+_)?(?:tool|app|board|product|system)
        your_old ours_is on_the_market other_(?:vendors?|providers?|suppliers?|products?|tools?|systems?)
        (?:your_|the_)?(?:previous|former|last|old)_(?:host|provider|vendor|tool|system|supplier|software)
        than_(?:most|many|any|the_others) in_the_industry industry_(?:average|standard|leading) rivals? alternatives?_out
    """,
    vague="""
        for_(?:the|your)_(?:idea|feedback|suggestion|input) in_mind always_looking_to
        product_strategy future_(?:version|planning|release) may_come might_come at_some_point
        release_notes (?:has|have)_been_(?:noted|forwarded|considered) be_considered on_the_radar
        into_(?:account|consideration) (?:take|taking|taken)_(?:it_|this_|that_)?on_board (?:great|good|nice|valuable|interesting)_(?:idea|suggestion|point|input|feedback)
        hear_about_it wish_list backlog_of_ideas weigh_(?:it|this|that)_up down_the_(?:line|road)
    """,
)


def _gives_back(name: str, because: str, zh: str, en: str, unless: str = "") -> Rule:
    return Rule(name, because, ZH.lines(zh), EN.lines(en), ZH.lines(unless), denied_too=True)


TABLE = (
    _gives_back(
        "it cannot be done",
        NO,
        """
            <cannot>
            没有?[这该此那]?个?(?:功能|能力|接口|计划|排期|安排)
            (?:没有?|未|不)(?:做|开发|考虑做?|计划|打算|安排)[的了]?|
            没有的|版本…没有|没这
            (?:不在|不属于|超出|超越)…<scope>
            <only>
            属于…<edition>|<edition>…(?:才|不含|不带|没有?|能力|功能|专属|独有)|(?:升级|升到|购买)…<edition>
            <policy>…(?:不|要求|限制|如此|规定)
            不能(?:细|跨|单独|自定义|按|直接|改|这么)
            (?:一直|就)是?这(?:么|样)(?![办定做来处])
            设计成?这样|这么设计
        """,
        r"""
            <not>…<able>
            <plain_no>
            (?:that's|this is|it's) (?:just )?(?:how|the way) (?:it|things)
            |no|
            need (?:an?)?other product
            (?:only|reserved|limited|exclusive\w*|part of|comes? with|needs?|requires?|restricted|belongs? to)\b…<edition>
            <edition>…(?:only|doesn't|does not|required|don't|isn't)
            is fixed|
        """,
        unless=r"不能(?:保证|承诺|确定|肯定|让)\n没法(?:许|说|保证|评)",
    ),
    _gives_back(
        "nothing is wrong",
        REFUTES,
        """
            <system>…[没无未](?:有|发现|任何|出|见)*…(?:问题|毛病|异常|错)
            [没未无](?:有|发现|任何)*(?:异常|报错|问题|出错)|
            数据没错
            (?:都|均|一切|完全|显示|很|属于?|运行)是?(?:正常|好的)
            正常(?:现象|情况|吧)
            好好的|没遇到过|没(?:能)?复现|复现不[了出]
            (?:不是|并非|不属于|不算|非)…(?:问题|原因|毛病|卡|缺陷|故障|bug)
            (?:与|跟|和|不关)…(?:无关|没关系|没有关系|的事)
            系统不会|系统是?按|业务…逻辑|特此说明
        """,
        r"""
            <fine>
            (?:found?|find|shows?|see|sees|logs?) no (?:\w+ )?(?:errors?|faults?|problems?|issues?|anomal\w+)
            (?:not|\w+n't) (?:the|our|a) (?:platform|system|bug|defect|fault)
            (?:systems?|all) (?:is|are) (?:\w+ )?(?:working|green|fine|normal|ok|good)
            (?:numbers?|figures?|data|results?) (?:is|are) (?:right|correct)
        """,
    ),
    _gives_back(
        "the customer is wrong",
        REFUTES,
        """
            (?:理解|操作|使用|用法|口径|习惯|配置|环境)·(?:错|有误|不对|不一样|的?问题)
            <you>…(?:理解|操作|用法|看的口径|做法|填|录|弄|搞)…[错误]
            本来[就也]|必然的|哪有这么
            (?:早就|之前|当初|上次|验收|好几遍|时候|培训|会上|邮件|群里)…(?:[说讲写签]|<said_before>)
            <said_before>[了的]|有录[像屏]的?|
            合同…[没未]|从来没|签了字
            <you>确定|<you>是不是|是<you>(?:自己|没|消费|看|这边|那边)
            [输录填]错[的了]?|
            <you>(?:的)?网|网速
        """,
        r"""
            you(?:'ve| have|'re| are| must)?(?: \w+)? (?:mis\w+|wrong|mistaken|reading|confus\w+)
            (?:covered|explained|told|agreed|shown) (?:in|during|at|to) (?:the |your |our )?(?:training|onboarding|webinar|contract|demo|tender|you)
            (?:what did you expect|paying attention|have you even|it says so|you asked for)
            (?<!change )(?<!do )(?:at|on) your (?:end|side)
            typed it …wrong
            check your
            just (?:restart|refresh|reload)
        """,
    ),
    _gives_back(
        "others are worse",
        N_("It compares, and gives no way on."),
        """
            比…[强好全贵差稳多](?!对)
            隔壁|没几家|跟我们比|知足
            <others>
            功能对[比照]|一份…对比|不比|不如我们|噱头
            <you>…(?:原来|之前)那
            没人[提说]|都没提
        """,
        """
            <others>
            (?:than (?:they|theirs|them)|ahead of them|compared (?:with|to)|comparison)
            far (?:worse|better|more)
            managed? (?:fine|without)
        """,
    ),
    _gives_back(
        "somebody else's matter",
        N_("It sends the customer to somebody else."),
        r"""
            (?:找|联系|咨询|(?<![疑提请访顾])问问?|拨打?|去|得|让|叫)[^¦‖→]{0,10}?<elsewhere>
            (?:跟|向)…(?:反映|咨询|说)
            不归|归\S{1,4}管|提工单|不[属是]<us>(?:这?组|部门|管|负责|卖)
            <thing>的?(?:问题|毛病|限制|原因)
            所致
            自行|<you>自己(?:去|看|查|排|处理|检)|自助|请(?:按流程|重新)|重新打(?!开)|先检[查察]
            换个(?:浏览器|好)|看看吧
        """,
        r"""
            (?:contact|ask|asking|contacting|talk to|talking to|speak(?:ing)? (?:to|with)|raise (?:it|that|this) with|call|calling|try|take it up with|reach out to|check with|handled by|matter for|question for|one's for|down to|up to|get|turn to|refer to)(?: with)? <elsewhere>
            wrong (?:queue|desk|team|department|address|person|place|number|inbox)
            (?:open|raise|log|create|submit|file) (?:a|another|a new|a separate) (?:new )?(?:ticket|case|request)
            (?:take it up|raise it|raise that) with
            (?:not|isn't|\w+n't) (?:our|my) (?:department|area|job|team|problem|responsibility|issue)
            (?:a|your) <thing> (?:issue|problem)
            responsibility of your
            looks like your
            something at your
        """,
    ),
    _gives_back(
        "it stands in the manual",
        N_("It points to the manual instead of showing the way."),
        """
            <look>…<docs>
            <docs>…(?:都?有|写|可以了|第|发过|搜|里)
            (?:参考|参照|参阅|查阅|详见|按照?)…(?:<docs>|□)
            翻一下|搜一下|发过教程
        """,
        r"""
            (?:refer|consult|see|read|check|look|watch|find|search|described|explained|in)\b…<docs>
            <docs>…(?:answers|covers|describes|explains|shows|has)
            (?:everything|all|it's|that's|this is|answers?) …(?:in|on) …<docs>
        """,
    ),
    _gives_back(
        "product will be asked",
        N_("It asks around without handing anything on."),
        """
            (?:问|反馈|反映|提|转达|跟|向|和|等|看|请示)·<product_people>
            内部…(?:推动|推一?推|反映|沟通|讨论|研究|同步|反馈|提|争取)|推动推动|研究研究|统筹
            <product_people>·(?:考虑|规划|排期|想法|决定|安排|反馈)
            (?:建议|意见|反馈|诉求)…(?:收悉|收到|重视|考虑)
            (?:综合|酌情|后续会?)考虑|持续(?:优化|改进)|宝贵(?:意见|建议)
            (?:以后|后续|将来|未来)…(?:也许|可能|有没有|规划|支持)
            关注…(?:公告|更新)|耐心等待|有消息再|说不准|没?有?排期|有没有…(?:规划|计划|安排)|先这样
        """,
        r"""
            (?:ask|check with|mention|raise|pass|forward\w*|feed|tell|talk to|bring)\b…<product_people>
            pass (?:it|this|that|your) (?:\w+ )?(?:on|along)
            <vague>
        """,
    ),
    _gives_back(
        "by order of the management",
        N_("It leaves all the work to the customer and those above him."),
        """
            <from_above>
            内部[推管要先]|<you>…要抓|不愿[用意]|习惯(?:了|就)
        """,
        r"""
            (?:management|managers?|boss|leadership|directors?)\b…(?:should|must|have to|to make|make|order|force|push|tell)
            (?:make|makes|making) …mandatory
            (?:adoption|internal matter|your people)
        """,
    ),
    _gives_back(
        "answered with a question",
        N_("It answers with a question, or asks to come back later."),
        """
            为什么?(?:非|一定|不|要)
            真?[有没]必要
            [想希望要]…怎么[样做办着]
            有…[人谁]用|谁[会要还]|什么问题[?？]
            不也…[好行]
            (?:能|可以)?复现·(?:再|时候?)
            (?:下次|再次|再有|等)…(?:出现|发生)…[再时]
            再出(?:现|问题)|再说|
            (?:先|再)?观察(?:观察|一下|看看)|多用(?:几次|用)
        """,
        r"""
            what (?:exactly |excatly )?(?:do|would) you (?:want|like|expect)
            what exactly is
            what (?:problem|issue|exactly|outcome)\b…\byou\b
            (?:impossible|hard|difficult) to (?:chase|reproduce|say|tell|track|find)
            (?:ping|tell|call|write|let|contact|shout|get back)\b…(?:next time|when it|if it|should it|once it)
            why (?:would|do) (?:you|anyone|anybody)
            (?:is|are) (?:this|that|it|you) (?:really|actually)
            want us to do
            (?:let us know|come back|call us|tell us|write again|reopen)\b…(?:if|when|once)\b…(?:again|reproduce|recurs?|persists?)
            close (?:the|this|your) (?:ticket|case)
        """,
    ),
)
