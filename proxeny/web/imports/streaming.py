"""Taking in a file while it arrives: what is too large, of a wrong type or without room is refused early."""

import tempfile
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.utils.translation import gettext as _

from proxeny.intake import receiving
from proxeny.web.imports.types import refusal

# Beyond this, the rest of a refused file is not even listened to.
PATIENCE = 4


class BoundedUpload(FileUploadHandler):
    """Writes an upload into a nameless file on the disk of the store; `refusal` says why one was not taken.

    A nameless file is gone when the request is, whatever becomes of the process.
    """

    chunk_size = 1 << 20

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.refusal = ""
        self._announced = 0
        self._size = 0

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002  (Django's signature)
        """Remember how much was announced."""
        self._announced = int(args[2])

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Refuse by name and by announced size before anything is written."""
        super().new_file(*args, **kwargs)
        if said := refusal(self.file_name or ""):
            self._refuse(said)
        if self._announced > _limit() + self.chunk_size:
            self._refuse(too_large())
        # The file lies there twice for a moment: as it arrives, and as it is kept.
        if not receiving.room_is_left(2 * self._announced):
            self._refuse(no_room())
        settings.FILES_FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = tempfile.TemporaryFile(dir=settings.FILES_FOLDER)  # noqa: SIM115  (the request closes it)
        self._size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002  (Django's signature)
        """Write what arrived, as long as it is not too much."""
        self._size += len(raw_data)
        if self._size > _limit():
            self._refuse(too_large())
        self._file.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile[Any]:
        """Hand over the file, read from its beginning."""
        self._file.seek(0)
        return UploadedFile(self._file, self.file_name, self.content_type, file_size)

    def _refuse(self, said: str) -> None:
        self.refusal = said
        raise StopUpload(connection_reset=self._announced > PATIENCE * _limit())


def too_large() -> str:
    """Say how much a file may hold."""
    return _(
        "The file is larger than %(limit)s MB. Split it, or compress it with gzip; whoever runs the server "
        "can raise the limit."
    ) % {"limit": settings.UPLOAD_LIMIT_MB}


def no_room() -> str:
    """Say that the disk is nearly full."""
    return _(
        "The server’s disk is nearly full, so no file is taken now. Nothing was changed; tell whoever runs "
        "the server."
    )


def _limit() -> int:
    return int(settings.UPLOAD_LIMIT_MB) << 20
