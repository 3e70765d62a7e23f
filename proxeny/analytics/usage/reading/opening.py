"""Opening a file: what it is, its fingerprint, and plain UTF-8 text that the column engine can read.

A file is read once from start to end before any of it is interpreted. On this way its SHA-256 is taken,
damage that would cost memory (a cell of 100 MB, a million columns) is refused, and what is not plain UTF-8 is
rewritten into the scratch folder. A plain file is only linked there: the link's name is ours, so that no
character of the file's own name can be taken for a pattern.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from proxeny.analytics.usage.reading.content import content, first_content
from proxeny.analytics.usage.reading.kinds import Kind, kind_of
from proxeny.analytics.usage.reading.lines import Lines
from proxeny.analytics.usage.reading.reasons import refuse
from proxeny.analytics.usage.reading.rewriting import into_single_endings, into_utf8, pieces_of
from proxeny.tabular.encodings import GB18030, UTF8, ChineseWatch, Utf8Watch, codec_named, mark_of
from proxeny.tabular.kinds_of_files import GZIP_MAGIC

Seen = Callable[[int], None]
Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class Opened:
    """A file ready to be read: `plain` is UTF-8 text without a mark, or Parquet."""

    path: Path
    plain: Path
    kind: Kind
    encoding: str
    sha256: str
    stamp: Stamp
    lines: Lines

    def require_unchanged(self) -> None:
        """Raises `ReadingError` where the file is no longer the one that was opened."""
        if stamp_of(self.path) != self.stamp:
            raise refuse("file_changed")


def open_file(path: Path, scratch: Path, seen: Seen, *, encoding: str | None = None) -> Opened:
    """Read `path` once. Raises `ReadingError` for what cannot be read at all, whatever it may contain."""
    if not path.is_file():
        raise refuse("file_missing", path=path.name)
    stamp = stamp_of(path)
    head = first_content(path)
    if not head.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise refuse("file_empty")
    named = _codec(encoding) if encoding else None
    mark = mark_of(head)
    marked, size = mark or (None, 0)
    # Bytes of a wide encoding are read as text first, so that its zero bytes are not taken for a foreign
    # format.
    kind = kind_of(path, head if not (marked or "").startswith("utf-16") else b"")
    if kind == "parquet":
        opened = _open_parquet(path, scratch, seen)
    else:
        opened = _open_text(
            path, scratch, seen, encoding=named or marked, mark=size, lines=Lines(table=kind == "csv")
        )
    opened = replace(opened, kind=kind, stamp=stamp)
    opened.require_unchanged()
    return opened


def fingerprint(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def stamp_of(path: Path) -> Stamp:
    """Size, time and inode: what differs after a file was replaced or written to."""
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ino


def _open_parquet(path: Path, scratch: Path, seen: Seen) -> Opened:
    digest = hashlib.sha256()
    for _ in content(path, digest, seen):
        pass
    plain = _linked(path, scratch / "table.parquet")
    return Opened(path, plain, "parquet", "", digest.hexdigest(), (0, 0, 0), Lines())


def _open_text(
    path: Path, scratch: Path, seen: Seen, *, encoding: str | None, mark: int, lines: Lines
) -> Opened:
    digest = hashlib.sha256()
    pieces = _unmarked(content(path, digest, seen), mark)
    plain = scratch / "plain.csv"
    found = encoding or UTF8
    if found != UTF8:
        into_utf8(pieces, plain, found, lines)
    else:
        watch = _copy_or_link(path, pieces, plain, lines, copied=mark > 0)
        if watch.damaged and (encoding or watch.is_utf8):
            # Damage inside UTF-8 becomes U+FFFD, which the rows that need the cell are refused for.
            target = scratch / "utf8.csv"
            plain = into_utf8(pieces_of(plain), target, UTF8, Lines(table=lines.table), errors="replace")
        elif watch.damaged:
            found = GB18030
            plain = _from_chinese(plain, scratch / "utf8.csv", Lines(table=lines.table), watch)
    if lines.needs_rewriting:
        plain = into_single_endings(plain, scratch / "rows.csv", lines.newline)
    return Opened(path, plain, "csv", found, digest.hexdigest(), (0, 0, 0), lines)


def _copy_or_link(
    path: Path, pieces: Iterator[bytes], plain: Path, lines: Lines, *, copied: bool
) -> Utf8Watch:
    """Survey the text while it is copied, or only linked where it is plain already."""
    with path.open("rb") as stream:
        copied = copied or stream.read(2) == GZIP_MAGIC
    watch = Utf8Watch()
    with plain.open("wb") if copied else nullcontext() as target:
        for piece in pieces:
            lines.feed(piece)
            watch.feed(piece)
            if target:
                target.write(piece)
    watch.feed(b"", final=True)
    if not copied:
        _linked(path, plain)
    return watch


def _from_chinese(source: Path, target: Path, lines: Lines, watch: Utf8Watch) -> Path:
    """Rewrite what is not UTF-8 and may be GB18030; refused where nobody would write what comes out."""
    chinese = ChineseWatch()
    into_utf8(pieces_of(source), target, GB18030, lines, seen=chinese.feed)
    if not chinese.is_everyday:
        raise refuse("unknown_encoding", row=watch.broken_at or 1)
    return target


def _codec(encoding: str) -> str:
    """Python's name for an encoding that a person named. Raises `ReadingError` where there is none."""
    name = codec_named(encoding)
    if name is None:
        raise refuse("encoding_missing", encoding=encoding)
    return UTF8 if name == "utf-8-sig" else name


def _linked(path: Path, link: Path) -> Path:
    link.symlink_to(path.resolve())
    return link


def _unmarked(pieces: Iterator[bytes], mark: int) -> Iterator[bytes]:
    first = next(pieces, b"")
    yield first[mark:]
    yield from pieces
