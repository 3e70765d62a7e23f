"""Concessions made for tests."""

from typing import Any

from proxeny.core.money import Money
from proxeny.identity.roles import Role
from proxeny.promises.concessions import conceding, limiting
from proxeny.promises.models import Concession
from tests.cast import Cast

CAPACITY = "三个月的存储,免费"


def yuan(amount: int, currency: str = "CNY") -> Money:
    """So much money."""
    return Money.of(amount, currency)


def concede(vendor: Cast, amount: int = 50_000, by: str = "zhou", **more: Any) -> Concession:
    """Note what a VP who is none of the colleagues gave 鲁班建材, unless said otherwise."""
    account = more.pop("account", vendor.luban)
    worth = yuan(amount, more.pop("currency", "CNY"))
    wanted = {"what": CAPACITY, **({} if "by_person" in more else {"by_name": "秦副总"}), **more}
    return conceding.concede(account, worth=worth, by=vendor.actor(by), **wanted)


def limit(vendor: Cast, role: Role, amount: int | None, currency: str = "CNY", by: str = "tang") -> None:
    """Set the limit of a role."""
    wanted = None if amount is None else yuan(amount, currency)
    limiting.set_limit(role, currency, wanted, by=vendor.actor(by))
