# ruff: noqa: E501  (one way of saying it a line)
"""Words for a time to come, as they stand in a reply; none is reckoned to a day.

A *plain* date (下周三前, by Friday) can only lie ahead. A *bare* one (14 日, on the 14th) may as well lie behind: it takes more to
make a promise of it.
"""

import re

NUM = r"(?:\d{1,3}|[一二两三四五六七八九十半几]{1,3})"
DAYTIME = r"(?:凌晨|一早|早上|上午|中午|下午|傍晚|晚上|夜里|[早晚])"
HOUR = rf"(?:{NUM}\s*(?:点半?|时(?!间|长))|\d{{1,2}}:\d\d)"
CLOCK = rf"(?:\s*{DAYTIME})?(?:\s*{HOUR})?(?:下班|午饭|开工)?"
BY = r"(?:\s*(?:之前|以前|前(?![年天几]|一)|之内|以内|内|[底末](?!层)|初|[上中下]旬))"
UNIT = r"(?:个?工作日|个?自然日|天|日|个?小时|个?钟头?|分钟|周|个?星期|个?礼拜|个?月|个?季度)"
# 3 号交换机, 2 号楼: the number of a thing, not a day.
THING_NUMBER = r"(?!\s*(?:交换|[楼库店机线档门仓厂车院炉窗柜泵站枪屏房]|节点|网关|设备|服务器|模板))"
OCCASION = (
    r"(?:春节|元旦|国庆|中秋|端午|五一|十一|元宵节?|过?年|过?节|放假|假期|双十[一二]|双\s*1[12]|618|大促|开学|上线|验收|"
    r"年检|年审|审计|月结|年结|关账|报税|开业|割接|大会|上班|下班|天亮|开市|开[门店]|闭店|中午|午饭|天黑|交班|[早晚]高峰)"
)

ZH_PLAIN = "|".join(
    (
        rf"(?:今[天晚日儿夜]|明[天早晚儿日]|大?后天|当[天晚日]|次日|隔天|第二天){CLOCK}{BY}?",
        rf"下+个?(?:周|星期|礼拜)(?:[一二三四五六日天末])?{CLOCK}(?:{BY}|里)?|[本这]个?(?:周|星期|礼拜)(?:[一二三四五六日天末]{CLOCK}{BY}?|{BY})",
        rf"(?:周|星期|礼拜)[一二三四五六日天末]{CLOCK}{BY}?",
        rf"下个?月{BY}?(?:份|里)?|(?:本|这个)月{BY}|月[底末](?:前|之前)?|年[底内](?:前|之前)?|[季期][末底]|(?:明|后)年(?!起)|今年{BY}|[上下]半年{BY}?|开春|这[两几]天(?=[就能会给出内])",
        rf"(?:\d\s*|[一二三四])季度{BY}?|\bQ[1-4]{BY}?",
        rf"(?:{NUM}\s*月)?\s*{NUM}\s*[号日]{CLOCK}{BY}",
        rf"{NUM}\s*月份?{BY}",
        rf"(?:{DAYTIME}\s*)?{HOUR}\s*(?:之?前|以前|左右|准时)",
        rf"[0-2]?\d:\d\d\s*之?前|晚些时候|稍晚|晚点|傍晚|(?<!天)(?<!日)下午(?:\s*{HOUR}|(?=[就给来能]))",
        rf"{NUM}\s*{UNIT}(?:之内|以内|内|左右|之?后|就|(?=[出给修回]|搞定|到位|到场|到厂|恢复|解决))|再?[过有]{NUM}\s*{UNIT}|后续{NUM}\s*{UNIT}|[等给]我们?\s*{NUM}\s*{UNIT}|[本下]?月?[上中下]旬",
        rf"{OCCASION}(?:之?前|后第?一?[周天])",
        r"下(?:一|个|一个|次)?(?:小|大|正式)?(?:版本?(?!权)|期|轮|迭代|更新|升级|发版|发布|补丁|窗口)(?:迭代|版本)?",
        r"(?<![\d.])[vV]?\d{1,2}\.\d{1,2}(?:\.\d+)?\s*(?:版本?|里|中)?(?=[^¦‖]{0,10}?(?:提供|发|支持|上线|带|会|推出|放出|加)(?!标志))",
    )
)
ZH_BARE = "|".join(
    (
        rf"(?:{NUM}\s*月)?\s*{NUM}\s*[号日](?:这天)?{THING_NUMBER}{CLOCK}",
        rf"{NUM}\s*月[初底中末]?份?(?!\s*\d)",
        rf"{DAYTIME}\s*{HOUR}",
    )
)

COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|ten|twelve|a few|a couple of|half an|the|\w+ to \w+)"
)
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|August|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PART = r"(?: (?:morning|afternoon|evening|night|noon|at \w+))?"
PERIOD = r"(?:morning|(?:minor|major|point|spring|summer|autumn|fall|winter|maintenance) )?(?:week(?:end)?|month|quarter|year|sprint|release|version|patch|update|iteration|build|half|hour|day|window)"
SPAN = r"(?:minutes?|hours?|(?:working |business )?days?|days' time|weeks?|months?)"

EN_PLAIN = "|".join(
    (
        rf"\b(?:later |by |before )?(?:today|tonight|tomorrow|tmrw){PART}\b",
        rf"(?<!until )\b(?:by|before|on|no later than|this|next|come|with|(?<!last ))\s*{DAY}(?:'s)?{PART}\b",
        rf"\b(?:this|next|the (?:next|coming|following|spring|summer|autumn|winter)) {PERIOD}\b|\b(?:by )?(?:the )?end of (?:the |this |next )?(?:week|month|quarter|year|day|play|business|Q[1-4]|{MONTH})\b",
        rf"\b(?:the )?same (?:night|day|evening|afternoon|week)\b|\b{COUNT} {SPAN} (?:after|from|of) (?:you|we|your|the|receipt|sign|order)\w*|\bback in (?:\d+|five|ten|fifteen|twenty|thirty|\w+ (?:minutes|mins|hours))\b|\b(?:before|by) (?:the )?(?:year|month|week|quarter|day|summer|winter)(?: is out| ends|-end|'s end)",
        r"\b(?:EOD|EOW|EOM|COB|close of (?:business|play)|this (?:afternoon|evening))\b",
        rf"\bwithin (?:{COUNT} )?(?:\w+ )?{SPAN}\b|\bin (?:about |around |roughly |under |less than )?{COUNT} {SPAN}\b(?! of)|\bthe (?:day|week|month) after\b|\b(?:takes? (?:us|me)|(?:we|I) need|we'll need) (?:about |around )?(?:{COUNT}|half) (?:a |an )?(?:\w+ )?{SPAN}\b|\bgive (?:me|us) (?:{COUNT} {SPAN}|until (?:\w+ )?{DAY})\b|\bfor \w+ (?:days|weeks?) from\b",
        rf"\b(?:by|before|no later than) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?\b(?:(?: of)? {MONTH})?|{MONTH}(?: \d{{1,2}})?)\b(?! ?%)",
        r"\b(?:by|before) (?:noon|midnight|lunch(?:time)?|\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock))\b",
        r"\b(?:in|by|during|for|end of) (?:the )?(?:Q[1-4]|(?:first|second|third|fourth) (?:quarter|half))\b",
        r"\b(?:before|over|after|in time for|by) (?:the )?(?:weekend|Christmas|Easter|New Year|holidays?|go-?live|audit|launch|term starts|(?:month|year|week|day) is out|opening|doors open)\b",
        rf"\b(?:in|with) (?:release |version |v)?\d{{1,2}}\.\d{{1,2}}(?:\.\d+)?(?=\W|$)|\brelease \d+ in\b|(?<!\w )\b{COUNT} (?:minutes|hours|days)(?=[¦ ]and you)|\b(?:{MONTH}(?:'s)?|summer|autumn|winter|spring) (?:release|version|build|update|patch)\b",
    )
)
EN_BARE = "|".join(
    (
        rf"\b(?:on|around|for|the)? ?(?:the )?\d{{1,2}}(?:st|nd|rd|th)\b(?: of)?(?: {MONTH})?|\b(?:on |around |from |the )?\d{{1,2}} {MONTH}\b|\b{MONTH} \d{{1,2}}\b|\bin (?:early |late |mid-? ?)?{MONTH}\b",
    )
)

# 14 日的日志, 周五的会: the day of a thing that is, unless the thing is a release of ours.
_OF = r"(?!\s*的(?!版本|迭代|更新|补丁|发版|大版本))"
ZH_DATE = re.compile(rf"(?P<plain>{ZH_PLAIN}){_OF}|(?:{ZH_BARE}){_OF}", re.IGNORECASE)
EN_DATE = re.compile(rf"(?P<plain>{EN_PLAIN})|(?:{EN_BARE})", re.IGNORECASE)
