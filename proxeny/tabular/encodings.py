"""Which encoding a text is in: its mark, else UTF-8, else GB18030 (which contains GBK and GB2312).

Text of an older European encoding also decodes as GB18030, into characters that nobody writes. So GB18030 is
believed only where most of what it yields lies in GB 2312, the everyday characters.
"""

import codecs
import re
from typing import NamedTuple

UTF8 = "utf-8"
GB18030 = "gb18030"
_MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 1 << 16
_ASCII_SHARE = 0.1
_BROKEN_SHARE = 0.1
_WIDE_CHARS_THAT_MEAN_UTF8 = 8
_EVERYDAY_SHARE = 0.6
_PLACES_THAT_SETTLE = 100_000
_BROKEN_PLACE = re.compile("[\udc80-\udcff]{1,3}")


class Mark(NamedTuple):
    """The encoding that a text's first bytes give away, and how many of them are a byte order mark."""

    encoding: str
    size: int


def mark_of(start: bytes) -> Mark | None:
    """Return what `start` says of the encoding: a byte order mark, or UTF-16 without one."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return Mark(encoding, len(mark))
    sample = start[: min(len(start), _SAMPLE_BYTES) // 2 * 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even < odd / 4 and _reads_as_utf16(sample, "utf-16-le"):
        return Mark("utf-16-le", 0)
    if odd < even / 4 and _reads_as_utf16(sample, "utf-16-be"):
        return Mark("utf-16-be", 0)
    return None


def codec_named(encoding: str) -> str | None:
    """Return Python's name of the text encoding that a person named, or None where there is none."""
    try:
        found = codecs.lookup(encoding)
        codecs.getincrementaldecoder(encoding)
    except (LookupError, ValueError):
        return None
    return found.name if getattr(found, "_is_text_encoding", True) else None


class Utf8Watch:
    """Follows a stream and tells whether it is UTF-8, holding no more than a few bytes of it.

    `broken_at` is the line, counted from 1, of the first bytes that are not UTF-8.
    """

    def __init__(self) -> None:
        self.broken_at: int | None = None
        self._decoder = codecs.getincrementaldecoder(UTF8)("surrogateescape")
        self._line = 1
        self._broken = 0
        self._wide = 0
        self._wide_before = 0

    def feed(self, chunk: bytes, *, final: bool = False) -> None:
        """See the next bytes; `final` says that none follow."""
        if chunk.isascii() and not self._decoder.getstate()[0]:
            self._line += 0 if self.damaged else chunk.count(b"\n")
            return
        text = self._decoder.decode(chunk, final)
        if not self.damaged:
            self._find_first(text)
        if self._broken < _PLACES_THAT_SETTLE:
            self._broken += len(_BROKEN_PLACE.findall(text)) if self.damaged else 0
            self._wide += len(text) - len(text.encode("ascii", "ignore"))

    @property
    def damaged(self) -> bool:
        """Whether some bytes are not UTF-8."""
        return self.broken_at is not None

    @property
    def is_utf8(self) -> bool:
        """Whether it is UTF-8, if need be with a few damaged places.

        A GB18030 text taken for UTF-8 is damaged nearly everywhere, and early.
        """
        few = self._broken < _BROKEN_SHARE * self._wide
        return not self.damaged or few or self._wide_before >= _WIDE_CHARS_THAT_MEAN_UTF8

    def _find_first(self, text: str) -> None:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            text = text[: error.start]
            self.broken_at = self._line + text.count("\n")
        self._line += text.count("\n")
        if self._wide_before < _WIDE_CHARS_THAT_MEAN_UTF8:
            self._wide_before += sum(1 for char in text if char >= "\u0800")


class ChineseWatch:
    """Follows a text decoded as GB18030 and tells whether it may be one, by the characters that came out."""

    def __init__(self) -> None:
        self._foreign = 0
        self._everyday = 0

    def feed(self, text: str) -> None:
        """See the next piece of text."""
        ascii_only = len(text.encode("ascii", "ignore"))
        self._foreign += len(text) - ascii_only
        self._everyday += (len(text.encode("gb2312", "ignore")) - ascii_only) // 2

    @property
    def is_everyday(self) -> bool:
        """Whether most characters beyond ASCII are those of GB 2312."""
        return self._everyday >= _EVERYDAY_SHARE * self._foreign


def _reads_as_utf16(sample: bytes, encoding: str) -> bool:
    """Return whether `sample` has whole ends of lines in `encoding`, and many plain ASCII characters."""
    text = sample.decode(encoding, "ignore")
    return "\n" in text and len(text.encode("ascii", "ignore")) > _ASCII_SHARE * len(text)
