"""Tags of lists."""

from typing import Any

from django import template
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from proxeny.web.lists.listing import Column

register = template.Library()


@register.simple_tag(takes_context=True)
def cell(context: template.Context, column: Column, row: Any) -> SafeString:
    """Write a cell: plain words at once, else the column's own template with `row` in it."""
    if column.text is not None:
        text = column.text(row)
        return text if isinstance(text, SafeString) else escape(str(text))
    drawn = get_template(column.cell).template  # type: ignore[attr-defined]
    with context.push(row=row, column=column):
        written: str = drawn.render(context).strip()
        return mark_safe(written)  # noqa: S308  (a template has escaped it)


@register.filter
def beside(first: str, second: str) -> str:
    """Join two parts of a route's name: `accounts` and `export` are `accounts-export`."""
    return f"{first}-{second}"
