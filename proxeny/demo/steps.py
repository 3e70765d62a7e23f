"""What each step of loading the vendor does; each looks first at what is there already."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Account
from proxeny.analytics.usage.reading.how import How
from proxeny.core import clock, outbox
from proxeny.core.actors import Actor
from proxeny.core.calendar import Standing, WorkCalendar
from proxeny.demo.catalogued import catalogue
from proxeny.demo.erased import order_erasure
from proxeny.demo.given_away import give_away
from proxeny.demo.let_in import let_in
from proxeny.demo.naming import mail_of
from proxeny.demo.planted import ORDERS
from proxeny.demo.reckoned import reckon_past
from proxeny.demo.remembered import remember
from proxeny.demo.telling_cases import tell
from proxeny.demo.told_also import ALSO_TOLD
from proxeny.demo.told_cases import TOLD
from proxeny.demo.usual_cases import usual_cases
from proxeny.demo.vendor import Vendor
from proxeny.docket import sweeping
from proxeny.identity import adding, calendar_keeping, teaming
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Role
from proxeny.intake import concluding, importers, receiving
from proxeny.intake.models import Batch
from proxeny.judgement import judging
from proxeny.judgement.models import Judgement
from proxeny.notices import reading, settling
from proxeny.usage import importing as usage

PASSWORD = "ink-and-vermilion"  # noqa: S105  (shown to everybody who loads the demo)
SYSTEM = Actor.system("demo")
OPENED_BEFORE = timedelta(days=731)
"""The workbench opened so long before the day of the load: before the oldest record."""

READ_WITHIN = timedelta(days=14)
"""What people were told when the workbench opened they have read long since."""

LAST_FILE = "orders.csv"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Load:
    """What the steps work on: the vendor, its files, whom `progress` is told (done, total; it may raise to stop)."""

    vendor: Vendor
    paths: dict[str, Path]
    progress: Progress

    @property
    def lead(self) -> Actor:
        """The one in whose name the files come in: the first lead."""
        return _actor(next(one.username for one in self.vendor.colleagues if Role.LEAD in one.roles))


@dataclass(frozen=True)
class Step:
    """One step of the load, and what is told while it is done."""

    said: Promise | str
    do: Callable[[Load], None]


def _colleagues(load: Load) -> None:
    known = set(Staff.objects.values_list("username", flat=True))
    with clock.on(load.vendor.today - OPENED_BEFORE):
        for one in load.vendor.colleagues:
            if one.username not in known:
                adding.add_staff(
                    one.username,
                    one.name,
                    by=SYSTEM,
                    email=mail_of(one.username),
                    password=PASSWORD if one.signs_in else None,
                    roles=[Role(role) for role in one.roles],
                )


def _teams(load: Load) -> None:
    with clock.on(load.vendor.today - OPENED_BEFORE):
        for one in load.vendor.colleagues:
            team = Team.objects.filter(name=one.team).first() or teaming.found(one.team, by=SYSTEM)
            staff = Staff.objects.get(username=one.username)
            teaming.join(team, staff, by=SYSTEM)
            if one.heads_team:
                teaming.head(team, staff, by=SYSTEM)


def _customers(load: Load) -> None:
    with clock.on(load.vendor.today - OPENED_BEFORE):
        _rows(load, "accounts", Batch.Kind.ACCOUNTS)
    _settle_what_is_long_known(load)
    _rows(load, "people", Batch.Kind.PEOPLE)
    _rows(load, "contracts", Batch.Kind.CONTRACTS)


def _settle_what_is_long_known(load: Load) -> None:
    """Who got which role, team and customers two years ago is news to nobody: put those notices away."""
    while outbox.deliver():
        pass
    with clock.on(load.vendor.today - OPENED_BEFORE + READ_WITHIN):
        for one in load.vendor.colleagues:
            actor = _actor(one.username)
            settling.done(reading.own(actor).values_list("pk", flat=True), actor=actor)


def _rows(load: Load, file: str, kind: Batch.Kind) -> None:
    if batch := _received(load, file, kind):
        importers.importer_of(kind).run(batch, by=load.lead, progress=load.progress)


def _words(load: Load) -> None:
    for word in load.vendor.words:
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


def _consumption(load: Load) -> None:
    _usage(load, "usage", How(preset="long"))
    _usage(load, "corrections", How(preset="long"))
    _usage(load, "orders", How(preset="transactions", meter=ORDERS))


def _usage(load: Load, file: str, how: How) -> None:
    if batch := _received(load, file, Batch.Kind.USAGE):
        usage.import_usage(batch, how, by=load.lead, progress=load.progress)


def _received(load: Load, file: str, kind: Batch.Kind) -> Batch | None:
    """Return a batch for the file, or None if it was imported before; one that was cut short is closed."""
    path, lead = load.paths[file], load.lead
    earlier = Batch.objects.filter(kind=kind, file_name=path.name, by=lead.reference)
    if earlier.filter(state__in=[Batch.State.DONE, Batch.State.UNDONE]).exists():
        return None
    for batch in earlier.filter(state__in=[Batch.State.UPLOADED, Batch.State.RUNNING]):
        concluding.cancel(batch)
    with path.open("rb") as opened:
        return receiving.receive(opened, path.name, kind, by=lead)


def _calendar(load: Load) -> None:
    """Confirm these years as far as they are published; before the docket, which anybody may ask for from then on."""
    calendar, today = WorkCalendar(settings.WORK_COUNTRY), load.vendor.today
    for year in range((today - OPENED_BEFORE).year, today.year + 1):
        if calendar.standing(year) is not Standing.UNPUBLISHED:
            calendar_keeping.confirm_year(settings.WORK_COUNTRY, year, load.lead)


def _cases(load: Load) -> None:
    today = load.vendor.today
    catalogue(today, load.lead)
    remember(today)
    give_away(today)
    let_in(today)
    told = [*usual_cases(load.vendor.customers, load.vendor.people, today), *TOLD, *ALSO_TOLD]
    for number, one in enumerate(told):
        tell(one, today)
        load.progress(number + 1, len(told))
    order_erasure(today)


def _past(load: Load) -> None:
    reckon_past(load.vendor.today, load.progress)


def _docket(load: Load) -> None:
    sweeping.sweep(load.vendor.today, by=SYSTEM, report=load.progress)


def _actor(username: str) -> Actor:
    return Staff.objects.get(username=username).actor


STEPS = (
    Step(_("colleagues"), _colleagues),
    Step(_("teams"), _teams),
    Step(_("customers, their people, their contracts"), _customers),
    Step(_("past judgements"), _words),
    Step(_("the calendar"), _calendar),
    Step(_("two years of consumption"), _consumption),
    Step(_("a year of cases"), _cases),
    Step(_("the health of half a year"), _past),
    Step(_("today’s docket"), _docket),
)
