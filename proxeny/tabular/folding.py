"""Forms of a text under which people would call it the same: narrow instead of wide, one case, no
decoration.
"""

import re
import unicodedata

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
# A share is another measure than an amount, and dollars are other than euros: these signs tell names apart.
_DECORATION = re.compile(r"[^\w%+¥$€£₩₹¢]|_")


def narrow(text: str) -> str:
    """Return `text` with full-width Latin, digits and signs made narrow, the minus sign a hyphen, ends
    stripped.

    Only forms that mean the same are changed: unlike NFKC, `12²` does not become `122`.
    """
    return text.strip() if text.isascii() else text.translate(_NARROW).strip()


def folded(name: str) -> str:
    """Return the form of a name in which case, width, blanks and punctuation do not count.

    `Customer ID`, `customer_id` and `ＣustomerID` are one; `Usage` and `Usage %` are two.
    """
    return _DECORATION.sub("", unicodedata.normalize("NFKC", name).casefold())
