"""What comes round in this package."""

from datetime import time

from proxeny.core.queue.schedule import Daily, Hourly, every
from proxeny.desk.being_there import sweep_presence
from proxeny.desk.tidying import tidy

every(Daily(time(3, 50)), tidy)
every(Hourly(20), sweep_presence)
