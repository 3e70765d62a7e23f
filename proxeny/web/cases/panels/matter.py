"""What the case is about: environment, purpose, kind and cause with how they were changed, product."""

from typing import Any

from proxeny.cases.classifying import VALUES, Of, history, is_back
from proxeny.cases.models import Classification
from proxeny.web.cases.panels.registry import panel
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.understanding.classification import LABELS
from proxeny.web.cases.understanding.matter import places

FIRST = ("environment", "purpose", "today", "product")
MORE = ("severity", "title", "reporter", "channel")


@panel(20, "matter", "cases/understanding/matter.html", inside=True)
def matter(reader: Reader) -> dict[str, Any] | None:
    """Say what the case is about, for after-sales."""
    if not reader.inside:
        return None
    said, fields = history(reader.case), places(reader)
    return {
        "fields": [fields[name] for name in FIRST],
        "more": [fields[name] for name in MORE],
        "named": [_named(reader, of, [one for one in said if one.of == of]) for of in Of],
    }


def _named(reader: Reader, of: Of, said: list[Classification]) -> dict[str, Any]:
    """Kind or cause: what stands, who said it and when, and what was held before it, the latest first."""
    words = dict(VALUES[of].choices)
    stands = getattr(reader.case, of.value)
    earlier = [
        {
            "value": words.get(one.value, "—"),
            "before": words.get(said[place - 1].value, "—") if place else "",
            "by": one.by.name,
            "at": one.at,
            "reason": one.reason,
            "is_back": is_back(said, place),
        }
        for place, one in enumerate(said)
    ]
    return {
        "of": of.value,
        "label": LABELS[of],
        "stands": words.get(stands, ""),
        "last": said[-1] if said and stands else None,
        "history": earlier[::-1] if len(said) > 1 else [],
    }
