"""The record of a team: how its work went, against itself over time. No person is ranked, and no team against another."""

from proxeny.reports.team.record import Record, record_of

__all__ = ["Record", "record_of"]
