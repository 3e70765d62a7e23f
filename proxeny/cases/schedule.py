"""What comes round in this package."""

from datetime import time

from proxeny.cases.attaching import sweep_attachments
from proxeny.cases.refreshing import refresh_stakes
from proxeny.cases.warning import warn_of_clocks
from proxeny.core.queue.schedule import Daily, Often, every

every(Often(5), warn_of_clocks)
every(Daily(time(5, 30)), refresh_stakes)
every(Daily(time(4, 5)), sweep_attachments)
