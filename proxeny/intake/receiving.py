"""Receiving a file: it is kept as it came, with its hash, before anything is read from it."""

import hashlib
import json
import os
import shutil
import uuid
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.intake.models import Batch

CHUNK = 1 << 20


def receive(
    file: BinaryIO, name: str, kind: Batch.Kind, *, by: Actor, options: dict[str, object] | None = None
) -> Batch:
    """Keep the bytes of `file` and open a batch for them; nothing is read yet.

    The name in the store is our own, so that no name somebody chose becomes a path.
    """
    folder = settings.FILES_FOLDER / "intake"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / uuid.uuid4().hex
    digest, size = hashlib.sha256(), 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as kept:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            kept.write(chunk)
        kept.flush()
        os.fsync(kept.fileno())
    return Batch.objects.create(
        kind=kind,
        file_name=Path(name.replace("\\", "/")).name[:255] or "file",
        file_path=str(path.relative_to(settings.FILES_FOLDER)),
        sha256=digest.hexdigest(),
        size=size,
        options=json.loads(json.dumps(options or {})),
        by=by.reference,
        started_at=clock.now(),
    )


def receive_nothing(kind: Batch.Kind, name: str, *, by: Actor) -> Batch:
    """Open a batch for what did not come as a file: events over HTTP, made-up facts."""
    return Batch.objects.create(kind=kind, file_name=name[:255], by=by.reference, started_at=clock.now())


def path_of(batch: Batch) -> Path:
    """Return where the file of `batch` is kept."""
    return Path(settings.FILES_FOLDER) / batch.file_path


def same_file_before(batch: Batch) -> Batch | None:
    """Return the standing batch of the same kind that was made from the very same bytes with the same options, if any."""
    standing = Batch.objects.filter(kind=batch.kind, sha256=batch.sha256, state=Batch.State.DONE).exclude(
        pk=batch.pk
    )
    return next((one for one in standing if one.options == batch.options), None)


def room_is_left(size: int) -> bool:
    """Tell whether a file of that size leaves the database room to breathe: a twentieth of the disk, or a gigabyte."""
    disk = shutil.disk_usage(settings.HOME)
    return disk.free - size > min(disk.total // 20, 1 << 30)
