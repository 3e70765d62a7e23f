"""The bell: how much there is to read."""

from django import template
from django.utils.safestring import SafeString

from proxeny.notices import reading
from proxeny.web import kept

register = template.Library()


@register.simple_tag(takes_context=True)
def bell(context: template.Context) -> SafeString:
    """Draw the bell with how many groups of notices the actor has not read: nothing, 3, 99+."""
    count = reading.unread_count(context["actor"])
    unread = "99+" if count >= reading.MOST_COUNTED else str(count or "")
    match = context["request"].resolver_match
    is_here = match is not None and match.url_name == "notices"
    return kept.part("notices/_bell.html", {"unread": unread, "is_here": is_here}, {})
