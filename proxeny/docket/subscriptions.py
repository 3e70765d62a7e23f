"""What this package wants to hear of: that other consumption counts."""

from proxeny.core import outbox
from proxeny.docket import sweeping
from proxeny.usage.events import ConsumptionChanged

outbox.subscribe(ConsumptionChanged, sweeping.lay_out_anew)
