"""What comes round in this package."""

from datetime import time

from proxeny.core.queue.schedule import Daily, Hourly, every
from proxeny.ledger.anchoring import anchor_head
from proxeny.ledger.reconciling.rounds import reconcile_all
from proxeny.ledger.rounds import verify_all, verify_new

every(Hourly(7), anchor_head)
every(Hourly(17), verify_new)
every(Daily(time(2, 40)), verify_all)
every(Daily(time(3, 10)), reconcile_all)
