"""A request that was noted, and what is done with it by whom, said in few words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from proxeny.accounts.models import Account
from proxeny.cases.models import Case
from proxeny.cases.opening import Opening, open_case
from proxeny.demand import asking, deciding, expecting
from proxeny.demand.deciding import Answer, Verdict
from proxeny.demand.models import Decision, Request
from tests.cast import TODAY, Cast

SPRING = date(2027, 3, 31)
NEED = {"what": "每天早上自动导出", "environment": "内网 3.1,80 人", "purpose": "店长早上就能对账"}


@dataclass(frozen=True)
class Weighing:
    """What the tests of requests do again and again."""

    vendor: Cast

    def ask(self, account: Account | None = None, by: str = "", **more: Any) -> Request:
        """Note a request; for 云启科技 it is 林可 who notes it."""
        account = account or self.vendor.luban
        by = by or ("lin" if account == self.vendor.yunqi else "zhou")
        return asking.ask(account, **{**NEED, **more}, by=self.vendor.actor(by))

    def confided(self) -> Request:
        """Note a request that was heard in confidence."""
        return self.ask(case=self.case(is_confidential=True))

    def case(self, account: Account | None = None, by: str = "zhou", **more: Any) -> Case:
        """Open a case that asks for it."""
        opening = Opening(**{"title": "导出", "text": "每天自动导出", **more})
        return open_case(account or self.vendor.luban, opening, by=self.vendor.actor(by))

    def expect(self, one: Request, by: str = "xu") -> None:
        """Say what use is expected, by the end of June."""
        said = {"measure": "每周自己导出的店长", "how_many": 20, "by_day": date(2027, 6, 30)}
        expecting.expect(one, **said, by=self.vendor.actor(by))

    def yes(self, one: Request, by: str = "xu", until: date = SPRING, reason: str = "三家都要") -> Decision:
        """Decide yes, after saying what use is expected."""
        if not one.expected_uses.exists():
            self.expect(one)
        return deciding.decide(one, Verdict(Answer.YES, reason, promised_on=until), by=self.vendor.actor(by))

    def no(self, one: Request, by: str = "xu", reason: str = "会拖慢导入") -> Decision:
        """Decide no."""
        return deciding.decide(one, Verdict(Answer.NO, reason), by=self.vendor.actor(by))

    def later(self, one: Request, by: str = "xu", days: int = 40) -> Decision:
        """Put it off."""
        verdict = Verdict(Answer.LATER, "先等新导出", again_on=TODAY + timedelta(days=days))
        return deciding.decide(one, verdict, by=self.vendor.actor(by))

    def refusing(self, error: type[Exception], call: Callable[[str], object]) -> set[str]:
        """Return to which of the cast it is refused."""
        refused = set()
        for name in self.vendor.people:
            try:
                call(name)
            except error:
                refused.add(name)
        return refused


@pytest.fixture
def weighing(vendor: Cast) -> Weighing:
    """The cast, weighing requests."""
    return Weighing(vendor)
