"""Forms of a text under which people would call it the same: narrow instead of wide, one case, no
decoration.
"""

import re

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xFFE5: "¥",
    0xFFE1: "£",
    0xFFE0: "¢",
    0xFFE6: "₩",
    0x2212: "-",
    0xFEFF: None,
    0x200B: None,
}
_DECORATION = re.compile(r"[\s_\-./:*?#()\[\]【】（）：、]+")


def narrow(text: str) -> str:
    """Return `text` with full-width Latin, digits and signs made narrow, the minus sign a hyphen, ends
    stripped.

    Only forms that mean the same are changed: unlike NFKC, `12²` does not become `122`.
    """
    return text.translate(_NARROW).strip()


def folded(text: str) -> str:
    """Return the form of a name in which case, width, blanks and punctuation do not count."""
    return _DECORATION.sub("", narrow(text).casefold())
