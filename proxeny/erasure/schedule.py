"""What comes round in this package: a reminder, and taking up what two people have ordered. Nothing is erased by the clock."""

from datetime import time

from proxeny.core.queue.schedule import Daily, Hourly, every
from proxeny.erasure.carrying_out import go_on
from proxeny.erasure.keeping import remind

every(Daily(time(7, 0)), remind)
every(Hourly(40), go_on)
