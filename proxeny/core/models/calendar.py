"""What people have said about the calendar: corrected days, confirmed years."""

from django.db import models


class DayKind(models.TextChoices):
    """What a day is: a public holiday or a day off in its place, a day that is worked, a day of rest."""

    HOLIDAY = "holiday"
    WORKDAY = "workday"
    REST = "rest"


class CalendarDay(models.Model):
    """A person's word on one day of one country; it outranks what was published."""

    country = models.CharField(max_length=2)
    day = models.DateField()
    kind = models.CharField(max_length=8, choices=DayKind.choices)
    name = models.CharField(max_length=80, default="")
    reason = models.TextField()
    by = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["country", "day"], name="calendar_day_once"),
            models.CheckConstraint(condition=models.Q(kind__in=DayKind.values), name="calendar_day_kind"),
        ]


class CalendarYear(models.Model):
    """A person's word that the published days of one country and year are right.

    `published_version` names the published days that were confirmed: when they change later, the year is
    provisional again.
    """

    country = models.CharField(max_length=2)
    year = models.PositiveSmallIntegerField()
    published_version = models.CharField(max_length=16)
    confirmed_by = models.CharField(max_length=80)
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "year"], name="calendar_year_once")]
