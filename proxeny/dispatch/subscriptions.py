"""What this package wants to hear of: that the working calendar was changed."""

from proxeny.core import outbox
from proxeny.core.calendar.events import CalendarChanged
from proxeny.dispatch.overdue import reckon_open_orders


def _reckon_anew(_said: dict[str, object]) -> None:
    reckon_open_orders.enqueue()


outbox.subscribe(CalendarChanged, _reckon_anew)
