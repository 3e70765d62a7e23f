"""Very many made-up cases, with replies in Chinese and English, of which some hold words that a search must find."""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from proxeny.accounts.models import Account
from proxeny.cases import texts
from proxeny.cases.keeping_up import adopt, clock_rows
from proxeny.cases.models import Audience, Case, CaseClock, Message, Severity, State, Step, StepPass
from proxeny.cases.numbering import next_number
from proxeny.cases.placing import place_of
from proxeny.cases.prioritising import by_rule
from proxeny.cases.reckoning import Facts, reckon
from proxeny.cases.service_levels import ServiceLevels
from proxeny.cli.benches.cases_kept import Kept
from proxeny.identity.models import Staff

AT_ONCE, PLANTED, LONG, REPLIES = 2000, 50, 200, 20
CHINESE_WORD, ENGLISH_WORD = "缫丝", "quiescence"
HAN = (
    "客户", "反馈", "导出", "报表", "页面", "打不开", "昨天", "晚上", "升级", "之后", "数据", "对不上", "金额", "单据", "审批",
    "流程", "卡住", "帮忙", "看看", "日志", "报错", "权限", "配置", "没有", "生效", "接口", "超时", "同步", "延迟", "仓库",
    "盘点", "差异", "门店", "收银", "打印", "模板", "发票", "抬头", "账号",
)  # fmt: skip
LATIN = (
    "timeout", "after", "upgrade", "export", "report", "page", "cannot", "open", "invoice", "total", "differs", "login",
)  # fmt: skip
Words = list[tuple[bool, datetime, str]]
"""Whether the customer wrote, when, and what."""


class CasesVendor:
    """Makes `total` cases for the customers that are there, two in three of them closed."""

    def __init__(self, total: int, now: datetime) -> None:
        self.total, self.now, self.kept = total, now, Kept()
        self._chance = random.Random(1)  # noqa: S311  (the same cases in each run)
        self._accounts = list(Account.objects.order_by("pk"))
        self._owners = list(Staff.objects.order_by("pk"))
        self._levels = ServiceLevels()

    def make(self) -> Kept:
        """Make them all."""
        with transaction.atomic():
            first = next_number(count=self.total)
        for start in range(0, self.total, AT_ONCE):
            with transaction.atomic():
                self._batch(first, range(start, min(self.total, start + AT_ONCE)))
        return self.kept

    def _batch(self, first: int, positions: range) -> None:
        made, told = [], []
        for position in positions:
            case = self._case(first + position, position)
            words = list(self._words(case, position))
            case.text = words[0][2]
            self._reckon(case, words, position)
            made.append(case)
            told.append(words)
        Case.objects.bulk_create(made)
        messages = Message.objects.bulk_create(
            Message(
                case=case,
                audience=Audience.CUSTOMER,
                is_inbound=inbound,
                author_name="李工" if inbound else "周雨",
                text=text,
                at=at,
            )
            for case, words in zip(made, told, strict=True)
            for inbound, at, text in words
        )
        self._passes_and_clocks(made, told)
        texts.put_all(made, messages)

    def _passes_and_clocks(self, made: Sequence[Case], told: Sequence[Words]) -> None:
        StepPass.objects.bulk_create(
            StepPass(case=one, step=Step.RESPONDED, at=one.opened_at, by="system:bench", by_name="周雨")
            for one in made
        )
        CaseClock.objects.bulk_create(
            row
            for case, words in zip(made, told, strict=True)
            if case.closed_at is None
            for row in clock_rows(case, reckon(_facts(case, words), *self._levels.of(case), self.now))
        )

    def _case(self, number: int, position: int) -> Case:
        account = self._accounts[position % len(self._accounts)]
        severity = Severity(self._chance.choice((1, 2, 2, 3, 3, 3, 4)))
        opened = self.now - timedelta(minutes=self._chance.randrange(1, 400 * 24 * 60))
        return Case(
            number=number,
            account=account,
            title=" ".join(self._chance.choices(LATIN, k=2)) + "".join(self._chance.choices(HAN, k=5)),
            owner=self._owners[position % len(self._owners)],
            severity=severity,
            priority=by_rule(account.level, severity),
            opened_at=opened,
            opened_by="system:bench",
            changed_at=opened,
            state=State.PROBLEM,
            state_since=opened,
            stake_minor=self._chance.randrange(10**5, 10**9),
        )

    def _words(self, case: Case, position: int) -> Iterator[tuple[bool, datetime, str]]:
        """Yield what was written; every so often a reply, never the first word, holds one of the planted words."""
        is_long = position % max(1, self.total // LONG) == 0
        if is_long:
            self.kept.long.append(case.number)
        step = max(3, self.total // PLANTED)
        for turn in range(REPLIES if is_long else 2):
            text = self._text()
            if turn == 1 and position % step == 1:
                text = f"{text[:200]}今年{CHINESE_WORD}的单子{text[200:]}"
                self.kept.chinese.append(case.number)
            if turn == 1 and position % step == step // 2 + 1:
                text = f"{text[:200]} {ENGLISH_WORD} {text[200:]}"
                self.kept.english.append(case.number)
            yield turn % 2 == 0, min(self.now, case.opened_at + timedelta(minutes=37 * turn)), text

    def _text(self) -> str:
        """About a kilobyte, Chinese and English mixed."""
        pick = self._chance.choices
        return "".join(
            f"{''.join(pick(HAN, k=12))}，{' '.join(pick(LATIN, k=6))}。" for _sentence in range(8)
        )

    def _reckon(self, case: Case, words: Words, position: int) -> None:
        adopt(case, reckon(_facts(case, words), *self._levels.of(case), self.now))
        if position % 3:
            case.closed_at = case.solved_at = min(self.now, case.opened_at + timedelta(days=3))
            case.step, case.due_at, case.warns_at, case.unanswered_since = Step.DONE, None, None, None
            case.state, case.state_since = State.SOLUTION, case.closed_at
            case.place = place_of(case)


def _facts(case: Case, words: Words) -> Facts:
    return Facts(
        opened=case.opened_at,
        customer_wrote=[at for inbound, at, _text in words if inbound],
        we_wrote=[at for inbound, at, _text in words if not inbound],
        passes={Step.RESPONDED: case.opened_at},
    )
