"""Tags of the frame: style sheets, icons, fields."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.urls import NoReverseMatch
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info, gettext

from proxeny.identity.roles import Role
from proxeny.ledger.checking.saying import kind_of
from proxeny.web import assets, quick, toasts
from proxeny.web import kept as keeping
from proxeny.web.context import PLACES

register = template.Library()


@register.simple_tag
def stylesheets() -> SafeString:
    """Link the style sheets."""
    return format_html_join(
        "\n", '<link rel="stylesheet" href="{}">', ((url,) for url in assets.stylesheet_urls())
    )


register.simple_tag(quick.icon)
register.simple_tag(quick.address)


@register.simple_tag
def kept(name: str, **given: Any) -> SafeString:
    """Write a part of the page that is kept in memory (`web.kept`): `fill_x=…` fills the hole `x`, the rest is its key."""
    fills = {key.removeprefix("fill_"): given.pop(key) for key in list(given) if key.startswith("fill_")}
    return keeping.part(name, given, fills)


@register.simple_tag(takes_context=True)
def places_current(context: template.Context) -> tuple[str, ...]:
    """Return the routes of those places of the rail in which the reader is."""
    request = context["request"]
    path, route = request.path, getattr(request.resolver_match, "url_name", "") or ""
    return tuple(place for place in context.get("rail_places") or () if _is_in(place, path, route))


@register.simple_tag
def places_shown(routes: tuple[str, ...], current: tuple[str, ...] = ()) -> list[dict[str, object]]:
    """Return the places of these routes, each with whether it is among the current ones."""
    return [
        {
            "href": href,
            "name": place.name,
            "key": place.key,
            "icon": place.icon,
            "is_current": place.route in current,
        }
        for place in PLACES
        if place.route in routes and (href := _href(place.route))
    ]


def _href(place: str) -> str:
    """The address of a place; nothing for one whose pages are not there."""
    with suppress(NoReverseMatch):
        return quick.address(place)
    return ""


def _is_in(place: str, path: str, route: str) -> bool:
    href = _href(place)
    return path == href or (len(href) > 1 and path.startswith(href)) or route.startswith(f"{place}-")


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


@register.filter
def break_name(kind: str) -> str:
    """Return in words how the ledger breaks."""
    return kind_of(kind, gettext)
