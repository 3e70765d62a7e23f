"""What comes round in this package: targets that have run out are found while it is still worth a word."""

from datetime import time

from proxeny.core.queue.schedule import Daily, Often, every
from proxeny.dispatch.overdue import draft_complaints, reckon_open_orders

every(Often(5), draft_complaints)
# The hours of teams change beside the orders; by the morning their clocks are right again.
every(Daily(time(5, 40)), reckon_open_orders)
