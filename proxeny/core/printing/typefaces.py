"""The typefaces that papers are set in, and which signs they have.

They come with the program, so that a paper is the same on every machine: Noto Serif SC for headings and Noto Sans SC for text
(Regular alone, there is no bold), and the fixed-width DejaVu Sans Mono that Typst carries, for hashes and commands.
"""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import typst
from pylopdf_fonts_zh_cn import sans_path, serif_path


@cache
def typefaces() -> typst.Fonts:
    """Return them, loaded once; what is installed on the machine is left out."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=sorted({str(path.parent) for path in (sans_path(), serif_path())}),
    )


@cache
def signs() -> frozenset[str]:
    """Return the signs that the typeface of text has; where the one of headings lacks one of them, it steps in."""
    return frozenset(map(chr, _mapped(sans_path())))


def _mapped(path: Path) -> Iterator[int]:
    """Yield the code points that an OpenType file maps to glyphs, as its `cmap` table lists them in groups (format 12)."""
    raw = path.read_bytes()
    tables = struct.unpack_from(">H", raw, 4)[0]
    cmap = next(
        offset
        for tag, _sum, offset, _length in (
            struct.unpack_from(">4sIII", raw, 12 + 16 * n) for n in range(tables)
        )
        if tag == b"cmap"
    )
    records = struct.unpack_from(">H", raw, cmap + 2)[0]
    for record in range(records):
        offset = cmap + struct.unpack_from(">I", raw, cmap + 4 + 8 * record + 4)[0]
        if struct.unpack_from(">H", raw, offset)[0] == 12:
            groups = struct.unpack_from(">I", raw, offset + 12)[0]
            for group in range(groups):
                first, last, _glyph = struct.unpack_from(">III", raw, offset + 16 + 12 * group)
                yield from range(first, last + 1)
            return
    raise ValueError(f"{path.name} does not list its signs in groups")
