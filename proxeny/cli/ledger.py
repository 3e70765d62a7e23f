"""`proxeny ledger`: verify the record."""

from pathlib import Path

import click
from django.conf import settings
from django.utils.translation import gettext as _
from rich.progress import Progress

from proxeny.cli.common import FOUND_WHAT_IT_MUST_REPORT, json_option, notes, people, print_json
from proxeny.ledger import anchoring, checkpointing, keys, reading, verifying
from proxeny.ledger.anchors.file import notes_in
from proxeny.ledger.checking import Witnessed


@click.group("ledger")
def command() -> None:
    """Verify the append-only record."""


@command.command("verify")
@click.option(
    "--head",
    "heads",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="A file of heads that somebody has kept: mails, or the file that they are appended to.",
)
@json_option
def verify(heads: tuple[Path, ...], as_json: bool) -> None:
    """Recompute every hash from the first line to the last; exit 1 names the first place that does not hold."""
    witnessed = [
        Witnessed(note, str(path))
        for path in _files(heads)
        for note in notes_in(path.read_text("utf-8", "replace"))
    ]
    with Progress(console=notes, transient=True, disable=as_json) as progress:
        bar = progress.add_task("", total=reading.count())
        report = verifying.verify(
            lambda at: progress.update(bar, completed=at),
            verifier=keys.signer().verifier,
            witnessed=witnessed,
        )
    if as_json:
        print_json(report.as_json())
    elif report.ok:
        people.print(_("%(count)s entries, each of them holds.") % {"count": report.entries})
        people.print(_witnessed_until(report))
    else:
        for found in report.breaks:
            people.print(f"{found.sequence}: {found.kind}: {found.detail}")
    if not report.ok:
        raise SystemExit(FOUND_WHAT_IT_MUST_REPORT)


@command.command("head")
def head() -> None:
    """Sign the head as it is now, hand it out, and print it: whoever keeps it can convict whoever changes the record."""
    anchoring.anchor_head.call()
    signed = checkpointing.sign_head()
    if signed is None:
        people.print(_("Nothing is on record yet."))
        return
    click.echo(signed.note, nl=False)
    click.echo(f"\n{keys.signer().verifier}")


def _files(named: tuple[Path, ...]) -> list[Path]:
    """Return the files of heads to compare: those that are named, and the installation's own."""
    own: Path = settings.LEDGER_HEADS_FILE
    return [*named, *([own] if own.is_file() and own not in named else [])]


def _witnessed_until(report: verifying.Report) -> str:
    if not report.witnessed_until:
        return _(
            "No head that somebody else keeps was compared: a rewriting of all lines would not be noticed."
        )
    return _("Up to entry %(count)s a head kept elsewhere agrees.") % {"count": report.witnessed_until}
