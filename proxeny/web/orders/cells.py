"""The cells of the list of orders as HTML."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from proxeny.dispatch.models import Standing
from proxeny.web.orders.clocks import dues, rests
from proxeny.web.quick import address, text
from proxeny.web.templatetags.words import when

SHAPES = {
    Standing.SENT: "",
    Standing.ACCEPTED: "is-busy",
    Standing.ASKED: "is-watch",
    Standing.RETURNED: "is-due",
    Standing.DONE: "is-watch",
    Standing.CONFIRMED: "is-good",
    Standing.WITHDRAWN: "is-off",
}
LONGEST = 90


def wanted(row: Any) -> SafeString:
    """Return number and what is needed, which leads to the order, and whether it is urgent."""
    one = row.order
    said = one.wanted if len(one.wanted) <= LONGEST else one.wanted[:LONGEST] + "…"
    urgent = f'<span class="badge is-due">{text(_("urgent"))}</span> ' if one.is_urgent else ""
    link = f'<a class="plain" data-enter href="{address("order", one.pk)}">{text(said)}</a>'
    return _safe(
        f'<span title="{text(one.wanted)}"><span class="case-number">{one.pk}</span> {urgent}{link}</span>'
    )


def standing(row: Any) -> SafeString:
    """Return with whom it lies and how, and whether its team was designated."""
    one = row.order
    held = Standing(one.standing)
    said = text(held.label)
    if held is Standing.ACCEPTED and one.holder:
        said = text(_("accepted by %(name)s") % {"name": one.holder.name})
    seal = f' <span class="mark order-designated">{text(_("designated"))}</span>' if one.is_designated else ""
    return _safe(f'<span class="status {SHAPES[held]}">{said}</span>{seal}')


def since(row: Any) -> SafeString | str:
    """Return since when it lies there."""
    return when(row.order.closed_at or row.order.lies_since)


def due(row: Any) -> SafeString | str:
    """Return what is due first, marked where it is over."""
    one = row.order
    found = dues(one, row.now)
    if not found or rests(one):
        return "—"
    shape = "is-over" if found[0].is_over else ""
    what = text(found[0].what)
    return _safe(
        f'<span class="{"status " + shape if shape else ""}" title="{what}">{when(found[0].at)}</span>'
    )


def case(row: Any) -> SafeString | str:
    """Return the case it comes from, with the customer."""
    if row.case is None:
        return "—"
    title = text(row.case.title[:60])
    return _safe(
        f'<a href="{address("case", row.case.number)}">{row.case.number} {title}</a>'
        f" <small>{text(row.case.account.name)}</small>"
    )


def sent(row: Any) -> SafeString | str:
    """Return when it was sent, and by whom."""
    return _safe(f"{when(row.order.sent_at)} <small>{text(row.order.sent_by.name)}</small>")


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308  (every piece was escaped, or is a figure or a shape of ours)
