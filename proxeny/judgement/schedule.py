"""What comes round in this package: people learn in the morning that a judgement of theirs lapses."""

from datetime import time

from proxeny.core.queue.schedule import Daily, every
from proxeny.judgement.telling import tell_of_lapsing

every(Daily(time(6, 30)), tell_of_lapsing)
