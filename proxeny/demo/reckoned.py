"""What the witnesses said on some mornings of the half year before, so that pictures have a past."""

from collections.abc import Callable
from datetime import date, timedelta

from proxeny.judgement import sweeping
from proxeny.judgement.health import keeping

DAYS_BACK = (180, 150, 120, 90, 75, 60, 45, 30, 15)


def reckon_past(today: date, report: Callable[[int, int], None]) -> None:
    """Keep the health of each of these mornings. The sweeps go again: a morning with a sweep has a docket, too."""
    for number, back in enumerate(DAYS_BACK):
        on = today - timedelta(days=back)
        sweep = sweeping.keep(sweeping.compute(on))
        keeping.keep(on)
        sweep.delete()
        report(number + 1, len(DAYS_BACK))
