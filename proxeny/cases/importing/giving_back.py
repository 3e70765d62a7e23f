"""The rows that were refused, given back as a file with their reasons; of objects, which they were and why."""

from pathlib import Path

from django.utils.translation import gettext

from proxeny.cases.importing.reading import CaseFile
from proxeny.intake.rows.objections import Objections
from proxeny.intake.tabular.interpreting import Refused
from proxeny.intake.tabular.returning import REASON_COLUMN, reasons, return_as_delimited
from proxeny.intake.tabular.writing import write_delimited

PLACE = "#"


def give_back(file: CaseFile, path: Path) -> bool:
    """Write the rows that were refused to `path`; without any, write nothing. Tell which."""
    objections = file.reader.objections
    if not objections:
        return False
    with path.open("wb") as out:
        if file.rows is None:
            write_delimited(out, (PLACE, gettext(REASON_COLUMN)), _places(objections))
        else:
            refused = (
                Refused(row.number, objections.against(row.number), row)
                for row in file.rows.rows()
                if row.number in objections
            )
            return_as_delimited(out, file.rows, refused, gettext)
    return True


def _places(objections: Objections) -> list[tuple[str, str]]:
    rows = sorted({one["row"] for one in objections.listed(lambda problem: {"row": problem.row})})
    return [(str(row), reasons(objections.against(row), gettext)) for row in rows]
