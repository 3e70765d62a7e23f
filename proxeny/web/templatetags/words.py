"""Filters that write money, figures and days in the reader's language; every template has them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from proxeny.core import clock, words
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.web.preferences import zones
from proxeny.web.quick import text

register = template.Library()


@register.filter
def money(value: Money | None) -> SafeString | str:
    """Write an amount at a glance, exact on hover: ¥12.4 万."""
    if value is None:
        return "—"
    return format_html(
        '<data class="money" value="{}" title="{}">{}</data>',
        value.amount,
        money_exact(value),
        money_text(value),
    )


@register.filter
def money_text(value: Money | None) -> str:
    """Write an amount at a glance, without markup."""
    return "—" if value is None else words.compact(value, words.here())


@register.filter
def money_exact(value: Money | None) -> str:
    """Write an amount to its last minor unit: ¥124,000.00."""
    return "—" if value is None else words.exact(value, words.here())


@register.filter
def number(value: float | Decimal | None) -> str:
    """Write a number in groups of three digits."""
    return "—" if value is None else words.number(value, words.here())


@register.filter
def share(value: float | Decimal | None) -> str:
    """Write a share in hundredths: 38 % for 0.38."""
    return "—" if value is None else words.share(value, words.here())


@register.filter
def change(value: float | Decimal | None) -> str:
    """Write a relative change with its sign: +12 %, −38 %."""
    return "—" if value is None else words.share(value, words.here(), signed=True)


@register.filter
def day(value: date | datetime | None) -> SafeString | str:
    """Write a day: 11 月 22 日 周日."""
    if value is None:
        return "—"
    on = _local_day(value)
    return format_html('<time datetime="{}">{}</time>', on, words.day(on, words.here(), today=clock.today()))


@register.filter
def day_text(value: date | datetime | None) -> str:
    """Write a day without its weekday and without markup: 11 月 22 日."""
    return (
        "—"
        if value is None
        else words.day(_local_day(value), words.here(), today=clock.today(), weekday=False)
    )


@register.filter
def when(value: date | datetime | None) -> SafeString | str:
    """Write how long ago or how soon, the day and the time on hover: 3 天前."""
    if value is None:
        return "—"
    written = words.ago(value, words.here(), now=timezone.localtime(clock.now()))
    opening = _opening_of(value, timezone.get_current_timezone_name(), get_language(), clock.today())
    return mark_safe(f"{opening}{text(written)}</time>")  # noqa: S308  (both are escaped)


@lru_cache(maxsize=8192)
def _opening_of(value: date | datetime, _zone: str, _language: str | None, _today: date) -> str:
    """What does not change while the page grows old; the zone, the language and the day stand in the key."""
    return f'<time datetime="{value.isoformat()}" title="{text(moment(value))}">'


@register.filter
def moment(value: date | datetime | None) -> str:
    """Write the day with its time of day and the zone's distance from UTC, without markup."""
    if value is None:
        return "—"
    if not isinstance(value, datetime):
        return words.day(value, words.here(), today=clock.today())
    local = timezone.localtime(value)
    offset = f"{local:%z}"
    here = timezone.get_current_timezone_name()
    elsewhere = f"{zones.city_of(here)}, " if here != settings.TIME_ZONE else ""
    return (
        f"{words.moment(local, words.here(), today=clock.today())} ({elsewhere}UTC{offset[:3]}:{offset[3:]})"
    )


@register.filter
def duration(value: timedelta | None) -> str:
    """Write a length of time: 41 小时."""
    return "—" if value is None else words.duration(value, words.here())


@register.filter
def sentence(value: Sentence | Mapping[str, Any] | None) -> str:
    """Say a sentence in the reader's language."""
    if value is None:
        return ""
    return (value if isinstance(value, Sentence) else Sentence.from_json(value)).here()


@register.filter
def initial(name: str) -> str:
    """Return what stands in a person's round: two characters of a Chinese given name, or initials."""
    parts = str(name).split()
    if not parts:
        return "?"
    if parts[-1][-1] > "\u2e80":
        return parts[-1][-2:] if len(parts[-1]) > 2 else parts[-1]
    return (parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")).upper()


@register.filter
def tag_language(code: str) -> str:
    """Return the language as HTML names it: zh-Hans for zh-hans."""
    head, _, script = str(code).partition("-")
    return f"{head}-{script.title()}" if script else head


def _local_day(value: date | datetime) -> date:
    return clock.day_of(value) if isinstance(value, datetime) else value


@register.filter
def month_name(value: date) -> str:
    """Write the month of a day: 11 月 / Nov."""
    return words.month(value, words.here())


@register.filter
def weekday_initial(value: date) -> str:
    """Write a day's weekday in one letter: 一 / M."""
    return words.weekday_of(value, words.here())[0 if words.here() == "en" else -1]


@register.filter
def span_to(first: date, last: date) -> str:
    """Write two days and what lies between: 10 月 1 日 – 7 日."""
    return words.span(first, last, words.here(), today=clock.today())


@register.filter
def listed(names: Iterable[str]) -> str:
    """Write names in a row: 春节、国庆节 / Spring Festival and National Day."""
    return words.listed(map(str, names), words.here())


@register.filter
def measured(value: float | Decimal | None, unit: str) -> str:
    """Write a number with its unit: 1,234.5 GB."""
    return "—" if value is None else words.measured(value, unit, words.here())


@register.filter
def days_long(count: int) -> str:
    """Write a number of days: 7 天."""
    return words.days_long(count, words.here())
