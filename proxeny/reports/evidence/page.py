"""The page of a bundle for people: read on a screen and on paper, without network and without a script."""

from functools import cache
from pathlib import Path
from typing import Any

from django.template import engines
from django.utils.safestring import mark_safe

from proxeny.reports.evidence.reading import Reading

FOLDER = Path(__file__).parent


def written(reading: Reading) -> str:
    """Return the page, in the language of what it says."""
    context = {
        "language": "zh-CN" if reading.language == "zh" else "en",
        "style": mark_safe((FOLDER / "page.css").read_text("utf-8")),  # noqa: S308  (our own file)
        "reading": reading,
        "word": reading.word,
    }
    return str(_template().render(context))


@cache
def _template() -> Any:
    return engines["django"].from_string((FOLDER / "page.html").read_text("utf-8"))
