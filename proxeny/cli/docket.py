"""`proxeny docket`: what needs a person's judgement today."""

from datetime import date
from typing import Any

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from proxeny.cli.common import actor_named, as_option, json_option, on_option, people, print_json
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.docket import reading, sweeping
from proxeny.docket.reading import Docket, Item


@click.command("docket")
@on_option
@as_option
@json_option
def command(on: date | None, username: str | None, as_json: bool) -> None:
    """Show the docket of today, or of another day.

    A day that was not swept yet, or whose data have changed since, is swept first.
    """
    actor = actor_named(username, "docket")
    with clock.on(on):
        sweeping.sweep_if_stale(clock.today(), by=Actor.system("docket"))
        found = reading.docket(actor, clock.today())
        if as_json:
            print_json(document(found))
        else:
            show(found)


def document(found: Docket) -> dict[str, Any]:
    """Return the docket as the stable JSON form: all items in order, `shown` of them one by one on the page."""
    return {"on": found.on.isoformat(), "shown": found.shown, "items": [_item(item) for item in found.items]}


def _item(item: Item) -> dict[str, Any]:
    sighting = item.sighting
    return {
        "id": item.number,
        "kind": sighting.matter.kind,
        "account": item.account.reference if item.account else None,
        "sentence": item.sentence.both(),
        "stake": sighting.stake.as_json() if sighting.stake else None,
        "due": sighting.due.isoformat() if sighting.due else None,
        "doubt": round(sighting.doubt, 3),
        "weight": {
            "stake": round(item.weight.stake, 4),
            "urgency": round(item.weight.urgency, 4),
            "doubt": round(item.weight.doubt, 4),
            "total": round(item.weight.total, 4),
        },
        "evidence": [
            {"text": one["text"].both(), "ref": one["reference"], "speaks": one["speaks"]}
            for one in item.evidence
        ],
        "verbs": sighting.verbs,
    }


def show(found: Docket) -> None:
    """Print the docket for a person."""
    count = len(found.items)
    said = ngettext("%(count)s matter needs judgement", "%(count)s matters need judgement", count) % {
        "count": count
    }
    people.print(f"[bold]{_('Docket')} {found.on:%Y-%m-%d}[/]  {said}")
    if not found.items:
        people.print(_("The docket is empty: nothing waits for your judgement."))
    for group in found.groups:
        name = f"{group.account.name} ({group.account.reference})" if group.account else _("Across customers")
        people.print(f"\n[bold]{name}[/]")
        for item in group.items:
            people.print(f"  ○ {item.sentence.here()}")
    if found.rest:
        rest = {"customers": len(found.rest), "matters": sum(len(group.items) for group in found.rest)}
        people.print(
            "\n"
            + _("%(matters)s matters of %(customers)s more customers, of less weight: --json shows them.")
            % rest
        )
