"""Rows that every package stands on."""

from proxeny.core.models.calendar import CalendarDay, CalendarYear, DayKind
from proxeny.core.models.job import Job
from proxeny.core.models.outbox import OutboxEvent

__all__ = ["CalendarDay", "CalendarYear", "DayKind", "Job", "OutboxEvent"]
