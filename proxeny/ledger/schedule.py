"""What comes round in this package."""

from proxeny.core.queue.schedule import Hourly, every
from proxeny.ledger.anchoring import anchor_head

every(Hourly(7), anchor_head)
