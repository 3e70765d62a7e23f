"""Orders made for tests: three teams of engineers, and a case of 鲁班建材 that Zhou speaks for.

Zhang is of the storage team, which Lei heads; Wang is of the network team, Zhao of the compute team. Qian is an engineer of
no team: the outsider among the engineers.
"""

from dataclasses import dataclass
from typing import Any

from proxeny.cases import opening
from proxeny.cases.models import Case, Severity
from proxeny.cases.opening import Opening
from proxeny.core.actors import Actor
from proxeny.dispatch import sending
from proxeny.dispatch.models import Order
from proxeny.identity import adding, teaming
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Role
from tests.cast import PASSWORD, SETTING_UP, Cast

ENGINEERS = {"lei": "雷工", "wang": "王工", "zhao": "赵工", "qian": "钱工"}
WANTED = "导出 50 万行时不再超时"


@dataclass(frozen=True)
class Works:
    """The teams and the engineers, beside the cast."""

    vendor: Cast
    storage: Team
    network: Team
    compute: Team
    engineers: dict[str, Staff]
    case: Case

    def actor(self, username: str) -> Actor:
        """Return one of the engineers or of the cast as the one who acts."""
        return self[username].actor

    def __getitem__(self, username: str) -> Staff:
        return self.engineers.get(username) or self.vendor[username]


def works(vendor: Cast, **more: Any) -> Works:
    """Found the teams and open the case."""
    engineers = {
        username: adding.add_staff(username, name, by=SETTING_UP, password=PASSWORD, roles=[Role.ENGINEER])
        for username, name in ENGINEERS.items()
    }
    teams = {name: teaming.found(name, by=SETTING_UP) for name in ("存储组", "网络组", "计算组")}
    of_team = {
        "存储组": [vendor["zhang"], engineers["lei"]],
        "网络组": [engineers["wang"]],
        "计算组": [engineers["zhao"]],
    }
    for name, people in of_team.items():
        for one in people:
            teaming.join(teams[name], one, by=SETTING_UP)
    teaming.head(teams["存储组"], engineers["lei"], by=SETTING_UP)
    return Works(
        vendor, teams["存储组"], teams["网络组"], teams["计算组"], engineers, open_case(vendor, **more)
    )


def open_case(vendor: Cast, **more: Any) -> Case:
    """Open a case of 鲁班建材 as Zhou, who speaks for it."""
    said = {"text": "导出报表超时", "title": "导出报表超时", "severity": Severity.HIGH, **more}
    return opening.open_case(vendor.luban, Opening(**said), by=vendor.actor("zhou"))


def order(at: Works, **more: Any) -> Order:
    """Send an order to the storage team as Zhou, unless said otherwise."""
    said = {"team": at.storage, "wanted": WANTED, "by": at.actor("zhou"), **more}
    return sending.send(said.pop("case", at.case), **said)
