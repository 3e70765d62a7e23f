"""How money, figures, days and durations are written in Chinese and in English.

Pure functions of a value and a language (`zh` or `en`). A figure and the word after it are held together by a
no-break space, so that a line never ends between them. Importing the package makes the values of sentences
speak (`sayings`).
"""

from proxeny.core.words import sayings
from proxeny.core.words.amounts import compact, exact, number, share, symbol
from proxeny.core.words.days import ago, day, days_long, duration, moment, month, span, weekday_of
from proxeny.core.words.language import Language, here
from proxeny.core.words.lists import listed, measured

__all__ = [
    "Language",
    "ago",
    "compact",
    "day",
    "days_long",
    "duration",
    "exact",
    "here",
    "listed",
    "measured",
    "moment",
    "month",
    "number",
    "sayings",
    "share",
    "span",
    "symbol",
    "weekday_of",
]
