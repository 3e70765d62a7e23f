"""What comes round in this package: people learn in the morning that a promise is broken."""

from datetime import time

from proxeny.core.queue.schedule import Daily, every
from proxeny.promises.telling import tell_of_broken

every(Daily(time(6, 30)), tell_of_broken)
