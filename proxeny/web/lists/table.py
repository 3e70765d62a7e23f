"""The heads and rows of a list's table. Fifty rows of eight cells are written without a template, but for cells that have one.

The end tags of cells and rows are left out, as HTML allows: on a page of fifty rows they weigh two kilobytes.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from proxeny.web.lists.heads import Head
from proxeny.web.lists.listing import Column
from proxeny.web.lists.page import Line, ListPage
from proxeny.web.quick import text

Write = Callable[[Any], str]


def body(shown: ListPage, context: Context) -> SafeString:
    """Return the rows of a list; what cells with a template read besides `row` is in `context`."""
    writes = [_cell(column, context) for column in shown.columns]
    ticked = bool(shown.acts)
    return mark_safe("\n".join(_row(line, writes, ticked=ticked) for line in shown.lines))  # noqa: S308  (escaped)


def heads(shown: ListPage) -> SafeString:
    """Return the heads of the columns; those to sort by are links."""
    return mark_safe("".join(_head(one, shown.path) for one in shown.heads))  # noqa: S308


def _head(one: Head, path: str) -> str:
    css = f' class="{text(one.column.css)}"' if one.column.css else ""
    sort = f' aria-sort="{one.aria_sort}"' if one.aria_sort else ""
    label = text(one.column.label)
    if one.query is not None:
        label = f'<a href="{text(path)}?{text(one.query)}">{label}</a>'
    return f'<th scope="col"{css}{sort}>{label}'


def _row(line: Line, writes: Iterable[Write], *, ticked: bool) -> str:
    style = f' class="{text(line.style)}"' if line.style else ""
    tick = (
        f'<td><input class="check" type="checkbox" name="rows" value="{line.key}" aria-labelledby="t">'
        if ticked
        else ""
    )
    return f"<tr data-row{style}>{tick}{''.join([write(line.row) for write in writes])}"


def _cell(column: Column, context: Context) -> Write:
    """Return what writes the column's cell of a row."""
    opening = f'<td class="{text(column.css)}">' if column.css else "<td>"
    if (plain := column.text) is not None:
        return lambda row: opening + text(plain(row))
    drawn = get_template(column.cell).template  # type: ignore[attr-defined]

    def write(row: Any) -> str:
        with context.push(row=row, column=column):
            return opening + str(drawn.render(context)).strip()

    return write
