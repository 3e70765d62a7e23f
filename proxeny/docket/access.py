"""Loading answers; each loader checks who asks."""

from proxeny.accounts import access
from proxeny.core.actors import Actor
from proxeny.docket.models import Answer
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may


def answer_for(actor: Actor, number: int) -> Answer:
    """Return an answer that the actor may change, or raise NotFound."""
    found = Answer.objects.select_related("matter__account", "judgement__account").filter(pk=number).first()
    if found and _may_change(actor, found):
        return found
    raise NotFound(f"answer:{number}")


def _may_change(actor: Actor, answer: Answer) -> bool:
    if answer.matter.account_id is None:
        return may(actor, Area.IMPORTS, write=True)
    return access.accounts(actor, Area.HEALTH, write=True).filter(pk=answer.matter.account_id).exists()
