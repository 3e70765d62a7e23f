"""Making a case confidential, and no longer so: it and all its words are then there only for those who have that channel."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from proxeny.accounts.access import accounts
from proxeny.cases import access, texts
from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import Case, Message
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.search.models import Document


def may_confide(actor: Actor, case: Case) -> bool:
    """Tell whether the customer's confidential channel is open to the actor for writing."""
    return access.customer_is_open(actor, case.account_id, Area.CONFIDENTIAL, write=True)


def confide(case: Case, *, is_confidential: bool, by: Actor, reason: str = "") -> Case:
    """Make the case confidential, or open it again, together with what was merged into it.

    What the ledger said before stays as it was said. Raises NotFound for whoever may not, ValidationError while it lies in
    the hands of somebody who could not see it any longer.
    """
    with transaction.atomic():
        case = guard(locked(case), by)
        if not may_confide(by, case):
            raise NotFound(str(case.record))
        if case.is_confidential == is_confidential:
            return case
        if is_confidential:
            _check_hands(case)
        whole = list(Case.objects.filter(Q(pk=case.pk) | Q(merged_into=case)).order_by("pk"))
        for one in whole:
            held = locked(one)
            held.is_confidential = is_confidential
            held.save(update_fields=["is_confidential"])
            keep_up(held)  # what was said in confidence within counts as long as the whole is confidential
            texts.put_case(held)
            _put_texts(held)
        case.is_confidential = is_confidential
        recorded(
            Kind.CONFIDED, case, by, is_confidential=True, confidential=is_confidential, reason=reason.strip()
        )
    return case


def _put_texts(case: Case) -> None:
    """Keep anew what is kept of its messages; the first words stand with the case itself."""
    messages = list(Message.objects.filter(case=case, withdrawn_at=None))
    kept = set(Document.objects.filter(within=str(case.record)).values_list("about", flat=True))
    for message in messages:
        if str(message.record) in kept:
            message.case = case
            texts.put_message(message)


def _check_hands(case: Case) -> None:
    owner = case.owner
    if owner is None or accounts(owner.actor, Area.CONFIDENTIAL).filter(pk=case.account_id).exists():
        return
    said = _("%(name)s has it in hand and could not see it any longer. Give it to somebody else first.")
    raise ValidationError(said % {"name": owner.name})
