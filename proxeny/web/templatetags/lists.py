"""Tags of lists."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from proxeny.web.lists import table
from proxeny.web.lists.heads import Choosable
from proxeny.web.lists.menus import Menu, Option
from proxeny.web.lists.page import ListPage
from proxeny.web.quick import text
from proxeny.web.templatetags.words import number

register = template.Library()


@register.simple_tag(takes_context=True)
def rows_of(context: template.Context, shown: ListPage) -> SafeString:
    """Write the rows of a list's table."""
    return table.body(shown, context)


@register.simple_tag
def heads_of(shown: ListPage) -> SafeString:
    """Write the heads of a list's columns."""
    return table.heads(shown)


@register.simple_tag
def chooser_of(shown: ListPage) -> SafeString:
    """Write the columns to choose from, each with a button that moves it up."""
    return mark_safe("".join(map(_choosable, shown.choosable)))  # noqa: S308


def _choosable(one: Choosable) -> str:
    key, label = text(one.column.key), text(one.column.label)
    up = text(_("%(column)s: one place up") % {"column": one.column.label})
    return (
        f'<li><label><input type="checkbox" name="columns" value="{key}"{" checked" if one.is_shown else ""}>{label}'
        f'</label><button class="list-up" name="up" value="{key}" data-up aria-label="{up}">↑</button></li>'
    )


@register.simple_tag
def choice_of(menu: Menu) -> SafeString:
    """Write a filter with its values, each to be ticked: there may be a dozen filters, and a hundred values."""
    name, label = text(menu.filter.key), text(menu.filter.label)
    options = "".join([_option(name, one) for one in menu.options])
    return mark_safe(  # noqa: S308  (escaped piece by piece)
        f'<div class="list-filter"><button class="button is-small" type="button" popovertarget="filter-{name}" '
        f'aria-expanded="false">{label}<span class="list-filter-mark" aria-hidden="true"></span></button>'
        f'<div class="menu list-menu" id="filter-{name}" popover role="group" aria-label="{label}">{options}</div></div>'
    )


def _option(name: str, one: Option) -> str:
    count = "" if one.count is None else f"<small>{number(one.count)}</small>"
    checked = " checked" if one.is_chosen else ""
    return (
        f'<label><input type="checkbox" name="{name}" value="{text(one.value)}"{checked}>'
        f"<span>{text(one.label)}</span>{count}</label>"
    )


@register.filter
def beside(first: str, second: str) -> str:
    """Join two parts of a route's name: `accounts` and `export` are `accounts-export`."""
    return f"{first}-{second}"
