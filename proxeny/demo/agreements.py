"""Contracts: what each customer has bought, for which year, and when it ends."""

from datetime import date, timedelta
from zlib import crc32

import numpy as np

from proxeny.demo.vendor import Agreement, Customer, Line

# so many days from today on which the present contract ends, where it matters
_ENDS_IN: dict[str, int] = {
    "YT-1003": 58,
    "YT-1005": 96,
    "YT-1006": 44,
    "YT-1007": 73,
    "YT-1011": 117,
    "YT-1016": 39,
    "YT-1019": 88,
    "YT-1025": 31,
    "YT-1034": 52,
    "YT-1040": 103,
    "YT-1051": 66,
}
_EDITIONS = {"战略": "企业版", "重点": "专业版", "普通": "标准版", "小型": "标准版"}
_EDITION_OF = {"YT-1002": "标准版"}
_SERVICE = {"战略": ("专属支持", 0.06), "重点": ("优先支持", 0.04)}
_COMMITTED = 0.85
_ON_SITE = ("YT-1016", Line("驻场服务 10 天/月", 1, 0))


def agreements(customers: tuple[Customer, ...], today: date, seed: int) -> tuple[Agreement, ...]:
    """Return the present contract of every customer and, for those longer with us, the one before."""
    return tuple(agreement for customer in customers for agreement in _of(customer, today, seed))


def _of(customer: Customer, today: date, seed: int) -> list[Agreement]:
    random = np.random.default_rng([seed, crc32(customer.reference.encode()), 4])
    ends_in = _ENDS_IN.get(customer.reference, int(random.integers(125, 360)))
    ends_on = max(today + timedelta(days=ends_in), _a_year_on(customer.since) - timedelta(days=1))
    starts_on = _a_year_on(ends_on, years=-1) + timedelta(days=1)
    renews_by_itself = customer.level in {"普通", "小型"} and bool(random.random() < 0.5)
    present = Agreement(
        number=_number(customer, starts_on),
        reference=customer.reference,
        starts_on=starts_on,
        ends_on=ends_on,
        edition=_EDITION_OF.get(customer.reference, _EDITIONS[customer.level]),
        renews_by_itself=renews_by_itself,
        lines=_lines(customer, _COMMITTED),
    )
    if customer.since >= starts_on:
        return [present]
    before = _a_year_on(starts_on, years=-1)
    past = Agreement(
        number=_number(customer, before),
        reference=customer.reference,
        starts_on=before,
        ends_on=starts_on - timedelta(days=1),
        edition=present.edition,
        renews_by_itself=renews_by_itself,
        lines=_lines(customer, _COMMITTED * float(random.uniform(0.82, 0.97))),
    )
    return [past, present]


def _number(customer: Customer, starts_on: date) -> str:
    return f"HT-{starts_on.year}-{customer.reference.removeprefix('YT-')}"


def _lines(customer: Customer, share: float) -> tuple[Line, ...]:
    """A committed amount for each meter, and the support that comes with the level."""
    lines = [
        Line(f"{meter}（年度承诺）", 1, _round(yearly * share)) for meter, yearly in customer.meters.items()
    ]
    if customer.level in _SERVICE:
        name, part = _SERVICE[customer.level]
        lines.append(Line(name, 1, _round(customer.yearly * part)))
    if customer.reference == _ON_SITE[0]:
        lines.append(_ON_SITE[1])
    return tuple(lines)


def _round(amount: float) -> int:
    step = 100 if amount < 100_000 else 1000
    return round(amount / step) * step


def _a_year_on(day: date, years: int = 1) -> date:
    return date(day.year + years, day.month, min(day.day, 28 if day.month == 2 else day.day))
