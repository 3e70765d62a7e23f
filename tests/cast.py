"""The cast of the tests. Zhou speaks for Luban and Star River, Lin for Yunqi only: to Zhou's customers Lin is the outsider.

| sign-in | name | is |
| --- | --- | --- |
| zhou | 周雨 | spokesperson of 鲁班建材 and 星河物流 |
| lin | 林可 | spokesperson of 云启科技 |
| he | 何苗 | lead |
| tang | 唐总 | owner |
| pan | 潘磊 | sales of 鲁班建材 |
| xu | 许诺 | product |
| zhang | 张工 | engineer in the storage team |
| shen | 沈鉴 | auditor |
| nobody | 无名 | signed in, holds no role |
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.test import Client

from proxeny.accounts.finding import search_key
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity import adding
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role

TODAY = date(2026, 11, 22)
PASSWORD = "a-long-enough-word"
SETTING_UP = Actor.system("test")
PEOPLE: dict[str, tuple[str, list[Role]]] = {
    "zhou": ("周雨", [Role.SPOKESPERSON]),
    "lin": ("林可", [Role.SPOKESPERSON]),
    "he": ("何苗", [Role.LEAD]),
    "tang": ("唐总", [Role.OWNER]),
    "pan": ("潘磊", [Role.SALES]),
    "xu": ("许诺", [Role.PRODUCT]),
    "zhang": ("张工", [Role.ENGINEER]),
    "shen": ("沈鉴", [Role.AUDITOR]),
    "nobody": ("无名", []),
}
SignIn = Callable[[str], Client]


@dataclass(frozen=True)
class Cast:
    """The people by sign-in name and the customers by what they are called."""

    people: dict[str, Staff]
    luban: Account
    star_river: Account
    yunqi: Account

    def __getitem__(self, username: str) -> Staff:
        return self.people[username]

    def actor(self, username: str) -> Actor:
        """Return one of the cast as the one who acts."""
        return self.people[username].actor


def assemble() -> Cast:
    """Put the cast into the database."""
    people = {
        username: adding.add_staff(username, name, by=SETTING_UP, password=PASSWORD, roles=roles)
        for username, (name, roles) in PEOPLE.items()
    }
    return Cast(
        people,
        luban=make_account(
            "LB-01", "鲁班建材", spokesperson=people["zhou"], sales=people["pan"], level=Account.Level.KEY
        ),
        star_river=make_account(
            "XH-02", "星河物流", spokesperson=people["zhou"], level=Account.Level.STRATEGIC
        ),
        yunqi=make_account("YQ-03", "云启科技", spokesperson=people["lin"]),
    )


def make_account(reference: str, name: str, **more: object) -> Account:
    """Make a customer with a name and a number."""
    now = clock.now()
    return Account.objects.create(
        reference=reference,
        name=name,
        search_key=search_key(name, reference),
        currency="CNY",
        added_at=now,
        changed_at=now,
        **more,
    )
