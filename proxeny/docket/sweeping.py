"""The sweep: look over everything as of a morning and lay out the docket."""

from collections.abc import Callable
from datetime import date, time

from django.db import transaction

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.queue import task
from proxeny.core.queue.schedule import Daily
from proxeny.docket import gathering
from proxeny.docket.sources import SOURCES
from proxeny.judgement import sweeping as swings
from proxeny.judgement.health import keeping as health
from proxeny.judgement.models import Sweep
from proxeny.usage import pulses

LAID_OUT_AT = time(6, 0)
Report = Callable[[int, int], None]


def sweep(on: date, *, by: Actor, report: Report = lambda _done, _of: None) -> Sweep:  # noqa: ARG001  (who asked is kept by the queue)
    """Recompute the swings as of the morning of `on` and lay out that day's docket; both appear at once, or not at all."""
    computed = swings.compute(on, report)
    with transaction.atomic():
        done = swings.keep(computed)
        health.keep(on)
        gather(on)
    return done


def sweep_if_stale(on: date, *, by: Actor) -> Sweep:
    """Return the sweep of `on`, made anew when there is none or the data have changed since."""
    return swings.standing(on) or sweep(on, by=by)


def gather(on: date) -> int:
    """Lay out the docket of `on` from what the sources find now; return how many items it has."""
    with clock.on(on):
        return gathering.gather(on, (finding for source in SOURCES for finding in source(on)))


@task
def sweep_day(on: str) -> dict[str, object]:
    """Sweep for the morning of `on`, unless what stands was made from what counts now."""
    done = sweep_if_stale(date.fromisoformat(on), by=Actor.system("sweep"))
    return {"on": on, "series": done.series, "swings": done.swings.count()}


@task(dedupe="sweep-today")
def sweep_today() -> dict[str, object]:
    """Sweep for the day that is today when the job runs."""
    done = sweep(clock.today(), by=Actor.system("sweep"))
    pulses.standing_on(done.on)
    return {"on": done.on.isoformat(), "series": done.series, "swings": done.swings.count()}


def lay_out_anew(_said: dict[str, object]) -> None:
    """Have today looked over once more, as other consumption counts.

    Before the hour at which every morning is laid out there is nothing to do, unless somebody had it laid out already.
    """
    today = clock.today()
    has_begun = Daily(LAID_OUT_AT).latest(clock.machine_now()).key == today.isoformat()
    if (has_begun or Sweep.objects.filter(on=today).exists()) and swings.standing(today) is None:
        ask_for_sweep(today)


def ask_for_sweep(on: date) -> None:
    """Have the worker look over that day; asking again while it waits or runs changes nothing."""
    sweep_day.using(dedupe=f"sweep:{on}").enqueue(on.isoformat())
