"""Days, moments, spans, and how long ago something was."""

from datetime import date, datetime, timedelta

from proxeny.core.words.language import GAP, Language

_WEEKDAYS: dict[Language, str] = {"zh": "一二三四五六日", "en": "MonTueWedThuFriSatSun"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
RELATIVE_DAYS = 30  # what lies further away is said by its date


def day(value: date, language: Language, *, today: date, weekday: bool = True) -> str:
    """Return a day: 11 月 22 日 周日 / Sun 22 Nov; with its year when that is not the year of `today`."""
    year = "" if value.year == today.year else str(value.year)
    if language == "zh":
        figures = f"{value.month}{GAP}月{GAP}{value.day}{GAP}日"
        named = f"{year}{GAP}年{GAP}{figures}" if year else figures
        return f"{named} {weekday_of(value, language)}" if weekday else named
    named = GAP.join(filter(None, [str(value.day), _MONTHS[value.month - 1], year]))
    return f"{weekday_of(value, language)} {named}" if weekday else named


def weekday_of(value: date, language: Language) -> str:
    """Return the weekday of a day: 周日 / Sun."""
    place = value.weekday()
    return f"周{_WEEKDAYS['zh'][place]}" if language == "zh" else _WEEKDAYS["en"][3 * place : 3 * place + 3]


def month(value: date, language: Language) -> str:
    """Return the month of a day: 11 月 / Nov."""
    return f"{value.month}{GAP}月" if language == "zh" else _MONTHS[value.month - 1]


def moment(value: datetime, language: Language, *, today: date) -> str:
    """Return a day with its time of day, in the time zone that `value` carries."""
    return f"{day(value.date(), language, today=today)} {value:%H:%M}"


def span(first: date, last: date, language: Language, *, today: date) -> str:
    """Return two days and what lies between: 11 月 3 日 – 7 日 / 3–7 Nov."""
    if first == last:
        return day(first, language, today=today, weekday=False)
    end = day(last, language, today=today, weekday=False)
    if first.year != last.year:
        start = day(first, language, today=last, weekday=False)
        return f"{start} – {day(last, language, today=first, weekday=False)}"
    if first.month != last.month:
        start = day(first, language, today=first if language == "en" else today, weekday=False)
        return f"{start} – {end if language == 'en' else day(last, language, today=first, weekday=False)}"
    if language == "en":
        return f"{first.day}–{end}"
    return f"{day(first, language, today=today, weekday=False)} – {last.day}{GAP}日"


def ago(value: date | datetime, language: Language, *, now: datetime) -> str:
    """Return how far `value` lies from `now`: 3 天前 / 3 days ago, 明天 / tomorrow; far away, its date.

    Days are counted in the time zone that `now` carries.
    """
    if isinstance(value, datetime):
        local = value.astimezone(now.tzinfo)
        seconds = (now - local).total_seconds()
        if abs(seconds) < _DAY and local.date() == now.date():
            return _within_a_day(int(seconds), language)
        value = local.date()
    days = (now.date() - value).days
    if abs(days) > RELATIVE_DAYS:
        return day(value, language, today=now.date(), weekday=False)
    return _near_day(days, language)


def days_long(count: int, language: Language) -> str:
    """Return a number of days: 7 天 / 7 days."""
    return counted(count, ("天", "day"), language)


def duration(length: timedelta, language: Language) -> str:
    """Return a length of time in the unit that says enough: 41 小时; from three days on in days."""
    seconds = int(length.total_seconds())
    if abs(seconds) < _HOUR:
        return counted(round(seconds / _MINUTE), ("分钟", "minute"), language)
    if abs(seconds) < 3 * _DAY:
        return counted(round(seconds / _HOUR), ("小时", "hour"), language)
    return counted(round(seconds / _DAY), ("天", "day"), language)


def counted(count: int, unit: tuple[str, str], language: Language) -> str:
    """Return a count with its unit, given in Chinese and in the English singular."""
    if language == "zh":
        return f"{count}{GAP}{unit[0]}"
    return f"{count}{GAP}{unit[1]}" + ("" if abs(count) == 1 else "s")


def _within_a_day(seconds: int, language: Language) -> str:
    size = abs(seconds)
    if size < _MINUTE:
        return "刚刚" if language == "zh" else "just now"
    hours = size >= _HOUR
    count = size // (_HOUR if hours else _MINUTE)
    written = counted(count, ("小时", "hour") if hours else ("分钟", "minute"), language)
    return _directed(written, past=seconds > 0, language=language)


def _near_day(days: int, language: Language) -> str:
    named = {0: ("今天", "today"), 1: ("昨天", "yesterday"), -1: ("明天", "tomorrow")}.get(days)
    if named:
        return named[0] if language == "zh" else named[1]
    return _directed(counted(abs(days), ("天", "day"), language), past=days > 0, language=language)


def _directed(written: str, *, past: bool, language: Language) -> str:
    if language == "zh":
        return f"{written}{'前' if past else '后'}"
    return f"{written} ago" if past else f"in {written}"
