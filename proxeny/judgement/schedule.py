"""What comes round in this package: questions are decided, and people learn that a judgement of theirs lapses."""

from datetime import time

from proxeny.core.queue.schedule import Daily, every
from proxeny.judgement.forecasting.nightly import decide_today
from proxeny.judgement.telling import tell_of_lapsing

every(Daily(time(5, 30)), decide_today)
every(Daily(time(6, 30)), tell_of_lapsing)
