"""Laying rows beside what is on record of them, on the command line."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from rich.progress import Progress

from proxeny.cli.common import actor_named, notes, people, print_json
from proxeny.ledger import reading
from proxeny.ledger.details import translated
from proxeny.ledger.reconciling import taking_on
from proxeny.ledger.reconciling.breaks import RowBreak
from proxeny.ledger.reconciling.walking import Rows, reconcile

MOST_SAID = 200


def laid_beside(*, quiet: bool) -> Rows:
    """Compare all rows with their entries, with a bar for people."""
    with Progress(console=notes, transient=True, disable=quiet) as progress:
        bar = progress.add_task("", total=reading.count())
        return reconcile(lambda line: progress.update(bar, completed=line))


def reconciled(*, as_json: bool) -> bool:
    """Compare all rows with their entries and print what was found; return whether all fit."""
    found = laid_beside(quiet=as_json)
    if as_json:
        print_json({"ok": found.ok, "rows": found.rows, "told": found.told, "breaks": places(found.breaks)})
    else:
        said(found)
    return found.ok


def breaks(found: Sequence[RowBreak]) -> list[dict[str, Any]]:
    """Return the breaks as those of entries stand in a document."""
    return [{"sequence": one.sequence, "kind": one.kind, "detail": str(one.detail)} for one in found]


def places(found: Sequence[RowBreak]) -> list[dict[str, Any]]:
    """Return the same with the table, the row's number, the column, and what it held and holds."""
    return [
        {
            **said,
            "table": one.table,
            "row": one.row,
            "column": one.column,
            "on_record": one.on_record,
            "in_table": one.in_table,
        }
        for said, one in zip(breaks(found), found, strict=True)
    ]


def said(found: Rows) -> None:
    """Print for people what was found."""
    for one in found.breaks[:MOST_SAID]:
        people.print(translated(one.detail, _), markup=False)
        if one.on_record is not None or one.in_table is not None:
            held = _("cannot be found out") if one.on_record is None else repr(one.on_record)
            people.print(
                "    "
                + _("on record: %(then)s · in the table: %(now)s")
                % {"then": held, "now": repr(one.in_table)},
                markup=False,
            )
    if len(found.breaks) > MOST_SAID:
        people.print(_("… and %(count)s more") % {"count": len(found.breaks) - MOST_SAID})
    if found.ok:
        people.print(_("%(count)s rows, each as its entries left it.") % {"count": found.rows})


def taken_on(username: str, *, as_json: bool) -> None:
    """Put the rows on record that no entry tells of, in the name of a colleague, and say how many."""
    count = taking_on.take_on(by=actor_named(username, "rows"))
    if as_json:
        print_json({"taken_on": count})
    else:
        people.print(_("%(count)s rows were taken on record as they stand.") % {"count": count})
