"""The reasons of the reader of consumption as sentences; their patterns name values in braces."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from proxeny.analytics.usage.reading.reasons import Reason
from proxeny.core.sentences import Sentence, formats

KIND = "reason"


def sentence_of(reason: Reason) -> Sentence:
    """Return the reason as a sentence that can be stored and said in any language."""
    return Sentence(
        "%(reason)s",
        {"reason": {"type": KIND, "template": reason.template, "params": dict(reason.params)}},
    )


def explain(reason: Reason) -> str:
    """Return a reason of the reader in the language in force."""
    return gettext(reason.template).format_map(reason.params)


@formats(KIND)
def _written(value: Mapping[str, Any], _language: str) -> str:
    """Write a stored reason; its language is in force already."""
    pattern = str(value["template"])
    return gettext(pattern).format_map(value["params"])
