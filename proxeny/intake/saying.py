"""Saying the document of an import in a language: what is kept of it are sentences, not words."""

from collections.abc import Mapping
from typing import Any

from proxeny.core.sentences import spoken


def said(document: Mapping[str, Any], language: str = "") -> dict[str, Any]:
    """Return the document with its errors and notes worded in `language` (`zh` or `en`), or in the one in force."""
    worded = dict(document)
    if "errors" in worded:
        worded["errors"] = [{**one, "reason": spoken(one["reason"], language)} for one in worded["errors"]]
    if "notes" in worded:
        worded["notes"] = [spoken(note, language) for note in worded["notes"]]
    return worded
