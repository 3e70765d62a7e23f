"""Promises made for tests."""

from datetime import date
from typing import Any

from proxeny.promises import promising
from proxeny.promises.models import Promise
from tests.cast import Cast

EXPORT = "导出超时 11 月 20 日前修好"


def promise(vendor: Cast, due_on: date, by: str = "zhou", **more: Any) -> Promise:
    """Note a promise to 鲁班建材 by 张工, unless said otherwise."""
    account = more.pop("account", vendor.luban)
    wanted = {"what": EXPORT, "by_person": vendor["zhang"], "made_on": date(2026, 11, 1), **more}
    return promising.promise(account, due_on=due_on, by=vendor.actor(by), **wanted)
