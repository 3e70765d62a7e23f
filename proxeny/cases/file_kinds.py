"""Which files may lie beside a message: told from their bytes, never from their name.

Markup that a browser would run (HTML, SVG, XML) is refused, whatever it is called; so are office files with macros.
"""

import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

HEAD = 4096
_LONGEST_NAME = 200
_MARKUP = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<(?:!doctype|\?xml|!--|[a-z])", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind: the suffixes it goes by, its media type, and whether a browser may show it on a page."""

    suffixes: tuple[str, ...]
    media_type: str
    is_picture: bool = False


PDF = FileKind((".pdf",), "application/pdf")
PNG = FileKind((".png",), "image/png", is_picture=True)
JPEG = FileKind((".jpg", ".jpeg"), "image/jpeg", is_picture=True)
GIF = FileKind((".gif",), "image/gif", is_picture=True)
WEBP = FileKind((".webp",), "image/webp", is_picture=True)
MP4 = FileKind((".mp4", ".m4v"), "video/mp4")
ZIP = FileKind((".zip",), "application/zip")
OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = FileKind((".docx",), OFFICE + "wordprocessingml.document")
XLSX = FileKind((".xlsx",), OFFICE + "spreadsheetml.sheet")
PPTX = FileKind((".pptx",), OFFICE + "presentationml.presentation")
TEXT = FileKind((".txt", ".log"), "text/plain")
CSV = FileKind((".csv",), "text/csv")
JSON = FileKind((".json",), "application/json")
ALL = (PDF, PNG, JPEG, GIF, WEBP, MP4, ZIP, DOCX, XLSX, PPTX, TEXT, CSV, JSON)
SUFFIXES = tuple(suffix for kind in ALL for suffix in kind.suffixes)
PICTURES = frozenset(kind.media_type for kind in ALL if kind.is_picture)

_STARTS = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG), (b"GIF8", GIF))
_PARTS = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))


def kind_of(path: Path, name: str) -> FileKind | None:
    """Return what the file at `path` is, or None for what is not taken. Of plain texts, `name` tells which they are."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp":
        return MP4
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _archive(path)
    return _text(path, head, PurePosixPath(name.lower()).suffix)


def safe_name(name: str, kind: FileKind) -> str:
    """Return the name without folders and without what could mislead, with a suffix that tells what the file is."""
    plain = _NOT_IN_NAMES.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")
    stem, suffix = PurePosixPath(plain).stem, PurePosixPath(plain).suffix
    if suffix.lower() in kind.suffixes:
        return f"{stem[:_LONGEST_NAME]}{suffix}"
    return f"{(plain or 'file')[:_LONGEST_NAME]}{kind.suffixes[0]}"


def _archive(path: Path) -> FileKind | None:
    """Only the table of contents is read: nothing is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if "[Content_Types].xml" not in names:
        return ZIP
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return None
    return next((kind for part, kind in _PARTS if any(name.startswith(part) for name in names)), None)


def _text(path: Path, head: bytes, suffix: str) -> FileKind | None:
    kind = next((one for one in (TEXT, CSV, JSON) if suffix in one.suffixes), None)
    if kind is None or not head or _MARKUP.match(head) or _CONTROL.search(head):
        return None
    if kind is JSON and not _is_json(path):
        return None
    return kind


def _is_json(path: Path) -> bool:
    try:
        json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return False
    return True
