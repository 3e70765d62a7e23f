"""Which of the two languages is spoken now."""

from typing import Literal

from django.utils import translation

Language = Literal["zh", "en"]

GAP = "\u00a0"  # between a figure and its unit: a blank at which no line breaks
MINUS = "\u2212"


def here() -> Language:
    """Return the short code of the language in force."""
    return "en" if (translation.get_language() or "").startswith("en") else "zh"
