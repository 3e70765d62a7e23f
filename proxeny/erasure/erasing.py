"""What orders to erase hold themselves of who is erased: what colleagues wrote in them."""

from proxeny.core.erasing import OURS, Held
from proxeny.core.sentences import N_
from proxeny.erasure.models import ErasedFile, Order, RetentionRule

HELD = (
    Held(
        Order, kind=N_("orders to erase"), texts=("reason", "request_reference", "refused_because"), lists=("also",),
        never={"figures": "kinds and counts", "tables": OURS},
    ),
    Held(ErasedFile, never={"path": OURS}),
    Held(RetentionRule),
)  # fmt: skip
