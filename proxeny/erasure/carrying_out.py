"""Carrying an order out: rows in one transaction, then the files, then what the database keeps of removed rows.

Each part is done once and may be begun again: what a crash left undone is made up for by the worker.
"""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import transaction

from proxeny.cases import erasing as cases
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.erasing import Held, going_through, remains
from proxeny.core.erasing.chunks import each
from proxeny.core.erasing.going_through import Touched
from proxeny.core.queue import task
from proxeny.desk import erasing as desk
from proxeny.desk.models import Draft, Visit
from proxeny.erasure import looking, places, recording, sessions
from proxeny.erasure.events import Kind
from proxeny.erasure.looking import Found
from proxeny.erasure.models import ErasedFile, Order
from proxeny.intake import erasing as intake
from proxeny.intake.models import RowChange
from proxeny.ledger import erasing as ledger
from proxeny.notices import erasing as notices
from proxeny.notices.models import Notice
from proxeny.search import erasing as search
from proxeny.search.models import Document

WORKER = Actor.system("erasure")
CHUNK = 1 << 20


def begin(order: Order) -> None:
    """Have the worker carry the order out, once its confirmation stands."""
    carry_out.using(dedupe=f"erasure:{order.pk}").enqueue(order.pk)


@task
def carry_out(number: int) -> None:
    """Do what is left to do of a confirmed order. Raises `remains.StillRead` where the disk cannot be overwritten yet."""
    order = Order.objects.filter(pk=number, confirmed_at__isnull=False, entry__isnull=False).first()
    if order is None or order.done_at is not None:
        return
    erase_rows(number)
    erase_files(number)
    remains.overwrite(places.to_write_anew())
    Order.objects.filter(pk=number, done_at=None).update(done_at=clock.now())


@task(dedupe="erasures-go-on")
def go_on() -> int:
    """Take up confirmed orders that are not done; return how many. Only what two people have ordered is ever erased."""
    left = list(Order.objects.filter(confirmed_at__isnull=False, done_at=None))
    for order in left:
        begin(order)
    return len(left)


def erase_rows(number: int) -> None:
    """Erase all that stands in the database, in one transaction; once done, nothing happens."""
    remains.overwrite_from_now_on()
    with transaction.atomic():
        order = (
            Order.objects.select_for_update(of=("self",)).select_related("account", "contact").get(pk=number)
        )
        if order.erased_at is not None or order.entry is None:
            return
        found = looking.look(order)
        figures = found.figures
        _forget(found)
        for held, rows in found.rows:
            _write(held, rows)
        _lay_cases_anew(found)
        told = ledger.rows_told_by(found.lines)
        ledger.erase(found.lines, order=order.entry)
        ErasedFile.objects.bulk_create(
            [ErasedFile(order=order, path=path) for path in found.files], ignore_conflicts=True
        )
        order.refresh_from_db()
        order.also, order.erased_at = [], clock.now()
        order.figures = [one._asdict() for one in figures]
        order.save(update_fields=["also", "erased_at", "figures"])
        ledger.tell_anew(told)
        # Without what was told in confidence: whoever reads the line may not know of that.
        rows_open = sum(one.open for one in figures if one.kind != ledger.LINES)
        lines_open = sum(one.open for one in figures if one.kind == ledger.LINES)
        # About the person, too: so it is known why the lines that told of these rows before do not any more.
        recording.append(Kind.ERASED, order, by=WORKER, about=[order.of], rows=rows_open, lines=lines_open)


def erase_files(number: int) -> int:
    """Overwrite and remove the files of the order; return how many. What is gone already counts as removed."""
    removed = 0
    for file in ErasedFile.objects.filter(order=number, gone_at=None):
        _remove(Path(settings.FILES_FOLDER) / file.path)
        ErasedFile.objects.filter(pk=file.pk).update(gone_at=clock.now())
        removed += 1
    return removed


def _forget(found: Found) -> None:
    """Remove what is about them as a whole."""
    search.drop(found.whole[Document])
    notices.forget(found.whole[Notice])
    for part in each(found.theirs):
        desk.forget([], [], part)
    desk.forget(found.whole[Draft], found.whole[Visit], [])
    intake.forget(found.whole[RowChange])
    sessions.end(found.sessions)


def _write(held: Held, rows: list[Touched]) -> None:
    """Put what the rows become in their place; the line that follows tells of those that are evidence."""
    ledger.before_erasing(held.model, [row.pk for row in rows])
    writer = places.WRITERS.get(held.model)
    if writer is None:
        going_through.write(held, rows)
        return
    for row in rows:
        writer(row.pk, row.changes)


def _lay_cases_anew(found: Found) -> None:
    """What the search holds of cases that the person reported follows from their rows."""
    if not found.target.whole:
        cases.lay_texts_anew(_own(found.rows, Case))


def _own(rows: Iterable[tuple[Held, list[Touched]]], model: type) -> list[int]:
    return [row.pk for held, touched in rows if held.model is model for row in touched if row.is_own]


def _remove(path: Path) -> None:
    """Overwrite a file with zeros and remove it; never one outside of the store."""
    store = Path(settings.FILES_FOLDER).resolve()
    if not path.resolve().is_relative_to(store) or not path.is_file():
        return
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(CHUNK, left)))
        file.flush()
    path.unlink(missing_ok=True)
