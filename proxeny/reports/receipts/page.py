"""The page of a receipt: one sheet for people, on paper or on a screen, without network and without a script."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.template import engines
from django.utils import timezone, translation
from django.utils.safestring import mark_safe

from proxeny.core.sentences import LANGUAGES, Sentence
from proxeny.core.words import Language
from proxeny.ledger.checking import Row
from proxeny.ledger.hashing import read_moment
from proxeny.ledger.notes import Checkpoint
from proxeny.ledger.receipts.receipt import Receipt
from proxeny.reports import sentences
from proxeny.reports.receipts.scope import Scope
from proxeny.reports.receipts.showing import WITHOUT_TEXT

FOLDER = Path(__file__).parent


def written(scope: Scope, receipt: Receipt, language: Language) -> str:
    """Return the page in one of the two languages."""
    row = receipt.row
    head = Checkpoint.parse(receipt.note.rpartition("\n\n")[0] + "\n")
    content = json.loads(row.content) if row.content is not None else {}
    with translation.override(LANGUAGES[language]):
        context = {
            "language": "zh-CN" if language == "zh" else "en",
            "style": mark_safe((FOLDER / "page.css").read_text("utf-8")),  # noqa: S308  (our own file)
            "account": scope.account.name,
            "receipt": receipt,
            "said": said(row, content).in_language(language),
            "words": content.get("text", ""),
            "at": _moment(row.at),
            "recorded_at": _moment(row.recorded_at) if row.at != row.recorded_at else "",
            "zone": timezone.get_default_timezone_name(),
            "head": head,
            "root": head.root.hex(),
            "text": receipt.as_text(),
        }
        return str(_template().render(context))


def said(row: Row, content: dict[str, Any]) -> Sentence:
    """Return the entry as a sentence; where its text is not shown, what its kind tells."""
    actor = sentences.actor_of(row.actor, sentences.names_of([row.actor]))
    if row.content is not None:
        return sentences.sentence(row.kind, content, actor)
    return Sentence(WITHOUT_TEXT[row.kind], {"actor": actor})


def _moment(text: str) -> str:
    """Write a time as evidence wants it: with its year and its seconds, in the installation's time zone."""
    return f"{timezone.localtime(read_moment(text), timezone.get_default_timezone()):%Y-%m-%d %H:%M:%S}"


@cache
def _template() -> Any:
    return engines["django"].from_string((FOLDER / "page.html").read_text("utf-8"))
