"""The bell: how much there is to read."""

from django import template

from proxeny.core.actors import Actor
from proxeny.notices import reading

register = template.Library()


@register.simple_tag
def unread_notices(actor: Actor | None) -> str:
    """Return how many groups of notices the actor has not read, as it is written on the bell: nothing, 3, 99+."""
    count = reading.unread_count(actor) if actor else 0
    return "99+" if count >= reading.MOST_COUNTED else str(count or "")
