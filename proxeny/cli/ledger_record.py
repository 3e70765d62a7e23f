"""Verifying the record as it is kept."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from rich.progress import Progress

from proxeny.cli import ledger_rows
from proxeny.cli.common import notes, people, print_json
from proxeny.ledger import keys, reading, stamping, verifying
from proxeny.ledger.checking import Witnessed
from proxeny.ledger.checking.kept import notes_in
from proxeny.ledger.checking.saying import sentence
from proxeny.ledger.reconciling.walking import Rows


def verified(heads: tuple[Path, ...], *, rows: bool = True, as_json: bool) -> bool:
    """Verify the record, and the rows beside it, and print what was found; return whether it holds."""
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
    stamps = stamping.checked(_files(heads))
    report.breaks = sorted({*report.breaks, *stamps.breaks})
    beside = ledger_rows.laid_beside(quiet=as_json) if rows else Rows()
    if as_json:
        document = {**report.as_json(), "rows": beside.rows if rows else None}
        document["ok"] = report.ok and beside.ok
        document["breaks"] += ledger_rows.breaks(beside.breaks)
        print_json({**document, "stamps": stamps.fitting, "stamps_unchecked": stamps.unchecked})
    elif report.ok:
        people.print(_("%(count)s entries, each of them holds.") % {"count": report.entries})
        people.print(_witnessed_until(report))
        if stamps.fitting or stamps.unchecked:
            people.print(_stamped(stamps))
    else:
        for found in report.breaks:
            people.print(sentence(found, _))
    if rows and not as_json:
        ledger_rows.said(beside)
    return report.ok and beside.ok


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


def _stamped(stamps: stamping.Stamps) -> str:
    if stamps.unchecked:
        return _(
            "Time stamps that could not be checked: %(count)s. PROXENY_ANCHOR_TSA_ROOTS names no certificates."
        ) % {"count": stamps.unchecked}
    return _("Time stamps of an authority that fit their heads: %(count)s.") % {"count": stamps.fitting}
