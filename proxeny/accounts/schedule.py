"""What comes round in this package: in the morning sales learns which talks are not passed on."""

from datetime import time

from proxeny.accounts.talks.telling import tell_of_missing
from proxeny.core.queue.schedule import Daily, every

every(Daily(time(8, 30)), tell_of_missing)
