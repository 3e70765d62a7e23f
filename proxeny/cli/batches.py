"""`proxeny batches`: what was imported, and taking one back."""

import click
from django.utils.translation import gettext as _

from proxeny.cli.common import (
    FOUND_WHAT_IT_MUST_REPORT,
    actor_named,
    as_option,
    json_option,
    people,
    print_json,
    print_table,
)
from proxeny.cli.imports.common import FOR_SCRIPTS
from proxeny.identity.access import NotFound
from proxeny.intake import access, concluding, saying, undoing


@click.command("batches")
@click.option("--undo", "number", type=int, metavar="ID", help="Take this batch back, whole.")
@as_option
@json_option
def command(number: int | None, username: str | None, as_json: bool) -> None:
    """List what was imported, newest first, or take one batch back."""
    actor = actor_named(username, "batches")
    if number is not None:
        try:
            batch = undoing.undo(access.batch_for(actor, number, write=True), by=actor)
        except NotFound:
            raise click.UsageError(f"there is no batch {number}") from None
        except undoing.CannotUndo as error:
            click.echo(str(error), err=True)
            raise SystemExit(FOUND_WHAT_IT_MUST_REPORT) from None
        if as_json:
            print_json(saying.said(concluding.document(batch), FOR_SCRIPTS))
        else:
            people.print(_("Taken back: %(file)s") % {"file": batch.file_name})
        return
    found = access.batches(actor)
    if as_json:
        print_json(
            [
                {
                    **saying.said(concluding.document(one), FOR_SCRIPTS),
                    "state": one.state,
                    "file": one.file_name,
                }
                for one in found
            ]
        )
        return
    print_table(
        "",
        ["", _("file"), _("kind"), _("state"), _("good"), _("bad"), _("aside")],
        [
            (one.pk, one.file_name, one.get_kind_display(), one.get_state_display(), *_counts(one.report))
            for one in found
        ],
        right=[4, 5, 6],
    )


def _counts(report: dict[str, dict[str, int]]) -> list[object]:
    rows = report.get("rows", {})
    return [rows.get(name, "") for name in ("good", "bad", "aside")]
