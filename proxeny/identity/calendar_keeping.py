"""Keeping the calendar: a person confirms a year, corrects a day, takes a correction back.

Deadlines and day types of everybody depend on it, so only leads and owners may, and each change stands in the
ledger.
"""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock, outbox, references
from proxeny.core.actors import Actor
from proxeny.core.calendar import DayKind
from proxeny.core.calendar.events import CalendarChanged
from proxeny.core.calendar.published import published_year
from proxeny.core.models import CalendarDay, CalendarYear
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.events import Kind
from proxeny.identity.roles import Role
from proxeny.ledger import appending

KIND_WORDS = {
    DayKind.HOLIDAY: N_("holiday"),
    DayKind.WORKDAY: N_("working day"),
    DayKind.REST: N_("day of rest"),
}


def confirm_year(country: str, year: int, by: Actor) -> CalendarYear:
    """Say that the days published for `year` are right; again only if they have changed since.

    Corrections stand beside it and need no confirmation of their own. Raises PermissionDenied,
    UnknownCountry.
    """
    _guard(by)
    version = published_year(country, year).version
    with transaction.atomic():
        standing = CalendarYear.objects.select_for_update().filter(country=country, year=year).first()
        if standing and standing.published_version == version:
            return standing
        said = {"published_version": version, "confirmed_by": by.reference, "confirmed_at": clock.now()}
        standing, _is_new = CalendarYear.objects.update_or_create(country=country, year=year, defaults=said)
        about = [references.to("calendar", f"{country}-{year}")]
        appending.append(
            Kind.CALENDAR_CONFIRMED, about=about, by=by, country=country, year=year, version=version
        )
    return standing


def correct_day(
    country: str, day: date, kind: DayKind, reason: str, by: Actor, *, name: str = ""
) -> CalendarDay:
    """Say what `day` really is, whatever was published; saying the same again changes nothing.

    Raises ValidationError without a reason, PermissionDenied, UnknownCountry.
    """
    _guard(by)
    if not reason.strip():
        raise ValidationError(
            _("Say why: everybody’s deadlines are counted by this day."), code="reason-missing"
        )
    published_year(country, day.year)
    said: dict[str, object] = {"kind": DayKind(kind), "name": name.strip(), "reason": reason.strip()}
    with transaction.atomic():
        standing = CalendarDay.objects.select_for_update().filter(country=country, day=day).first()
        if standing and all(getattr(standing, field) == value for field, value in said.items()):
            return standing
        said |= {"by": by.reference, "at": clock.now()}
        standing, _is_new = CalendarDay.objects.update_or_create(country=country, day=day, defaults=said)
        appending.append(
            Kind.CALENDAR_CORRECTED,
            about=_about(country, day),
            by=by,
            country=country,
            day=day,
            day_kind=Sentence(KIND_WORDS[DayKind(kind)]).as_json(),
            reason=standing.reason,
            name=standing.name,
        )
        outbox.publish(CalendarChanged(country, day.year))
    return standing


def restore_day(country: str, day: date, by: Actor) -> bool:
    """Take a correction back, so that what was published holds again; False if there is none."""
    _guard(by)
    with transaction.atomic():
        taken_back, _by_model = CalendarDay.objects.filter(country=country, day=day).delete()
        if taken_back:
            appending.append(
                Kind.CALENDAR_RESTORED, about=_about(country, day), by=by, country=country, day=day
            )
            outbox.publish(CalendarChanged(country, day.year))
    return bool(taken_back)


def _about(country: str, day: date) -> list[Reference]:
    return [
        references.to("calendar", f"{country}-{day.year}"),
        references.to("day", f"{country}-{day.isoformat()}"),
    ]


def _guard(by: Actor) -> None:
    if not (by.is_system or by.holds(Role.LEAD, Role.OWNER)):
        raise PermissionDenied(_("Only leads and owners keep the calendar."))
