"""What comes round in this package: the docket lies ready before the first person comes in."""

from proxeny.core.queue.schedule import Daily, every
from proxeny.docket.sweeping import LAID_OUT_AT, sweep_today

every(Daily(LAID_OUT_AT), sweep_today)
