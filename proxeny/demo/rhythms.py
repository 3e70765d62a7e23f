"""How kinds of business go through the week, the holidays and the year."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proxeny.demo.calendar_days import Days

_OFFICE = (1.0, 1.04, 1.05, 1.03, 0.96, 0.22, 0.18)
_SIX_DAYS = (1.0, 1.02, 1.03, 1.02, 1.0, 0.78, 0.25)
_SHOP = (0.86, 0.85, 0.88, 0.93, 1.1, 1.32, 1.26)
_EVEN = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Rhythm:
    """The rhythm of one kind of business; all factors are relative to a mean weekday (Monday to Friday).

    `holiday` is the level of a statutory day off; `festival` that of the days around Spring Festival at its
    deepest (or highest); `month_end` that of a month's last three weekdays; `season` the amplitude of the
    year's wave and the day of the year on which it is highest.
    """

    week: tuple[float, ...] = _OFFICE
    holiday: float = 0.2
    festival: float = 0.2
    month_end: float = 1.0
    season: tuple[float, int] = (0.0, 1)

    def over(self, days: Days) -> NDArray[np.float64]:
        """Return the expected level of each day, around 1; shape [days]."""
        week = np.array(self.week)
        level = week[days.weekday]
        level = np.where(days.make_up, 0.97 * week[:5].mean(), level)
        level = np.where(days.month_end, level * self.month_end, level)
        depth = self._depth(days)
        level = np.where(days.holiday, self.holiday, level * (1 + depth * (self.festival - 1)))
        level = np.where(days.holiday & (depth > 0), self.festival, level)
        return level * self._season(days)

    def _depth(self, days: Days) -> NDArray[np.float64]:
        """How deep in Spring Festival a day is, 0 … 1: six days down, a week at the bottom, five days up."""
        return np.asarray(np.interp(days.to_festival, (-7, -1, 6, 11), (0.0, 1.0, 1.0, 0.0)))

    def _season(self, days: Days) -> NDArray[np.float64]:
        amplitude, peak = self.season
        return np.asarray(1 + amplitude * np.cos((days.day_of_year - peak) * 2 * np.pi / 365.25))


RHYTHMS: dict[str, Rhythm] = {
    "物流": Rhythm((1.04, 1.02, 1.0, 1.0, 0.98, 0.9, 0.62), 0.55, 0.15),
    "软件": Rhythm(),
    "法律": Rhythm(),
    "设计": Rhythm(),
    "广告": Rhythm(holiday=0.4, festival=0.35),
    "制造": Rhythm(_SIX_DAYS, 0.25, 0.12),
    "建材": Rhythm(_SIX_DAYS, 0.3, 0.12),
    "家居": Rhythm(_SHOP, 1.2, 0.3),
    "批发": Rhythm(_SIX_DAYS, 0.4, 0.15),
    "农产品": Rhythm((1.02, 0.98, 0.97, 1.0, 1.08, 1.1, 0.95), 1.05, 0.45),
    "农业": Rhythm(_SIX_DAYS, 0.6, 0.4, season=(0.12, 120)),
    "食品": Rhythm(_SIX_DAYS, 0.5, 0.4),
    "餐饮": Rhythm(_SHOP, 1.3, 1.1),
    "零售": Rhythm(_SHOP, 1.35, 0.7),
    "电商": Rhythm((1.02, 1.0, 1.0, 1.0, 0.98, 1.05, 1.08), 0.8, 0.4),
    "跨境": Rhythm((1.03, 1.0, 1.0, 1.0, 1.0, 0.95, 0.97), 0.95, 0.7),
    "旅游": Rhythm((0.85, 0.84, 0.88, 0.98, 1.25, 1.4, 1.2), 1.6, 1.4, season=(0.15, 205)),
    "酒店": Rhythm((0.9, 0.88, 0.9, 0.96, 1.2, 1.35, 1.0), 1.5, 1.3, season=(0.12, 205)),
    "金融": Rhythm(month_end=2.4),
    "医药": Rhythm(_SIX_DAYS, 0.35, 0.3),
    "医疗": Rhythm((1.05, 1.0, 1.0, 0.98, 1.0, 1.1, 0.85), 0.5, 0.25),
    "教育": Rhythm((0.85, 0.85, 0.9, 0.88, 1.0, 1.6, 1.55), 0.7, 0.3, season=(0.1, 110)),
    "媒体": Rhythm((0.93, 0.92, 0.93, 0.95, 1.05, 1.25, 1.22), 1.25, 1.15),
    "物业": Rhythm((1.03, 1.0, 1.0, 1.0, 1.0, 0.92, 0.9), 0.85, 0.75),
    "公用事业": Rhythm((1.02, 1.0, 1.0, 1.0, 1.0, 0.85, 0.83), 0.8, 0.7, month_end=1.25),
    "能源": Rhythm(_EVEN, 0.95, 0.85),
    "冷链": Rhythm((1.04, 1.02, 1.0, 1.0, 1.0, 0.9, 0.7), 0.7, 0.35, season=(0.2, 205)),
    "存量": Rhythm(_EVEN, 1.0, 1.0),
}
