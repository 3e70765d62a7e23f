# ruff: noqa: E501  (one way of saying it a line)
"""What needs no path: courtesy, a fact that answers, an entitlement, the plan of a third party, a small request, a talk offered.

Looked for only where a reply holds neither a path nor a sign that it gives the question back.
"""

from proxeny.cases.replycheck import lexicon_en, lexicon_zh
from proxeny.cases.replycheck.reading import Reading
from proxeny.cases.replycheck.remarks import Span
from proxeny.cases.replycheck.rules import Hit, Rule, stands
from proxeny.cases.replycheck.witness import heaviest
from proxeny.core.sentences import N_

ZH = lexicon_zh.ZH.extended(
    courtesy=r"""
        谢 收到 辛苦 祝 欢迎 不好意思 抱歉 对不住 久等 打扰 客气 好的 好嘞 好哒 好滴 行 可以的 对的? 嗯 明白 了解 知道了 没问题
        没事 随时 稍等 稍后 您好 你好 早[上安]? OK ok 愉快 聊 喊我 找我 联系我 恭喜 放心 顺利 是的 没错 保重 节日 新年 哈哈 配合 再见 来电 收悉 [周晚明]\S{0,2}见 就这台 按您说的
    """,
)
EN = lexicon_en.EN.extended(
    courtesy="""
        thanks? thank_you sorry apologies welcome glad great perfect lovely happy merry congratulations ok okay
        noted received hi hello dear morning afternoon evening weekend cheers regards wishes best yes sure
        no_problem no_worries pleasure kind enjoy take_care understood will_do got_it appreciated? nice good
        any_time anytime hear see_you talk_soon complete that's_(?:everything|all|it|right|correct|the_one) made_my_day sleep_well yep seen_it your_contact same_number number obliged team_effort too_kind help(?:ed|s)_a_lot agreed at_all praise on_board job one_sec let's_do
    """,
    imperative="""
        assign attach change switch set open add remove use move pick choose press put enter drag edit mark
        pull run save select type upload replace reprint rescan scan plug hold keep leave
    """,
)

COURTESY = ZH.lines("<courtesy>") + EN.lines("<courtesy>")
A_FACT = ZH.lines(r"""
    对上|对得上|明细|第\s*<number>\s*[行条页]|差额|[差多少]的|手续费
    本来就?[带含有包]|还剩|还有<number>|保内|在保|包含|包括在|已含|自带
    (?:<third>|他们|那边)…(?:安排|公布|通知|时间|计划|发布)|(?:安排|时间点|计划)是他们
    (?:麻烦|烦请|请|辛苦|劳烦)…(?:给我|发我|给到|发到|寄|回传|盖章|签字|签收|确认|传我)
    附件|这封|[上新旧]一?版|链接|截图|如下|见下|密码|账号是
    [拖勾点填选搜设]|改成|改为|改到|换成|输入|打开
    (?:您看|方便|合适|可以|行)吗|您看|碰一?下
    [\u4e00-\u9fff](?:好|完|齐|到)了|已[^¦‖]{1,10}(?=$|[¦‖])
    取的?是|取自|按…(?:算|计|取|走)|优先
""") + EN.lines(r"""
    (?:rows?|lines?|columns?|pages?|sections?|clauses?|tabs?|cells?|steps?|slots?|table) (?:[A-Z]\b|\d\w*)
    (?:difference|gap|remainder|surcharge|rounding)
    (?:includes?|included|covered|left|unused|entitled|remaining|under warranty)
    (?:their|its own) (?:schedule|timetable|plans?|dates?|decision|estimate|call|side)
    (?:could|can|would|will) you
    (?:please|kindly) (?:send|share|sign|return|attach|confirm|reply|forward|post|let us have)
    (?:arrived|landed|went (?:live|in|out|through)|fitted|delivered|shipped|released|gone live|went up|synced|in sync)
    |(?:then |and |please |just |to \w+ (?:\w+ )?)?<imperative> (?:the|a|an|your|it|them|that|this|all|both|\w+ (?:to|on|in|into|as|under))
    (?:attached|enclosed|below|link|password|see you)
    (?:reads?|taken|pulls?|comes?|derived|calculated|counts?) (?:it |them )?(?:from|by)
    (?:is|are) (?:switched|set|found|kept|stored|counted) (?:under|in|on|by)
""")

NOTHING_NEXT = Rule("nothing next", N_("Nothing in it says what happens next, or who does it."))


def answers(reading: Reading) -> bool:
    """Tell whether a fact, an entitlement or a small request stands in the reply."""
    return stands(A_FACT, reading.said)


def nothing_next(reading: Reading) -> list[Hit]:
    """Return the clause that speaks most for a return; nothing where a reply is mere courtesy."""
    ends = (*reading.clauses[1:], len(reading.said))
    spans = (Span(begin, end) for begin, end in zip(reading.clauses, ends, strict=True))
    telling = [span for span in spans if _tells(reading.words(span))]
    return [Hit(NOTHING_NEXT, heaviest(reading, telling))] if telling else []


def _tells(clause: str) -> bool:
    """Tell whether `clause` says more than a courtesy."""
    words = clause.strip("¦‖?？ □\n")
    return len(words) > SHORT and not (len(words) < LONG and stands(COURTESY, words))


SHORT, LONG = 4, 60
"""Characters of a clause that says nothing, and of the longest courtesy."""
