"""Telling people how an import of theirs ended, when they have gone elsewhere meanwhile or have something left to do."""

from collections.abc import Collection
from datetime import timedelta

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, may
from proxeny.intake.models import Batch
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import tell

ENDED = "import.ended"
LONG = timedelta(minutes=1)


def _sees(actor: Actor, about: Collection[str]) -> Collection[str]:
    return about if may(actor, Area.IMPORTS) else []


def _brings_in(actor: Actor) -> bool:
    return may(actor, Area.IMPORTS, write=True)


kinds.register(
    NoticeKind(
        ENDED,
        N_("Your imports"),
        N_("A file of yours failed, left rows that need you, or took longer than a minute and is in."),
        _sees,
        concerns=_brings_in,
    )
)
FAILED = N_("%(file)s could not be imported; nothing of it stands. %(why)s")
LEFT_ROWS = N_("%(file)s is in: %(good)s rows. %(bad)s could not be read and %(aside)s were set aside.")
IS_IN = N_("%(file)s is in: %(good)s rows, none bad.")
YOURS = Sentence(N_("because you uploaded this file"))


def ended(number: int) -> None:
    """Tell who asked for the batch how it ended, if it has; again says nothing more.

    What went well while its reader was still looking on needs no word.
    """
    batch = Batch.objects.get(pk=number)
    text = _text(batch)
    uploader = Reference.parse(batch.by)
    if text is None or uploader.kind != "staff":
        return
    key = f"{batch.record}/{batch.state}/{batch.job}"
    people = Staff.objects.filter(pk=uploader.key)
    tell(people, kind=ENDED, about=batch.record, text=text, reason=YOURS, key=key)


def _text(batch: Batch) -> Sentence | None:
    if batch.state == Batch.State.FAILED:
        return Sentence(FAILED, {"file": batch.file_name, "why": batch.reason})
    if batch.state != Batch.State.DONE:
        return None
    rows = batch.report["rows"]
    counts = {name: {"type": "number", "value": rows[name]} for name in ("good", "bad", "aside")}
    if rows["bad"] or rows["aside"]:
        return Sentence(LEFT_ROWS, {"file": batch.file_name, **counts})
    if batch.finished_at and batch.finished_at - batch.started_at > LONG:
        return Sentence(IS_IN, {"file": batch.file_name, "good": counts["good"]})
    return None
