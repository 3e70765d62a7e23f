"""What is examined of this package: database, SQLite, disk, folders, queue, events, calendar."""

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Min

from proxeny.core import clock, upkeep
from proxeny.core.calendar import Standing, work_calendar
from proxeny.core.health import Finding, error, ok, register, warning
from proxeny.core.models import Job, OutboxEvent
from proxeny.core.outbox import MOST_TRIES
from proxeny.core.sentences import N_
from proxeny.core.storage_checks import has_wal_reset_defect, others_may_enter, sqlite_path

WARN_BELOW, FAIL_BELOW = 0.10, 0.05
LONG_WAIT = timedelta(minutes=10)
NEXT_YEAR_FROM_MONTH = 12


def _database() -> Finding:
    connection.ensure_connection()
    if newer := upkeep.from_the_future():
        return error(
            N_("the database comes from a newer version (%(first)s): upgrade the program"), first=newer[0]
        )
    if waiting := upkeep.pending():
        return error(
            N_("%(count)s migrations are pending, the first is %(first)s: proxeny up applies them"),
            count=len(waiting),
            first=waiting[0],
        )
    return ok(
        N_("%(vendor)s %(version)s answers and its tables are up to date"),
        vendor=connection.vendor,
        version=_version(),
    )


def _version() -> str:
    return ".".join(map(str, connection.get_database_version()))


def _settings() -> Finding:
    if connection.vendor != "sqlite":
        return ok(N_("a server keeps the data"))
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    if wrong := {name: value for name, value in found.items() if value != wanted[name]}:
        only_faster = wrong.keys() == {"synchronous"} and settings.SQLITE_FAST
        say = warning if only_faster else error
        return say(
            N_("SQLite does not run as it should: %(settings)s"),
            settings=", ".join(f"{k}={v}" for k, v in wrong.items()),
        )
    return ok(N_("SQLite writes ahead (WAL), syncs every commit and holds foreign keys"))


def _sqlite() -> Finding:
    version = sqlite3.sqlite_version_info
    if sqlite_path() and has_wal_reset_defect((version[0], version[1], version[2])):
        return warning(
            N_("SQLite %(version)s has the WAL-reset defect: use 3.51.3 or later, or PostgreSQL"),
            version=sqlite3.sqlite_version,
        )
    return ok(N_("SQLite %(version)s has no defect that matters here"), version=sqlite3.sqlite_version)


def _disk() -> Finding:
    total, _, free = shutil.disk_usage(settings.HOME)
    share = free / total
    say = error if share < FAIL_BELOW else warning if share < WARN_BELOW else ok
    return say(
        N_("%(free_gb)s GB (%(percent)s %%) are free where the data lies"),
        free_gb=round(free / 1e9, 1),
        percent=round(100 * share),
    )


def _folders() -> Finding:
    home = Path(settings.HOME)
    if others_may_enter(home):
        return warning(N_("%(folder)s can be entered by others on this machine: chmod 700"), folder=str(home))
    return ok(N_("%(folder)s is open to its owner alone"), folder=str(home))


def _queue() -> Finding:
    now = clock.machine_now()
    parked = Job.objects.filter(status=Job.Status.FAILED).count()
    due = Job.objects.filter(status=Job.Status.READY, run_after__lte=now)
    since = due.aggregate(since=Min("run_after"))["since"]
    minutes = int((now - since).total_seconds() // 60) if since else 0
    facts = {"waiting": due.count(), "minutes": minutes, "parked": parked}
    if since and now - since > LONG_WAIT:
        return error(
            N_("%(waiting)s jobs are due, the oldest for %(minutes)s minutes: is a worker running?"), **facts
        )
    if parked:
        return warning(N_("%(parked)s jobs are parked because they failed; %(waiting)s are due"), **facts)
    return ok(N_("%(waiting)s jobs are due, none is parked"), **facts)


def _events() -> Finding:
    stuck = OutboxEvent.objects.filter(delivered_at=None, tries__gte=MOST_TRIES).count()
    if stuck:
        return error(N_("%(stuck)s events could not be delivered; the log tells why"), stuck=stuck)
    return ok(
        N_("%(waiting)s events wait to be delivered"),
        waiting=OutboxEvent.objects.filter(delivered_at=None).count(),
    )


def _calendar() -> Finding:
    calendar, today = work_calendar(), clock.today()
    years = [today.year, today.year + 1] if today.month >= NEXT_YEAR_FROM_MONTH else [today.year]
    facts = {"country": calendar.country}
    for year in years:
        standing = calendar.standing(year)
        if standing is Standing.UNPUBLISHED:
            return warning(
                N_("%(country)s %(year)s: the make-up workdays are not published yet, or not known here"),
                year=year,
                **facts,
            )
        if standing is Standing.PUBLISHED:
            return warning(
                N_("%(country)s %(year)s: no person has confirmed the calendar yet"), year=year, **facts
            )
    return ok(N_("the calendar of %(country)s is confirmed"), **facts)


for _name, _examination in {
    "database": _database,
    "database settings": _settings,
    "SQLite version": _sqlite,
    "disk": _disk,
    "folders": _folders,
    "queue": _queue,
    "events": _events,
    "calendar": _calendar,
}.items():
    register(_name, _examination)
