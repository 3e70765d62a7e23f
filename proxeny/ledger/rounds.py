"""Verifying by schedule: all of the record every night, what is new every hour. What was found is kept, and a break told."""

import json
from collections.abc import Callable
from datetime import timedelta
from itertools import islice

from django.conf import settings
from django.db import transaction

from proxeny.core import clock, outbox
from proxeny.core.queue import RunningJob, task
from proxeny.ledger import keys, stamping, verifying
from proxeny.ledger.anchors import file
from proxeny.ledger.announcing import RecordBreaks
from proxeny.ledger.checking import Break, Kind, Walk, Witnessed, check_heads, read
from proxeny.ledger.checking.kept import size_of
from proxeny.ledger.details import N_, Detail
from proxeny.ledger.merkle import Frontier
from proxeny.ledger.models import Checkpoint, Verification
from proxeny.ledger.notes import Checkpoint as Head
from proxeny.ledger.verifying import THIS, Report

KEPT = timedelta(days=90)
"""For so long rows are kept that say no more than that what was new held."""


@task(priority=-20, takes_context=True)
def verify_all(context: RunningJob) -> bool:
    """Verify the record from its first line to its last, as `proxeny ledger verify` does; return whether it holds."""

    def looked_at(lines: int) -> None:
        context.report(lines)
        context.check()

    return whole(looked_at).holds


@task(dedupe="verify-what-is-new")
def verify_new() -> bool:
    """Verify the lines behind the last head that was found good; return whether they hold.

    The tree up to there is rebuilt from the hashes that are kept with that head, if they give the root that is signed. What
    lies before it is not looked at; where anything about it is doubtful, all of the record is.
    """
    start = _start()
    if start is None:
        return whole().holds
    newest = Checkpoint.objects.order_by("-size").first()
    report = _since(start)
    if report is None:
        return whole(doubtful=start.size).holds
    before = last(is_whole=False)
    if report.ok and report.entries == start.size and newest == start and (before is None or before.holds):
        return True  # nothing is new: nothing to keep
    return _kept(report, since=start.size).holds


def whole(progress: Callable[[int], None] = lambda _: None, *, doubtful: int | None = None) -> Verification:
    """Verify all of the record against all heads and stamps that are kept here, and keep what was found.

    `doubtful` is the size of a head whose hashes do not give its root.
    """
    report = verifying.verify(progress, verifier=keys.signer().verifier, witnessed=file.kept())
    own = [settings.LEDGER_HEADS_FILE] if settings.LEDGER_HEADS_FILE.is_file() else []
    report.breaks += stamping.checked(own).breaks
    if doubtful is not None and not report.breaks:
        said = Detail(
            N_("the hashes that are kept with the head of %(size)s lines do not give its root"), size=doubtful
        )
        report.breaks.append(Break(doubtful, Kind.CHANGED, said))
    report.breaks.sort()
    Verification.objects.filter(holds=True, is_whole=False, at__lt=clock.machine_now() - KEPT).delete()
    return _kept(report)


def last(*, is_whole: bool) -> Verification | None:
    """Return what was found last, by verifying all or by verifying what was new."""
    return Verification.objects.filter(is_whole=is_whole).order_by("-at", "-pk").first()


def _start() -> Checkpoint | None:
    """Return the head behind which everything is new: the largest that a verification has found good."""
    good = Verification.objects.filter(holds=True, head__gt=0).order_by("-head").first()
    return Checkpoint.objects.filter(size=good.head).first() if good else None


def _since(start: Checkpoint) -> Report | None:
    """Verify what is new since a head; None where that head itself is doubtful."""
    frontier, signed = _tree(start), _signed_root(start)
    before = next(islice(verifying.stretches(after=start.size - 1, most=1), 1), [])
    if frontier is None or frontier.root() != signed or not before or before[0][0] != start.size:
        return None
    own = Checkpoint.objects.filter(size__gte=start.size).values_list("note", flat=True)
    outside = [one for one in file.kept() if size_of(one.note) >= start.size]
    heads, breaks = read([*(Witnessed(note, THIS) for note in own), *outside], keys.signer().verifier)
    walk = Walk((head.size for head, _kept_by in heads), after=before[0], frontier=frontier)
    walk.roots[start.size] = signed
    for rows in verifying.stretches(after=start.size):
        walk.over(rows)
    breaks += walk.breaks((head.size, head.root) for head, _kept_by in heads)
    breaks += check_heads(heads, walk.roots, walk.end, lines_hold=not breaks)
    return Report(walk.rows, sorted(set(breaks)), len(heads))


def _tree(start: Checkpoint) -> Frontier | None:
    try:
        return Frontier(start.size, [bytes.fromhex(edge) for edge in json.loads(start.edges)])
    except (ValueError, TypeError):
        return None


def _signed_root(start: Checkpoint) -> bytes:
    """Return the root that the ledger's key has signed for that size; nothing where it has signed none."""
    try:
        head = Head.parse(keys.signer().verifier.check(start.note))
    except ValueError:
        return b""
    return head.root if head.size == start.size else b""


def _kept(report: Report, since: int | None = None) -> Verification:
    first = report.breaks[0] if report.breaks else None
    newest = Checkpoint.objects.filter(size__lte=report.entries).order_by("-size").first()
    with transaction.atomic():
        row = Verification.objects.create(
            at=clock.machine_now(),
            is_whole=since is None,
            since=since or 0,
            entries=report.entries,
            head=newest.size if newest and report.ok else 0,
            holds=report.ok,
            break_at=first.sequence if first else None,
            break_kind=str(first.kind) if first else "",
            detail=str(first.detail) if first else "",
        )
        if first is not None:
            outbox.publish(RecordBreaks(first.sequence, str(first.kind)))
    return row
