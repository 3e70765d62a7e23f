"""Setting a paper: one template, what it says, and the same bytes for the same of both."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import typst
from django.utils import translation
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.printing.signs import lacks, printable
from proxeny.core.printing.typefaces import typefaces
from proxeny.core.sentences import LANGUAGES
from proxeny.core.words import Language

PAPERS = Path(__file__).parent / "papers"
ARCHIVE: Final = "a-2b"
"""PDF/A-2b: a file that can be read in thirty years, for everything that it needs is in it."""


class NotSet(Exception):  # noqa: N818  (it says what is the case)
    """A paper could not be set; the text says where its template is wrong."""


def render(
    template: str,
    data: Mapping[str, Any],
    *,
    title: str,
    language: Language,
    at: datetime | None = None,
    folder: Path = PAPERS,
) -> bytes:
    """Return a PDF: the template of that name, with `data` as `said.data` in it.

    `data` is what JSON can say; every text in it is shown as it is and never read as markup. `at` is when the paper was made,
    now unless it is said; two papers of the same template, data, title, language and moment are the same file. A template
    reaches the files of `folder` and no others, and no network. Raises NotSet.
    """
    said = {"title": title, "language": language, "data": data, **_words(language)}
    told = {**_each(said, printable), "lacks": _any(said, lacks)}
    try:
        made = typst.compile(
            str(folder / f"{template}.typ"),
            root=str(folder),
            font_paths=typefaces(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"said": json.dumps(told, ensure_ascii=False)},
            pdf_standards=ARCHIVE,
            timestamp=int((at or clock.now()).timestamp()),
            # Packages would be fetched from the network: there are none, and no place to keep them.
            package_path=str(folder / "packages"),
            package_cache_path=str(folder / "packages"),
        )
    except typst.TypstError as error:
        raise NotSet(f"{template}: {error.diagnostic or error.message}") from error
    return bytes(made)


def _words(language: Language) -> dict[str, Any]:
    """Return what every paper says, whatever it is about."""
    with translation.override(LANGUAGES[language]):
        return {
            "page": _("Page {page} of {pages}"),
            "signs": _(
                "A sign that this typeface does not have stands in brackets, with the number that it has in Unicode."
            ),
        }


def _each(value: Any, change: Callable[[str], str]) -> Any:
    """Return the value with each text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {str(name): _each(inner, change) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_each(inner, change) for inner in value]
    return value


def _any(value: Any, is_so: Callable[[str], bool]) -> bool:
    if isinstance(value, str):
        return is_so(value)
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return any(_any(one, is_so) for one in inner)
