"""What comes round in this package."""

from datetime import time

from proxeny.core.queue.schedule import Daily, every
from proxeny.notices.sweeping import sweep

every(Daily(time(3, 50)), sweep)
