"""What comes round in this package."""

from datetime import time

from proxeny.core.queue.pruning import prune
from proxeny.core.queue.schedule import Daily, every

every(Daily(time(3, 30)), prune)
