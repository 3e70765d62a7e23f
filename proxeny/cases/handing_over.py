"""Handing a text to the composer: it is appended to the writer’s own draft for that audience, never put over it."""

from proxeny.cases import access
from proxeny.cases.models import Audience, Case
from proxeny.core.actors import Actor
from proxeny.desk import drafting
from proxeny.identity.access import NotFound


def draft_key(case: Case, audience: Audience) -> str:
    """Return the key of the composer’s draft."""
    return f"case:{case.pk}:{audience.value}"


def append(case: Case, audience: Audience, text: str, *, by: Actor) -> None:
    """Append the text to what the actor has begun to write; what stands there already at its end is not put there twice.

    Raises NotFound for who may not write in the case, drafting.TooMuch where the draft would be longer than one may be.
    """
    if not access.cases(by, write=True).filter(pk=case.pk).exists():
        raise NotFound(str(case.record))
    key = draft_key(case, audience)
    standing = drafting.of(by, key)
    content: dict[str, object] = dict(standing.content) if standing else {}
    begun = str(content.get("text") or "").rstrip()
    if not text.strip() or begun.endswith(text.strip()):
        return
    content["text"] = f"{begun}\n\n{text.strip()}" if begun else text.strip()
    drafting.keep(by, key, content, since=standing.changed_at if standing else None)
