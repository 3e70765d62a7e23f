"""What comes round in this package."""

from datetime import time

from proxeny.core.queue.schedule import Daily, every
from proxeny.usage.upkeep import take_pulses, tidy

every(Daily(time(0, 1)), take_pulses)
every(Daily(time(4, 0)), tidy)
