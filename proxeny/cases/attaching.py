"""Files beside messages: kept under names of our own, taken by what they are, swept up when they are never sent."""

import hashlib
import os
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from proxeny.cases.file_kinds import PICTURES, FileKind, kind_of, safe_name
from proxeny.cases.guarding import guard, person
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Attachment, Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.core.queue import task
from proxeny.core.references import Reference
from proxeny.desk.drafting import STANDS_FOR
from proxeny.identity.access import NotFound

MOST = 10
CHUNK = 1 << 20
FOLDER = "cases"
STRAY_FOR = timedelta(days=1)


def limit() -> int:
    """Return how many bytes a file may have."""
    return int(settings.ATTACHMENT_LIMIT_MB) << 20


def attach(case: Case, file: BinaryIO, name: str, *, by: Actor) -> Attachment:
    """Keep a file for a message that `by` is writing; until that is sent it is theirs alone.

    Raises ValidationError for what is too large, too many, empty, or of a kind that is not taken; nothing is kept then.
    """
    guard(case, by)
    path = _new_path()
    try:
        digest, size = _keep(file, path, name)
        kind = _kind(path, name)
        with transaction.atomic():
            return Attachment.objects.create(
                case=_with_room(case, by),
                name=safe_name(name, kind),
                media_type=kind.media_type,
                size=size,
                sha256=digest,
                path=str(path.relative_to(settings.FILES_FOLDER)),
                by_id=person(by),
                at=clock.now(),
            )
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def remove(attachment: Attachment, *, by: Actor) -> None:
    """Take a file out again before it is sent; only whose it is can. Twice is the same as once."""
    own = Attachment.objects.filter(pk=attachment.pk, message=None, by=by.staff_id or 0)
    if not own.exists():
        raise NotFound(str(Reference("attachment", str(attachment.pk))))
    own.filter(removed_at=None).update(removed_at=clock.now())


def waiting(case: Case, actor: Actor) -> QuerySet[Attachment]:
    """Return the actor’s files in the case that are not sent yet."""
    return Attachment.objects.filter(case=case, message=None, by=actor.staff_id or 0, removed_at=None)


def unsent(case: Case, actor: Actor) -> list[Attachment]:
    """Return the same, loaded."""
    return _UNSENT(case.pk, actor.staff_id or 0)


_UNSENT = Phrased(
    lambda case, staff: Attachment.objects.filter(case=case, message=None, by=staff, removed_at=None)
)


def path_of(attachment: Attachment) -> Path | None:
    """Return where the file lies, or None where it is not there; never a path outside of the store."""
    store = (Path(settings.FILES_FOLDER) / FOLDER).resolve()
    path = (Path(settings.FILES_FOLDER) / attachment.path).resolve()
    return path if path.is_relative_to(store) and path.is_file() else None


def is_picture(attachment: Attachment) -> bool:
    """Tell whether a browser may show it on a page."""
    return attachment.media_type in PICTURES


@task(dedupe="cases-attachments")
def sweep_attachments() -> int:
    """Delete files that were taken out, or were never sent for as long as a draft stands; return how many."""
    unsent = Attachment.objects.filter(message=None)
    old = unsent.filter(Q(removed_at__isnull=False) | Q(at__lt=clock.machine_now() - STANDS_FOR))
    paths = list(old.values_list("path", flat=True))
    old.delete()
    for path in paths:
        (Path(settings.FILES_FOLDER) / path).unlink(missing_ok=True)
    return len(paths) + _sweep_strays()


def _sweep_strays() -> int:
    """Delete files that no row names: what a server that died in the middle of keeping one has left behind."""
    folder, count = Path(settings.FILES_FOLDER) / FOLDER, 0
    before = clock.machine_now() - STRAY_FOR
    for path in folder.glob("*") if folder.is_dir() else ():
        is_old = datetime.fromtimestamp(path.stat().st_mtime, UTC) < before
        if is_old and not Attachment.objects.filter(path=f"{FOLDER}/{path.name}").exists():
            path.unlink(missing_ok=True)
            count += 1
    return count


def _kind(path: Path, name: str) -> FileKind:
    if kind := kind_of(path, name):
        return kind
    said = _("%(name)s is none of the kinds that can be sent: pictures, PDF, Office, text, zip, mp4.")
    raise ValidationError(said % {"name": name})


def _with_room(case: Case, by: Actor) -> Case:
    """Return the case, locked, so that two files that come at once are counted one after the other."""
    case = guard(locked(case), by)
    if waiting(case, by).count() >= MOST:
        raise ValidationError(_("Ten files are the most one message can carry."))
    return case


def _new_path() -> Path:
    folder = Path(settings.FILES_FOLDER) / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / uuid.uuid4().hex


def _keep(file: BinaryIO, path: Path, name: str) -> tuple[str, int]:
    """Write the bytes; return their hash and their number."""
    digest, size, most = hashlib.sha256(), 0, limit()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as kept:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            if size > most:
                raise ValidationError(
                    _("%(name)s is larger than %(size)s MB.") % {"name": name, "size": most >> 20}
                )
            digest.update(chunk)
            kept.write(chunk)
        kept.flush()
        os.fsync(kept.fileno())
    if not size:
        raise ValidationError(_("%(name)s is empty.") % {"name": name})
    return digest.hexdigest(), size
