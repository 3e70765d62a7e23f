"""What comes round in this package: the docket lies ready before the first person comes in."""

from datetime import time

from proxeny.core.queue.schedule import Daily, every
from proxeny.docket.sweeping import sweep_today

every(Daily(time(6, 0)), sweep_today)
