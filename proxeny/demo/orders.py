"""Orders of hardware and packages through the wholesale channel: single lines, with goods that come back."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zlib import crc32

import numpy as np

from proxeny.demo import changes
from proxeny.demo.calendar_days import Days, days_of
from proxeny.demo.consumption import HISTORY
from proxeny.demo.vendor import Order

_ITEMS: dict[str, str] = {
    "收银终端 T2": "1180.00",
    "扫码枪 S1": "168.00",
    "小票打印机 P58": "219.00",
    "钱箱 C4": "135.00",
    "热敏纸 80mm×50": "96.50",
    "短信包 10 万条": "3900.00",
    "存储包 1 TB·年": "1260.00",
}
_LARGEST_QUANTITY = 12


@dataclass(frozen=True)
class _Buyer:
    """Orders every `gap` days or so, `lines` lines at a time; silent since `silent` days."""

    reference: str
    gap: float
    lines: int
    silent: int = 0


_BUYERS = (
    _Buyer("YT-1053", 1.6, 3),
    _Buyer("YT-1043", 11, 2),
    _Buyer(changes.SILENT_BUYER[0], 8, 2, silent=changes.SILENT_BUYER[1]),
    _Buyer("YT-1044", 19, 2),
    _Buyer("YT-1052", 14, 1),
)


def orders(today: date, seed: int) -> tuple[Order, ...]:
    """Return two years of order lines, oldest first."""
    days = days_of(today - timedelta(days=HISTORY), today - timedelta(days=1))
    lines = [line for buyer in _BUYERS for line in _orders_of(buyer, days, seed)]
    return tuple(sorted(lines, key=lambda line: (line.at, line.reference)))


def _orders_of(buyer: _Buyer, days: Days, seed: int) -> list[Order]:
    random = np.random.default_rng([seed, crc32(buyer.reference.encode()), 1])
    lines: list[Order] = []
    position = float(random.uniform(0, buyer.gap))
    while position < len(days) - buyer.silent:
        day = _open_day(int(position), days)
        if day < len(days) - buyer.silent:
            lines += _order(buyer, days.first + timedelta(days=day), random)
        position += buyer.gap * float(random.gamma(6, 1 / 6))
    return lines


def _open_day(position: int, days: Days) -> int:
    """The next day on which a wholesaler is open: no holiday, no Sunday, not around the Spring Festival."""
    while position < len(days) - 1 and (
        days.holiday[position] or days.weekday[position] == 6 or -4 <= days.to_festival[position] <= 8
    ):
        position += 1
    return position


def _order(buyer: _Buyer, day: date, random: np.random.Generator) -> list[Order]:
    at = datetime.combine(day, time(8 + int(random.integers(10)), int(random.integers(60))))
    names = list(_ITEMS)
    lines = []
    for _ in range(1 + int(random.integers(buyer.lines))):
        item = names[int(random.integers(len(names)))]
        quantity = 1 + int(random.integers(_LARGEST_QUANTITY))
        if random.random() < 0.03:
            quantity = -min(quantity, 2)
        lines.append(Order(buyer.reference, at, item, quantity, Decimal(_ITEMS[item])))
    return lines
