"""`proxeny erasure list`: the orders to erase, and how far each has come. Orders are given and confirmed on the pages alone."""

from typing import Any

import click
from django.utils.translation import gettext as _

from proxeny.cli.common import actor_named, as_option, json_option, print_json, print_table
from proxeny.erasure import access
from proxeny.erasure.models import Order


@click.group("erasure")
def command() -> None:
    """Orders to erase a person or a customer."""


@command.command("list")
@as_option
@json_option
def list_orders(username: str | None, as_json: bool) -> None:
    """List all orders, the newest first: what they are about by number, never by name."""
    found = [_told(one) for one in access.orders(actor_named(username, "erasure"))]
    if as_json:
        print_json({"orders": found})
        return
    columns = [_("Order"), _("Who"), _("Customer"), _("Standing"), _("Ordered by"), _("Confirmed by")]
    shown = ("number", "of", "customer", "standing", "asked_by", "confirmed_by")
    print_table(_("Erasing"), columns, [[one[name] or "–" for name in shown] for one in found])


def _told(order: Order) -> dict[str, Any]:
    """Return an order as it is printed: times in UTC, people by their sign-in names."""
    return {
        "number": order.pk,
        "of": str(order.of),
        "customer": order.account.reference,
        "ground": order.ground,
        "standing": order.standing.value,
        "asked_by": order.asked_by.username,
        "asked_at": order.asked_at.isoformat(),
        "confirmed_by": order.confirmed_by.username if order.confirmed_by else None,
        "confirmed_at": order.confirmed_at.isoformat() if order.confirmed_at else None,
        "line": order.entry,
        "erased_at": order.erased_at.isoformat() if order.erased_at else None,
        "overwritten_at": order.done_at.isoformat() if order.done_at else None,
    }
