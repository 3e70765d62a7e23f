"""When something was: how long ago, with the exact time on hover. As the filter `when` writes it, made quick for long pages."""

from datetime import date, datetime
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import get_language

from proxeny.core import clock, words
from proxeny.web.quick import text as escaped
from proxeny.web.templatetags.words import moment


def stamp(at: datetime) -> str:
    """Return the moment as HTML."""
    opening = _opening(at, timezone.get_current_timezone_name(), get_language(), clock.today())
    return f"{opening}{escaped(words.ago(at, words.here(), now=timezone.localtime(clock.now())))}</time>"


@lru_cache(maxsize=8192)
def _opening(at: datetime, _zone: str, _language: str | None, _today: date) -> str:
    """What does not change while the page grows old; the zone, the language and the day stand in the key."""
    return f'<time datetime="{at.isoformat()}" title="{escaped(moment(at))}">'
