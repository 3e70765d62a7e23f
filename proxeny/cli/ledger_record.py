"""Verifying the record as it is kept."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from rich.progress import Progress

from proxeny.cli.common import notes, people, print_json
from proxeny.ledger import keys, reading, verifying
from proxeny.ledger.anchors.file import notes_in
from proxeny.ledger.checking import Witnessed


def verified(heads: tuple[Path, ...], *, as_json: bool) -> bool:
    """Verify the record and print what was found; return whether it holds."""
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
    return report.ok


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
