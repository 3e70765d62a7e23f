"""The words of a complaint, in the language of who reads it, until a person writes their own."""

from proxeny.core.sentences import N_, Sentence, spoken
from proxeny.dispatch.models import Complaint

TO = N_("%(head)s,")
TO_NOBODY = N_("To the head of %(team)s,")
WANTED = N_("What is needed: %(wanted)s")
HAPPENED = N_("What happened, in order:")
ASKED = N_(
    "The customer waits all this time. Please name the person in your team who solves it, and until when, and answer here."
)


def text_of(complaint: Complaint, language: str = "") -> str:
    """Return the words: those that a person wrote, or else the drafted ones in `language` (`zh`, `en`), or the one in force."""
    if complaint.text:
        return complaint.text
    order, head = complaint.order, complaint.team.head
    greeting = (
        Sentence(TO, {"head": head.name}) if head else Sentence(TO_NOBODY, {"team": complaint.team.name})
    )
    parts = [greeting, complaint.facts[0], Sentence(WANTED, {"wanted": order.wanted}), Sentence(HAPPENED)]
    said = [_said(part, language) for part in parts]
    said.append("\n".join(f"- {spoken(line, language)}" for line in complaint.facts[1:]))
    said.append(_said(Sentence(ASKED), language))
    return "\n\n".join(said)


def _said(part: Sentence | object, language: str) -> str:
    return spoken(part.as_json() if isinstance(part, Sentence) else part, language)
