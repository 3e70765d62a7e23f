"""`proxeny demo`, and what `proxeny up --demo` loads: 云梯科技, a made-up vendor.

The files take the same way in as a customer's own. Every step looks at what is there already, so
that a load that was killed is completed by the next.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone

from proxeny.accounts.models import Account
from proxeny.analytics.usage.reading.how import How
from proxeny.cli.common import Day
from proxeny.cli.demo_vendor import Vendor, generate, write_files
from proxeny.cli.demo_vendor.generating import NAME
from proxeny.cli.demo_vendor.planted import ORDERS
from proxeny.cli.demo_vendor.staff import colleagues
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.calendar import Standing, WorkCalendar
from proxeny.docket import sweeping
from proxeny.identity import adding, calendar_keeping, teaming
from proxeny.identity.models import RoleGrant, Staff, Team
from proxeny.identity.roles import Role
from proxeny.intake import concluding, importers, receiving
from proxeny.intake.models import Batch
from proxeny.judgement import judging
from proxeny.judgement.models import Judgement, Sweep
from proxeny.usage import importing as usage

PASSWORD = "ink-and-vermilion"  # noqa: S105  (printed for everybody who starts the demo)
SYSTEM = Actor.system("demo")
LEAD = "lin"
OPENED_BEFORE = timedelta(days=731)
"""The workbench opened so long before the day of the load: before the oldest record."""

Report = Callable[[str], None]


def load_if_empty(report: Report = click.echo) -> list[str]:
    """Fill an installation that has no colleagues yet, or complete a load that was cut short.

    Returns what to tell people: who can sign in, and how. An installation that somebody else began is left
    alone, and nothing is returned.
    """
    today = _day_of_the_load()
    if today is None:
        return []
    if not Sweep.objects.filter(on=today).exists():
        vendor = generate(today)
        folder = settings.HOME / "demo"
        paths = write_files(vendor, folder)
        for number, step in enumerate(STEPS, 1):
            report(f"[{number}/{len(STEPS)}] {step.chinese} · {step.english}")
            step.do(vendor, paths)
        shutil.rmtree(folder)
    return _greeting()


def _greeting() -> list[str]:
    who = " · ".join(f"{one.username} {one.name}" for one in colleagues() if one.signs_in)
    return [
        f"示例公司{NAME}的密码都是 {PASSWORD};从 zhou(话事人)或 {LEAD}(主管)开始。",
        f"Everybody at {NAME}, a made-up vendor, has the password {PASSWORD}; start as zhou or {LEAD}.",
        f"  {who}",
    ]


def _day_of_the_load() -> date | None:
    """Return the day that the demo is, or was, loaded on; None where the colleagues are somebody else's."""
    if not Staff.objects.exists():
        return clock.today()
    first = RoleGrant.objects.filter(granted_by=SYSTEM.reference).order_by("granted_at").first()
    return timezone.localtime(first.granted_at).date() + OPENED_BEFORE if first else None


def _colleagues(vendor: Vendor, _paths: dict[str, Path]) -> None:
    known = set(Staff.objects.values_list("username", flat=True))
    with clock.on(vendor.today - OPENED_BEFORE):
        for one in vendor.colleagues:
            if one.username not in known:
                adding.add_staff(
                    one.username,
                    one.name,
                    by=SYSTEM,
                    email=f"{one.username}@yunti.example",
                    password=PASSWORD if one.signs_in else None,
                    roles=[Role(role) for role in one.roles],
                )


def _teams(vendor: Vendor, _paths: dict[str, Path]) -> None:
    with clock.on(vendor.today - OPENED_BEFORE):
        for one in vendor.colleagues:
            team = Team.objects.filter(name=one.team).first() or teaming.found(one.team, by=SYSTEM)
            staff = Staff.objects.get(username=one.username)
            teaming.join(team, staff, by=SYSTEM)
            if one.heads_team:
                teaming.head(team, staff, by=SYSTEM)


def _customers(vendor: Vendor, paths: dict[str, Path]) -> None:
    with clock.on(vendor.today - OPENED_BEFORE):
        _rows(paths["accounts"], Batch.Kind.ACCOUNTS)
    _rows(paths["people"], Batch.Kind.PEOPLE)
    _rows(paths["contracts"], Batch.Kind.CONTRACTS)


def _rows(path: Path, kind: Batch.Kind) -> None:
    if batch := _received(path, kind):
        importers.importer_of(kind).run(batch, by=_actor(LEAD))


def _words(vendor: Vendor, _paths: dict[str, Path]) -> None:
    for word in vendor.words:
        account = Account.objects.get(reference=word.reference)
        if Judgement.objects.filter(account=account, reason=word.reason).exists():
            continue
        with clock.on(word.on):
            judging.judge(
                account,
                band=Judgement.Band(word.band),
                reason=word.reason,
                forecast=word.forecast,
                expires_on=word.expires_on,
                by=_actor(word.by),
            )


def _consumption(_vendor: Vendor, paths: dict[str, Path]) -> None:
    _usage(paths["usage"], How(preset="long"))
    _usage(paths["corrections"], How(preset="long"))
    _usage(paths["orders"], How(preset="transactions", meter=ORDERS))


def _usage(path: Path, how: How) -> None:
    if batch := _received(path, Batch.Kind.USAGE):
        usage.import_usage(batch, how, by=_actor(LEAD))


def _received(path: Path, kind: Batch.Kind) -> Batch | None:
    """Return a batch for the file, or None if it was imported before; one that was cut short is closed."""
    earlier = Batch.objects.filter(kind=kind, file_name=path.name, by=_actor(LEAD).reference)
    if earlier.filter(state__in=[Batch.State.DONE, Batch.State.UNDONE]).exists():
        return None
    for batch in earlier.filter(state__in=[Batch.State.UPLOADED, Batch.State.RUNNING]):
        concluding.cancel(batch)
    with path.open("rb") as file:
        return receiving.receive(file, path.name, kind, by=_actor(LEAD))


def _docket(vendor: Vendor, _paths: dict[str, Path]) -> None:
    """Confirm the calendar of these years as far as it is published, then lay out today."""
    calendar = WorkCalendar(settings.WORK_COUNTRY)
    for year in range((vendor.today - OPENED_BEFORE).year, vendor.today.year + 1):
        if calendar.standing(year) is not Standing.UNPUBLISHED:
            calendar_keeping.confirm_year(settings.WORK_COUNTRY, year, _actor(LEAD))
    sweeping.sweep(vendor.today, by=SYSTEM)


def _actor(username: str) -> Actor:
    return Staff.objects.get(username=username).actor


@dataclass(frozen=True)
class Step:
    """One step of the load, and what is told while it is done."""

    chinese: str
    english: str
    do: Callable[[Vendor, dict[str, Path]], None]


STEPS = (
    Step("同事", "colleagues", _colleagues),
    Step("团队", "teams", _teams),
    Step("客户、联系人、合同", "customers, their people, their contracts", _customers),
    Step("过去的判断", "past judgements", _words),
    Step("两年的消费", "two years of consumption", _consumption),
    Step("日历和今天的案头", "calendar and today's docket", _docket),
)


@click.group("demo")
def command() -> None:
    """Work with the made-up vendor of `proxeny up --demo`."""


@command.command("files")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--on", type=Day(), help="The day that is today, as 2026-11-22; the files end the day before.")
@click.option(
    "--seed", type=click.IntRange(0), default=7, show_default=True, help="Another seed, other figures."
)
def files(folder: Path, on: date | None, seed: int) -> None:
    """Write the vendor's files into FOLDER, to try an import by hand."""
    with clock.on(on):
        vendor = generate(clock.today(), seed)
    for path in write_files(vendor, folder).values():
        click.echo(path)
