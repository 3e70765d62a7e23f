"""Sounds that one mouth does not tell apart."""

ALIKE = (("ng", "n"), ("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"))


def merged(pinyin: str) -> str:
    """Return pinyin in which zh and z, ch and c, sh and s, l and n, ang and an, eng and en, ing and in are the same.

    Takes pinyin in one word: where a syllable ends need not be known, since both sides lose the same letters.
    """
    for written, heard in ALIKE:
        pinyin = pinyin.replace(written, heard)
    return pinyin
