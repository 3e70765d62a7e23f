"""What orders to teams hold of a customer's people."""

from django.db.models import Q

from proxeny.core.erasing import ACTOR, REFERENCE, Held
from proxeny.core.sentences import N_
from proxeny.dispatch.models import Complaint, Move, OperationalTarget, Order

ORDERS = N_("orders to teams")

HELD = (
    Held(
        Order, kind=ORDERS, texts=("wanted", "symptom"), lists=("facts",), with_customer={"facts": []},
        account="case__account", reference="order", secret=Q(case__is_confidential=True), never={"about": REFERENCE},
    ),
    Held(
        Move, kind=ORDERS, texts=("text", "customer_word"), account="order__case__account",
        secret=Q(order__case__is_confidential=True),
    ),
    Held(
        Complaint, kind=ORDERS, texts=("text", "dropped_because", "answer"), lists=("facts",), with_customer={"facts": []},
        account="order__case__account", reference="complaint", secret=Q(order__case__is_confidential=True),
    ),
    Held(OperationalTarget, never={"changed_by": ACTOR}),
)  # fmt: skip
