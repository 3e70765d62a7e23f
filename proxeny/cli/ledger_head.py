"""`proxeny ledger head`: sign the head, hand it out, print it, and say where it lies."""

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from proxeny.cli.common import people
from proxeny.ledger import anchoring, checkpointing, keys
from proxeny.ledger.standing import Standing, standings


def shown() -> None:
    """Sign and hand out the head as it is now; print it, the key that checks it, and how it stands with each place."""
    anchoring.anchor_head.call()
    signed = checkpointing.sign_head()
    if signed is None:
        people.print(_("Nothing is on record yet."))
        return
    click.echo(signed.note, nl=False)
    click.echo(f"\n{keys.signer().verifier}\n")
    for one in standings():
        click.echo(_line(one))


def _line(one: Standing) -> str:
    values = {
        "place": f"{one.anchor} {one.to}",
        "size": one.size,
        "since": _moment(one),
        "reason": one.reason,
    }
    if one.failing_since is not None:
        return _("%(place)s has failed since %(since)s: %(reason)s") % values
    if one.size is None:
        return _("%(place)s has none yet") % values
    return _("%(place)s holds the head of %(size)s entries since %(since)s") % values


def _moment(one: Standing) -> str:
    at = one.failing_since or one.since
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}" if at else ""
