"""Asking the owner for a word, once a team was designated and objects: both sides’ reasons lie before them in the order."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core.actors import Actor
from proxeny.dispatch import access, facts, recording, telling
from proxeny.dispatch.events import Kind
from proxeny.dispatch.models import Order
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role


def ask_the_owner(order: Order, *, text: str, by: Actor) -> list[Staff]:
    """Ask the owner to decide; return who was told. While the order stands as it does, asking again tells nobody anew.

    Raises NotFound for who does not act for us, ValidationError without words, before a team was designated, and where there
    is no owner to ask.
    """
    recording.colleague(by)
    with transaction.atomic():
        row = recording.locked(order, by)
        if not access.may_act_for_us(by, row):
            raise NotFound(str(row.record))
        errors = facts.names_the_customer(row.case, {"text": text})
        if not text.strip():
            errors["text"] = _("Say what is to be decided.")
        elif not row.is_designated or row.closed_at:
            errors["text"] = _("The owner is asked about an open order for which a team was designated.")
        owners = list(Staff.objects.filter(grants__role=Role.OWNER, grants__ended_at=None, is_active=True))
        if not owners and not errors:
            errors["text"] = _("Nobody is the owner here.")
        if errors:
            raise ValidationError(errors)
        told = telling.owner_asked(row, text.strip(), owners, by=by)
        if told:
            names = [one.name for one in told]
            recording.append(Kind.OWNER_ASKED, row, by=by, text=text.strip(), to=", ".join(names))
    return told
