"""What comes round in this package."""

from datetime import time

from proxeny.core.queue.schedule import Daily, every
from proxeny.usage.upkeep import tidy

every(Daily(time(4, 0)), tidy)
