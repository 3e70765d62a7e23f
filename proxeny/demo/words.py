"""What colleagues judged of customers in the past year, in their own words."""

from datetime import date, timedelta

from proxeny.demo.vendor import Word

# number | by | days ago | band | forecast in per cent | stands so many days | reason
_WORDS = """
YT-1012|he|318|green|90|180|新工厂上线报表，乌兰主任主动介绍了兄弟企业；只是对让利的口径还要跟方总对一下。
YT-1029|su|296|red|30|120|主业务线被对手拿走一半，IT 说预算冻结。先按最坏打算，季度末再看。
YT-1029|su|171|yellow|60|120|剩下的量稳住了，对方同意做一次架构梳理。还不能放心。
YT-1021|tang|228|yellow|55|90|带宽掉了三成，说是改用自建分发做试验。两个月后看试验结果。
YT-1021|tang|148|green|85|180|试验停了，量回来了。他们算过账，自建不划算。
YT-1046|pan|205|yellow|65|150|产线外迁，云主机少了近三成；不是对我们不满。
YT-1002|zhou|133|yellow|70|150|领导怕方案落地不了，一直拖。报表靠人工汇总的痛还在，CFO 认这件事。
YT-1033|su|119|green|92|200|新产品上线后用量涨了三成，架构师愿意做我们的案例。
YT-1008|zhou|86|yellow|60|120|卓部长调走了，接手的人我还没见到。分数是绿的，我不信。
YT-1016|he|64|yellow|50|90|一年付六万，每月要驻场十天。服务成本已经超过合同额，得谈清楚边界。
YT-1017|he|51|yellow|65|120|汪总说从没提醒过他扩容风险，邮件其实在。先把证据理好，再上门。
YT-1040|xie|40|green|88|150|院方信息科和我们配合得好，年检一次通过。
YT-1027|su|33|green|80|120|国庆旺季没出一次收银故障，老板自己打电话来谢。
YT-1055|zhou|16|green|85|180|休渔期结束，流水回来了，和去年一样。
"""


def words(today: date) -> tuple[Word, ...]:
    """Return the judgements, oldest first; some have lapsed, most still stand."""
    return tuple(
        sorted((_word(line, today) for line in _WORDS.strip().splitlines()), key=lambda word: word.on)
    )


def _word(line: str, today: date) -> Word:
    reference, by, ago, band, forecast, stands, reason = line.split("|")
    on = today - timedelta(days=int(ago))
    expires_on = on + timedelta(days=int(stands))
    return Word(reference, by, on, band, reason, int(forecast) / 100, expires_on)
