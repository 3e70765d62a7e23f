"""Which encoding a text file is in: its mark, else UTF-8, else GB18030 (which contains GBK and GB2312)."""

import codecs

from proxeny.analytics.usage.reading.reasons import refuse

UTF8 = "utf-8"
CHINESE = "gb18030"
_MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BROKEN_SHARE = 0.1
"""A UTF-8 file with damaged places has few of them; a GB18030 file read as UTF-8 is damaged nearly
everywhere.
"""


def marked(head: bytes) -> tuple[str | None, int]:
    """The encoding that the first bytes name, and how many bytes the mark takes.

    UTF-16 without a mark is told by its zero bytes, which stand on one side of each pair.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    sample = head[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    many = 0.15 * len(sample)
    if odd > many and even < odd / 4:
        return "utf-16-le", 0
    if even > many and odd < even / 4:
        return "utf-16-be", 0
    return None, 0


def codec_named(encoding: str) -> str:
    """The codec's own name for an encoding that a person named. Raises `ReadingError` where there is none."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise refuse("encoding_missing", encoding=encoding) from None
    return UTF8 if name == "utf-8-sig" else name


class Utf8Watch:
    """Follows a stream and tells whether it is UTF-8, holding no more than a few bytes of it."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder(UTF8)("replace")
        self._broken = 0
        self._wide = 0

    def feed(self, chunk: bytes, *, final: bool = False) -> None:
        """See the next bytes."""
        if chunk.isascii() and not self._decoder.getstate()[0]:
            return
        text = self._decoder.decode(chunk, final)
        self._broken += text.count("\ufffd")
        self._wide += len(text) - len(text.encode("ascii", "ignore"))

    @property
    def damaged(self) -> bool:
        """Whether some bytes are not UTF-8."""
        return self._broken > 0

    @property
    def is_utf8(self) -> bool:
        """Whether it is UTF-8, if need be with a few damaged places."""
        return self._broken == 0 or self._broken < _BROKEN_SHARE * self._wide
