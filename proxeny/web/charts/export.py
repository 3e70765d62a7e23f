"""The figures behind a strip chart as a file."""

import csv
from io import StringIO

import numpy as np
from django.utils.translation import gettext as _

from proxeny.intake.tabular.exporting import safe_cell
from proxeny.web.charts.model import Strip

BYTE_ORDER_MARK = "\ufeff"


def as_csv(strip: Strip) -> str:
    """Return one line a day, an empty figure for a day without record; spreadsheets read it as UTF-8."""
    holidays = {
        index: stretch.name or _("holiday")
        for stretch in strip.holidays
        for index in range(strip.index(stretch.first), strip.index(stretch.last) + 1)
    }
    exchanged = {strip.index(day): _("worked in exchange for a holiday") for day in strip.workdays}
    happened: dict[int, str] = {}
    for row in strip.rows:
        for mark in row.marks:
            known = happened.get(strip.index(mark.day))
            happened[strip.index(mark.day)] = f"{known} · {mark.words}" if known else mark.words
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        [
            _("day"),
            safe_cell(strip.unit),
            _("mean of 7 days"),
            _("usually from"),
            _("usually to"),
            _("calendar"),
            _("what happened"),
        ]
    )
    days = np.arange(np.datetime64(strip.first), np.datetime64(strip.first) + strip.days).astype(str).tolist()
    columns = [strip.values, strip.smooth, strip.low, strip.high]
    figures = [_cells(strip, column) for column in columns]
    for index, day in enumerate(days):
        calendar = holidays.get(index) or exchanged.get(index, "")
        cells = [
            *(column[index] for column in figures),
            safe_cell(calendar),
            safe_cell(happened.get(index, "")),
        ]
        writer.writerow([day, *cells])
    return BYTE_ORDER_MARK + out.getvalue()


def _cells(strip: Strip, column: np.ndarray | None) -> list[str]:
    if column is None:
        return [""] * strip.days
    return [f"{value:.{strip.decimals}f}" if np.isfinite(value) else "" for value in column.tolist()]
