"""Tags of the frame: style sheets, icons, fields."""

from collections.abc import Iterable
from contextlib import suppress

from django import template
from django.contrib.messages.storage.base import Message
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from proxeny.identity.roles import Role
from proxeny.web import assets, toasts

register = template.Library()


@register.simple_tag
def stylesheets() -> SafeString:
    """Link the style sheets."""
    return format_html_join(
        "\n", '<link rel="stylesheet" href="{}">', ((url,) for url in assets.stylesheet_urls())
    )


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Draw an icon of `icons.svg`; without a label it says nothing to a screen reader."""
    source = f"{static('icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', label, source
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>', source)


@register.simple_tag(takes_context=True)
def places_here(context: template.Context) -> list[dict[str, object]]:
    """Return the places of the rail that have a route, each with whether the reader is there."""
    request = context["request"]
    path, route = request.path, getattr(request.resolver_match, "url_name", "") or ""
    shown = []
    for place in context.get("places") or ():
        with suppress(NoReverseMatch):
            href = reverse(place.route)
            is_current = (
                path == href or (href != "/" and path.startswith(href)) or route.startswith(f"{place.route}-")
            )
            shown.append(
                {
                    "href": href,
                    "name": place.name,
                    "key": place.key,
                    "icon": place.icon,
                    "is_current": is_current,
                }
            )
    return shown


@register.simple_tag
def own_name(language: str) -> str:
    """Return the name of a language in that language."""
    return str(get_language_info(language)["name_local"])


@register.filter
def role_names(roles: Iterable[str]) -> list[str]:
    """Return the names of roles, in the order of the table of rights."""
    held = set(roles)
    return [str(role.label) for role in Role if role.value in held]


@register.filter
def undo_address(message: Message) -> str:
    """Return where the way back of a toast is posted to."""
    return toasts.undo_address(message)


BREAKS = {
    "missing": _("missing: lines were taken out"),
    "reordered": _("out of order: the line does not follow the one before it"),
    "changed": _("changed: what stands there is not what was written"),
}


@register.filter
def break_name(kind: str) -> str:
    """Return in words how the ledger breaks."""
    return str(BREAKS.get(kind, kind))
