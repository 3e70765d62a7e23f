"""What imports keep of somebody who is erased: the files as they came, bad rows, what each row was before."""

from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from django.conf import settings

from proxeny.core.erasing import ACTOR, OURS, REFERENCE, SUM, Held, Sought, mark
from proxeny.core.erasing.sought import mapped
from proxeny.core.sentences import N_
from proxeny.intake.models import Batch, RowChange

ROWS, FILES = N_("imported rows as they were"), N_("imported files")
ENCODINGS = ("utf-8", "gb18030", "utf-16")
LARGEST = 1 << 30

HELD = (
    Held(
        Batch, kind=N_("imports"), texts=("file_name",), lists=("mapping", "options", "report", "reason"),
        never={
            "file_path": OURS, "sha256": SUM, "preset": OURS, "bad_rows_path": OURS, "by": ACTOR, "undone_by": ACTOR,
        },
    ),
    Held(RowChange, kind=ROWS, lists=("before", "after"), never={"subject": REFERENCE}),
)  # fmt: skip


def rows_of(references: Collection[str]) -> set[int]:
    """Return the rows of imports that are kept of these."""
    return set(RowChange.objects.filter(subject__in=references).values_list("pk", flat=True))


def forget(rows: Collection[int]) -> None:
    """Empty what imports keep of these rows; they cannot be taken back from then on."""
    for row in RowChange.objects.filter(pk__in=rows):
        row.before, row.after = (mapped(kept, lambda _text: mark()) for kept in (row.before, row.after))
        row.save(update_fields=["before", "after"])


def files_with(sought: Sought) -> list[str]:
    """Return the kept files, as imported or of bad rows, that hold anything of what is sought; paths in the store.

    Workbooks are opened and looked through; what cannot be read as text in any usual encoding is found nowhere.
    """
    kept = Batch.objects.values_list("file_path", "bad_rows_path")
    paths = sorted({path for path in chain.from_iterable(kept) if path and not Path(path).is_absolute()})
    store = Path(settings.FILES_FOLDER)
    return [path for path in paths if (store / path).is_file() and _holds(store / path, sought)]


def _holds(path: Path, sought: Sought) -> bool:
    return any(sought.within(text, near=True) for text in _texts(path))


def _texts(path: Path) -> Iterator[str]:
    try:
        if is_zipfile(path):
            with ZipFile(path) as packed:
                for part in packed.infolist():
                    if part.file_size <= LARGEST:
                        yield packed.read(part).decode("utf-8", "replace")
            return
    except (BadZipFile, NotImplementedError, RuntimeError):
        pass
    raw = path.read_bytes()
    for encoding in ENCODINGS:
        yield raw.decode(encoding, "replace")
