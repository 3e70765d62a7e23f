"""The page of a bundle for people: read on paper and on a screen, without network and without a script."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.template import engines
from django.utils import timezone, translation
from django.utils.safestring import mark_safe

from proxeny.core.sentences import LANGUAGES, Sentence
from proxeny.core.words import Language
from proxeny.ledger.bundles.evidence import Evidence, File, Proven, Text
from proxeny.ledger.bundles.gathering import Signed
from proxeny.ledger.checking import Row
from proxeny.ledger.hashing import read_moment
from proxeny.reports.evidence.sentences import sentence
from proxeny.reports.sentences import actor_of

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as it is read: when it happened, when it was written down where that is another time, and what it says."""

    one: Proven
    at: str
    recorded_at: str
    said: str
    words: str
    files: list[File]

    @property
    def text(self) -> str:
        """What became of the text."""
        return self.one.text.value

    @property
    def is_judgement(self) -> bool:
        """Tell whether a person judged here, so that it stands in vermilion."""
        return self.one.row.kind == "judgement.judged"


def written(evidence: Evidence, head: Signed, language: Language) -> str:
    """Return the page in one of the two languages."""
    files: dict[int, list[File]] = defaultdict(list)
    for file in evidence.files:
        files[file.sequence].append(file)
    with translation.override(LANGUAGES[language]):
        made_by = actor_of(evidence.made_by, evidence.names)
        context = {
            "language": "zh-CN" if language == "zh" else "en",
            "style": mark_safe((FOLDER / "page.css").read_text("utf-8")),  # noqa: S308  (our own file)
            "evidence": evidence,
            "head": head,
            "made_at": _moment(evidence.made_at),
            "made_by": Sentence("%(who)s", {"who": made_by}).in_language(language),
            "zone": timezone.get_default_timezone_name(),
            "entries": [
                _shown(one, evidence.names, files[one.row.sequence], language) for one in evidence.entries
            ],
            "redacted": _count(evidence, Text.REDACTED),
            "erased": _count(evidence, Text.ERASED),
        }
        return str(_template().render(context))


def _shown(one: Proven, names: Mapping[str, str], files: list[File], language: Language) -> Shown:
    row = one.row
    recorded_at = _moment(row.recorded_at) if row.at != row.recorded_at else ""
    said = sentence(row, names).in_language(language)
    return Shown(one, _moment(row.at), recorded_at, said, _words(row, said), files)


def _words(row: Row, said: str) -> str:
    """Return what was written, where the sentence does not say it already."""
    text = json.loads(row.content).get("text") if row.content else None
    return text if isinstance(text, str) and text not in said else ""


def _moment(text: str) -> str:
    """Write a time as evidence wants it: with its year and its seconds, in the installation's time zone."""
    return f"{timezone.localtime(read_moment(text), timezone.get_default_timezone()):%Y-%m-%d %H:%M:%S}"


def _count(evidence: Evidence, text: Text) -> int:
    return sum(one.text is text for one in evidence.entries)


@cache
def _template() -> Any:
    return engines["django"].from_string((FOLDER / "page.html").read_text("utf-8"))
