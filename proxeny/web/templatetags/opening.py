"""When something begins or ends, as short as the day allows."""

from datetime import datetime

from django import template
from django.utils import timezone

from proxeny.core import clock
from proxeny.web.templatetags.words import day_text

register = template.Library()


@register.filter
def hour_or_day(value: datetime) -> str:
    """Return the reader’s time of day, 18:00, with the day before it where that is not today: 11 月 23 日 09:00."""
    local = timezone.localtime(value)
    text = f"{local:%H:%M}"
    return (
        text if local.date() == timezone.localtime(clock.now()).date() else f"{day_text(local.date())} {text}"
    )
