"""What this package wants to hear of: that the working calendar was changed. Its importer is offered here, too."""

from proxeny.cases.importing import registering
from proxeny.cases.refreshing import reckon_open_cases
from proxeny.core import outbox
from proxeny.core.calendar.events import CalendarChanged


def _reckon_anew(_said: dict[str, object]) -> None:
    reckon_open_cases.enqueue()


outbox.subscribe(CalendarChanged, _reckon_anew)
registering.register()
