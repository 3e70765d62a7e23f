"""`proxeny swings`: changes in consumption that are neither rhythm nor holiday."""

from datetime import date
from typing import Any

import click
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account
from proxeny.cli.common import json_option, on_option, print_json, print_table
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.docket import sweeping
from proxeny.judgement.models import Swing


@click.command("swings")
@on_option
@click.option("--account", "reference", metavar="REF", help="Only this customer, by its number.")
@json_option
def command(on: date | None, reference: str | None, as_json: bool) -> None:
    """Show the swings as of the morning of today, or of another day."""
    with clock.on(on):
        sweep = sweeping.sweep_if_stale(clock.today(), by=Actor.system("swings"))
    found = sweep.swings.select_related("account").order_by("month_minor", "pk")
    thin = Account.objects.filter(pk__in=sweep.too_little).order_by("reference")
    if reference is not None:
        found, thin = found.filter(account__reference=reference), thin.filter(reference=reference)
    if as_json:
        too_little = list(thin.values_list("reference", flat=True))
        print_json(
            {
                "on": sweep.on.isoformat(),
                "swings": [_swing(swing) for swing in found],
                "too_little": too_little,
            }
        )
        return
    print_table(
        f"{sweep.on:%Y-%m-%d}",
        [_("customer"), _("meter"), _("horizon"), _("since"), _("change"), _("a month"), _("certainty")],
        [
            (
                f"{swing.account.name} ({swing.account.reference})",
                swing.meter,
                swing.horizon,
                swing.since,
                f"{swing.change:+.0%}",
                f"{swing.per_month.amount} {swing.currency}" if swing.per_month else "",
                f"{swing.certainty:.2f}",
            )
            for swing in found
        ],
        right=[4, 5, 6],
    )
    click.echo(_("Too little to say anything of: %(count)s customers") % {"count": thin.count()})


def _swing(swing: Swing) -> dict[str, Any]:
    return {
        "account": swing.account.reference,
        "meter": swing.meter,
        "horizon": swing.horizon,
        "since": swing.since.isoformat(),
        "direction": swing.direction,
        "change": round(swing.change, 4),
        "amount_per_month": swing.per_month.as_json() if swing.per_month else None,
        "compared_with": swing.compared_with,
        "certainty": round(swing.certainty, 3),
    }
