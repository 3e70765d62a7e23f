"""Bringing in files as a browser does."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from proxeny.core.queue import worker
from proxeny.intake.models import Batch

KIND = Batch.Kind.CASES
TABLE = "number,note\n1,a\n2,<b>b</b>\nthree,c\n4,d\n"


def send(
    client: Client, content: str | bytes = TABLE, name: str = "cases.csv", kind: str = KIND, **more: Any
) -> HttpResponse:
    """Send a file, and return the answer."""
    file = SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
    return client.post("/imports/files/", {"kind": kind, "file": file}, **more)  # type: ignore[return-value]


def bring(client: Client, content: str | bytes = TABLE, name: str = "cases.csv", kind: str = KIND) -> Batch:
    """Send a file, and return the batch that was opened for it."""
    return batch_at(send(client, content, name, kind).headers["Location"])


def batch_at(address: str) -> Batch:
    """Return the batch whose page has this address."""
    return Batch.objects.get(pk=int(address.rstrip("/").split("/")[-1]))


def imported(client: Client, **more: Any) -> Batch:
    """Bring a file, start its import and let the worker do it."""
    batch = bring(client, **more)
    client.post(f"/imports/{batch.pk}/start/")
    worker.drain()
    return Batch.objects.get(pk=batch.pk)


def text_of(client: Client, batch: Batch) -> str:
    """Return the page of the batch."""
    return client.get(f"/imports/{batch.pk}/").content.decode()


def kept() -> set[Path]:
    """Return all files in the store."""
    return {path for path in Path(settings.FILES_FOLDER).rglob("*") if path.is_file()}
