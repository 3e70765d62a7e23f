from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from proxeny.core.actors import Actor
from proxeny.core.calendar import DayKind, Standing, work_calendar
from proxeny.core.models import OutboxEvent
from proxeny.identity.calendar_keeping import confirm_year, correct_day, restore_day
from proxeny.identity.events import Kind
from proxeny.ledger.models import Entry

pytestmark = pytest.mark.django_db
LEAD = Actor("staff:1", "林澜", staff_id=1, roles=frozenset({"lead"}))
ENGINEER = Actor("staff:2", "王崧", staff_id=2, roles=frozenset({"engineer"}))
SATURDAY = date(2027, 2, 20)


def on_record() -> list[str]:
    return list(Entry.objects.order_by("sequence").values_list("kind", flat=True))


def test_a_year_is_provisional_until_a_person_confirms_it() -> None:
    assert work_calendar("CN").is_provisional(2026)
    confirmed = confirm_year("CN", 2026, by=LEAD)
    assert confirm_year("CN", 2026, by=LEAD).confirmed_at == confirmed.confirmed_at
    assert work_calendar("CN").standing(2026) is Standing.CONFIRMED
    assert on_record() == [Kind.CALENDAR_CONFIRMED]


def test_a_year_whose_published_days_have_changed_is_confirmed_anew() -> None:
    standing = confirm_year("CN", 2026, by=LEAD)
    type(standing).objects.update(published_version="as it was")
    assert work_calendar("CN").is_provisional(2026)
    confirm_year("CN", 2026, by=LEAD)
    assert not work_calendar("CN").is_provisional(2026)
    assert len(on_record()) == 2


def test_a_corrected_day_holds_until_it_is_restored_and_both_are_on_record() -> None:
    correct_day("CN", SATURDAY, DayKind.WORKDAY, "国务院通知", by=LEAD)
    correct_day("CN", SATURDAY, DayKind.WORKDAY, "国务院通知 ", by=LEAD)
    assert work_calendar("CN").is_make_up_workday(SATURDAY)
    assert restore_day("CN", SATURDAY, by=LEAD)
    assert not restore_day("CN", SATURDAY, by=LEAD)
    assert not work_calendar("CN").is_workday(SATURDAY)
    assert on_record() == [Kind.CALENDAR_CORRECTED, Kind.CALENDAR_RESTORED]
    assert (
        OutboxEvent.objects.filter(kind="CalendarChanged", payload={"country": "CN", "year": 2027}).count()
        == 2
    )


def test_only_those_who_answer_for_it_keep_the_calendar_and_say_why() -> None:
    with pytest.raises(PermissionDenied):
        confirm_year("CN", 2026, by=ENGINEER)
    with pytest.raises(PermissionDenied):
        correct_day("CN", SATURDAY, DayKind.WORKDAY, "because", by=ENGINEER)
    with pytest.raises(PermissionDenied):
        restore_day("CN", SATURDAY, by=ENGINEER)
    with pytest.raises(ValidationError):
        correct_day("CN", SATURDAY, DayKind.WORKDAY, "  ", by=LEAD)
    assert on_record() == []
