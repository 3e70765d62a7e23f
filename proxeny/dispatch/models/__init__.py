"""Orders to teams, what became of them, and complaints about them."""

from proxeny.dispatch.models.complaint import Complaint
from proxeny.dispatch.models.move import Move, MoveKind
from proxeny.dispatch.models.order import Order, Standing
from proxeny.dispatch.models.target import OperationalTarget

__all__ = ["Complaint", "Move", "MoveKind", "OperationalTarget", "Order", "Standing"]
