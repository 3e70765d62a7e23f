# ruff: noqa: E501  (one way of saying it a line)
"""Promises: a future result in our name that is assured, or that has a date.

A date makes a promise if something is to be delivered by then, said in its clause or in the one beside it. It makes none in the
past, where the customer or a third party is to act, where it is a time to look again, or where a talk is offered.
"""

from collections.abc import Iterator

from proxeny.cases.replycheck import lexicon_en, lexicon_zh
from proxeny.cases.replycheck.dates import EN_DATE, ZH_DATE
from proxeny.cases.replycheck.reading import Reading
from proxeny.cases.replycheck.remarks import Span
from proxeny.cases.replycheck.rules import Hit, Rule, denied, stands
from proxeny.core.sentences import N_

ZH = lexicon_zh.ZH.extended(
    harm="丢 少 错 漏 断 停摆? 影响 中断 外泄 出错 耽误 差 宕机? 崩 卡",
    future="[快慢]的话 不出意外 会 将 定在 约在 排在 约好 预计 计划 安排 争取 派 一定 就",
    again="""
        再(?:看|评|议|定|试|聊|谈|压|排|复盘|审|接|开|做|动|考虑) 重新(?:看|评|压|测|审) 回头看
        复评 定时间 [来前]评 评审 标志 一起(?:看|开|评) 才能 才
    """,
    talk="方便 有空 合适 [对碰过聊]一[下碰] 开会 会上 挑个 约个",
)
EN = lexicon_en.EN.extended(
    promise="promise assure pledge warrant vouch swear undertake commit(?:ted)?_to",
    surely="""
        definitely certainly absolutely surely for_sure for_certain without_fail no_matter_what
        whatever_it_takes 100_?% guaranteed
    """,
    harm="lose affect recur happen miss drop fail be_lost disturb break",
    again="""
        revisit look(?:ing)?_(?:at_it_)?again re-?evaluate re-?assess review reconsider come_back_to
        up_for we_talk see_together
    """,
    talk="suits? would_\\w+(?:_[\\w:]+){0,4}_(?:work|suit|do|be_(?:ok|fine|good)) shall_we could_we pick_a are_you",
)

ASSURED = (
    Rule(
        "our word is given",
        N_("It gives our word."),
        zh=ZH.lines(r"""
            (?<![为以])(?<!为了)<vow>(?![性人过的])
            (?<![为以请要先])(?<!为了)确保
            有我们?在|[黄砸]不了
            拍着?胸[脯口]|立字据|白纸黑字|全力(?:以赴|确保|保障)
        """),
        en=EN.lines(r"""
            (?:we|I)(?: can| do| hereby| solemnly|'ll| will|'d|'re| are)? <promise>
            guarantee[sd]?(?! delivery)
            (?:have|you) my word
            (?:we|I)(?: will|'ll| can| shall) (?:ensure|see to it|put (?:it|that) in writing)
            not (?:one|a single) …(?:will|be lost|go missing)
            stake (?:my|our)|(?:will|'ll) (?:go|run|work) \w* ?without a hitch|(?:count|bank|rely) on (?:it|us|me)\b|mark my words|cross my heart|hold (?:me|us) to (?:it|that)
            (?:is|are|'re|'s) going to (?:love|be delighted|be happy)|on my honou?r|my promise|solemn
            (?:rest assured|it's a promise|I vouch|promise you|assure you)
        """),
        unless=ZH.lines(r"""
            (?:<third>|<role>|<in_past>|谁)…(?:保证|承诺|答应)
            |<you>…(?:保证|承诺|答应)(?!<you>)
            承诺…没有?(?:做到|兑现)
        """)
        + EN.lines(r"(?:you|they|who|was|were|had|been|<third>)\b…(?:promised|guaranteed)\npromised last"),
    ),
    Rule(
        "certain to happen",
        N_("It calls the outcome certain."),
        zh=ZH.lines(r"""
            <sure>[会能可以]*(?:不会|不让|不再|没问题|没事|安全|不<harm>)
            <sure>[会能可以]*(?:按时|准时)?(?:<for_you>|把|让|赶)?[^¦‖人要影有日]{0,4}?(?:<deliver>|会?做)
            (?:放心|没问题)……(?:绝?不会|不丢|搞定|没问题|没事|肯定|一定|会<for_you>)
            [包保]·(?:修好|满意|没事|好用|搞定)
            妥妥的
            <sure>[会能]?(?:让|叫)[^¦‖]{1,8}(?:满意|放心|省心|踏实|用上)
        """),
        en=EN.lines(r"""
            <will>(?: be)? <surely>
            <surely> (?:<will>|sure)
            <will>…<surely>
            (?:is|are) (?:certain|bound|sure) to be
            go ahead……(?:won't|nothing will)
        """),
        unless=ZH.lines(r"""
            <sure>要
            (?:<you>|老师|大家|请|必须先)…<sure>(?!<for_you>)
            <sure>会?…(?:报错|失败|冲突|超时|变慢|问)
            导入前|之前必须|必须[把先用在填写]
        """),
    ),
    Rule(
        "never again",
        N_("It says that something will never happen."),
        zh=ZH.lines(r"""
            (?:不会?|不让|不可能|绝不|决不)再…(?:发生|出现|有|犯|出|<harm>|遇到|重演)
            不会让…(?:第[二2]|再)|不会有?第[二2][次回遍]
            再也不|杜绝|下不为例|不会有第[二2]|零(?:丢失|故障|中断|差错)
            (?:绝对?|决|永远?|今后|以后|往后|从此)[都也]?不(?:会|让|再|<harm>)
            [一半](?:条|单|笔|分|个|张|点|行)…不会?<harm>
            [丢少误跑错差]不了|万无一失
        """),
        en=EN.lines(r"""
            trust me\b|(?:it|this|that) never happens? again
            (?:never again|will never|won't ever|never going to)
            (?:\w+n't|not) (?:happen|occur|recur|come back|fail|go down)…(?:again|ever|any ?more)
            (?:won't|will not|\w+'ll not|shan't|\w+'ll never|can't|cannot) …(?:again|ever|a second time|twice)
            (?:won't|will not|\w+'ll not) (?:\w+ )?<harm>
            no (?:\w+ )?(?:orders?|records?|data|tickets?) (?:will be|are) lost
            they will not
        """),
        unless=ZH.lines("如果") + EN.lines("if\nunless\nwill never (?:show|appear|fire)"),
        denied_too=True,
    ),
    Rule(
        "taken on whole",
        N_("It takes the whole matter on, whatever comes."),
        zh=ZH.lines(r"""
            包在[我咱]
            (?:交给|看)我…(?:放心|妥|好了)
            修不好不走|不解决不|负责到底|兜底
        """),
        en=EN.lines(r"""
            leave it (?:with|to) (?:me|us)
            you can count on (?:me|us)
            (?:whatever it takes|consider it done)
        """),
    ),
)

DATED = Rule("dated", N_("It names what we will have done, and when."))

OURS = ZH.lines("<us>\n<for_you>\n<surname>\n由") + EN.lines("<us>")
RESULT = ZH.lines("<deliver>\n(?:就|能)好\n退还") + EN.lines(r"""
    <deliver>
    (?:<will>|<hedge>) be
    (?:is|are|be|gets?|being) \w{2,}(?:ed|en)\b
    (?:is|are|will be|'ll be|be) (?:at|on|in|with|over at) (?:your|you|site|the plant|place)
    (?:goes|go|going) (?:in|into|out|up|live)
""")
AHEAD = ZH.lines("<future>\n<hedge>") + EN.lines(
    "<will>\n<hedge>\n(?:is|are) being\n(?:scheduled|booked|planned)"
)
NO_PROMISE = ZH.lines(r"""
        <in_past>
        (?:约好|说好|答应|定好)的
        今[天日早晨](?:凌晨|早上|上午|中午|下午)?[^¦‖就会能给]{0,16}[\u4e00-\u9fff](?<![为除极忘算罢])了(?!吗)
        [日号天月周点午晚][^¦‖会能就前内给]{0,10}(?:上线|完成|修[好完]|恢复|发出|换|迁完|到货|签收|发布)[好完]?了(?=$|[¦‖ ])
        今[天日早晨][^¦‖]{0,8}(?:点|时|:\d\d)开始|[一二三四五六日天末]见(?!分晓)|考虑到|续费|续约|从…起(?!草)
        |等(?!我|您|你|明|后|下|周)[^¦‖]*(?:完|好|后|了)
        [?？]\W*$
        (?:我?[都也]?)(?:行|可以)(?=$|[¦‖])|(?:上线|割接|实施)的方案|能不能|是不是
        (?:\d|[点分日号月])\s*起(?!动|草|来)|改成|点[击一]下|[跑走]到一半
        每[天周月年日]|有效期|到期|起算|次月|的话.{0,4}有空
        [试用保留延存]\S?到|[年月日号]之间
        <again>
        <talk>
        (?:麻烦|烦请|下单|签约|帮我|留意)
        (?<!我)说(?=[今后下本周]|明[天早晚日])
        (?<![申邀])请(?!放心|<us>)
        |(?:好的|收到|等|您说|你们说)?(?:<you>(?!放心|尽管|看|[要反提所]|<harm>)|<third>|老师们?|他们|公告|税务局)(?!…<for_you>)(?!…(?<![给发])<us>)
        吗|
    """) + EN.lines(r"""
        <in_past>
        (?:since|valid|overdue|came out|is their|are their)
        (?:payment|invoice|balance|fee|amount)…due
        (?:plans? for|bill|invoice|visit|meeting|call|session|audit|report|log|order|shift|run|file)\w* (?:for|of|on|from) (?:next|this|last|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|this month's|(?:visit|audit|meeting) next week
        (?:I|we) (?:could|can) (?:do|make|manage)\b(?! (?:it|that|this|you|the|a)\b)
        I read
        renew
        every (?:night|day|week|month)
        (?:could|can|would|will) you\b
        not (?:going to )?(?:bill|charge|invoice)
        (?<!me )(?<!us )until\b
        (?:payroll|month|year|quarter|audit|the (?:bank|office|shop|store|warehouse)) (?:\w+ )?(?:closes|opens|starts|ends|runs)
        <again>
        <talk>
        |(?:(?:and|that|if|once|so|meanwhile|hi|dear \w+) )?(?:please|kindly|<third>)(?!….(?:I|we)\b)
        |(?:and |that |so |if )?you (?!can expect|can test|will|shall|get|have|may expect)(?!.*\b(?:I|we)\b)
        |the (?!\w+ly|patch|fix|report|new|next|second|first|last)\w+ (?:plans?|will|wants?|intends?|needs?) to
        |your (?!data|account|licen|new|replacement)(?!…\b(?:by us)\b)
        (?:says?|said)
        if (?:you|the)
    """)

NOT_DONE = ZH.lines("<not>[能会可]?<deliver>") + EN.lines("<not> (?:\\w+ )?<deliver>")


def dated(reading: Reading) -> list[Hit]:
    """Return the promises that have a date: the clause of the date, with the one beside it where that says what is promised."""
    return [Hit(DATED, span) for span in _dated(reading)]


def _dated(reading: Reading) -> Iterator[Span]:
    dates = (*((ZH_DATE,) if reading.is_chinese else ()), *((EN_DATE,) if reading.is_english else ()))
    for looked_for in dates:
        for found in looked_for.finditer(reading.said):
            if span := _promised_for(reading, Span(*found.span()), plain=found["plain"] is not None):
                yield span


def _promised_for(reading: Reading, date: Span, *, plain: bool) -> Span | None:
    """Return the clauses that promise something for `date`; None if nothing is promised for it."""
    clause = reading.clause_at(date.start)
    before, after = reading.said[clause.start : date.start], reading.said[date.end : clause.end]
    if stands(NO_PROMISE, reading.words(clause)) or denied(before):
        return None
    rest = f"{before} {after}"
    result, ours, ahead = (stands(words, rest) for words in (RESULT, OURS, AHEAD))
    if (
        (plain and (result or ahead or (ours and reading.is_chinese)))
        or (result and (ours or ahead))
        or (ours and ahead)
    ):
        return clause
    for beside in _beside(reading, clause) if plain or ahead else ():
        if _delivers(reading.words(beside), alone=ahead or not rest.strip("¦‖ ,"), ours=ours):
            return Span(min(clause.start, beside.start), max(clause.end, beside.end))
    return None


def _delivers(said: str, *, alone: bool, ours: bool) -> bool:
    """Tell whether the clause beside the date's says what is delivered, in our name or in nobody's."""
    if stands(NO_PROMISE, said) or stands(NOT_DONE, said) or not stands(RESULT, said):
        return False
    return alone or ours or stands(OURS, said)


def _beside(reading: Reading, clause: Span) -> Iterator[Span]:
    sentence = reading.sentence_at(clause.start)
    if clause.end < sentence.end:
        yield reading.clause_at(clause.end)
    if clause.start > sentence.start:
        yield reading.clause_at(clause.start - 1)
