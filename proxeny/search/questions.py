"""What a question says besides its matter: words of asking, which say nothing of what is asked about."""

import re

from proxeny.search.tokens import fold

_CHINESE = (
    "请问|为什么|为何|如何|怎么办|怎么|怎样|什么|是否|哪些|哪个|哪里|能否|可以|可否|多少|是不是|有没有|吗|呢"
)
_ENGLISH = "how|what|why|when|where|which|can|could|do|does|is|are|to|the|a|an|of|in|for|please"
_ASKING = re.compile(rf"{_CHINESE}|(?<![^\W_])(?:{_ENGLISH})(?![^\W_])", re.IGNORECASE)


def matter(text: str) -> str:
    """Return the text without words of asking; all of it where nothing else would be left."""
    folded = fold(text)
    rest = _ASKING.sub(" ", folded)
    return rest if rest.strip() else folded
