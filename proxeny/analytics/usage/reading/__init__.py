"""Consumption files into daily facts: `read`, `read_rows`, `preview`, `suggest`."""

from proxeny.analytics.usage.reading.faults import BadRow, Fault
from proxeny.analytics.usage.reading.headers import Suggestion, suggest
from proxeny.analytics.usage.reading.how import How
from proxeny.analytics.usage.reading.opening import fingerprint
from proxeny.analytics.usage.reading.presets import FIELDS, PRESETS
from proxeny.analytics.usage.reading.previewing import Preview, PreviewRow, preview
from proxeny.analytics.usage.reading.reading import read, read_rows
from proxeny.analytics.usage.reading.reasons import ReadingError, Reason
from proxeny.analytics.usage.reading.result import Days, Reading, Rows
from proxeny.tabular.formulas import harmless

__all__ = [
    "FIELDS",
    "PRESETS",
    "BadRow",
    "Days",
    "Fault",
    "How",
    "Preview",
    "PreviewRow",
    "Reading",
    "ReadingError",
    "Reason",
    "Rows",
    "Suggestion",
    "fingerprint",
    "harmless",
    "preview",
    "read",
    "read_rows",
    "suggest",
]
