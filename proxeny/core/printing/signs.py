"""Texts as a paper can show them: nothing vanishes, nothing becomes an empty box, nothing runs off the page.

A sign that the typeface lacks – an emoji, a letter of another script – stands as its number and, for a picture, its name:
`[thumbs up sign U+1F44D]`. Signs that nobody sees but that turn or hide what stands beside them are shown in the same way.
"""

import re
import unicodedata

from proxeny.core.printing.typefaces import signs

LONGEST = 36
"""Signs of a word that cannot be broken; longer ones are broken anywhere."""
BREAK = "\u200b"
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# How an emoji is to look: without a picture that says nothing.
LOOKS = re.compile("[\ufe00-\ufe0f\u200d\U000e0100-\U000e01ef]")
WORD = re.compile(rf"[!-~\u00a1-\u024f]{{{LONGEST + 1},}}")
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
PICTURES = {"So", "Sk"}


class Exact(str):
    """A text to be copied out of the paper, as a key or a hash is: it is broken at its blanks or not at all."""

    __slots__ = ()


def printable(text: str) -> str:
    """Return the text in signs that can be set, with lines ended by `\\n` and places to break long words at."""
    told = LINE_ENDS.sub("\n", text).replace("\t", "    ")
    if not all(map(_is_seen, set(told))):
        told = unicodedata.normalize("NFC", told)
        told = _seen(LOOKS.sub("", told) or told)
    return told if isinstance(text, Exact) else WORD.sub(lambda word: BREAK.join(word[0]), told)


def lacks(text: str) -> bool:
    """Tell whether a sign of the text cannot be set as it is."""
    return not all(
        map(_is_seen, set(unicodedata.normalize("NFC", LINE_ENDS.sub("\n", text).replace("\t", " "))))
    )


def _is_seen(sign: str) -> bool:
    return sign == "\n" or (sign in signs() and unicodedata.category(sign) not in HIDDEN)


def _seen(text: str) -> str:
    parts: list[str] = []
    unseen: list[str] = []
    for sign in text:
        if not _is_seen(sign) and unicodedata.category(sign) != "Zs":
            unseen.append(_named(sign))
            continue
        if unseen:
            parts.append(f"[{' '.join(unseen)}]")
            unseen = []
        parts.append(sign if _is_seen(sign) else " ")
    if unseen:
        parts.append(f"[{' '.join(unseen)}]")
    return "".join(parts)


def _named(sign: str) -> str:
    number = f"U+{ord(sign):04X}"
    name = unicodedata.name(sign, "").lower() if unicodedata.category(sign) in PICTURES else ""
    return f"{name} {number}" if name else number
