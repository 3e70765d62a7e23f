"""The delimiter that a file names itself, and the check that one fits; finding it is `proxeny.tabular`'s."""

import re
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from itertools import islice

from proxeny.intake.tabular.delimited import Tokenizer
from proxeny.intake.tabular.limits import LIMITS
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.source import Record, is_blank
from proxeny.tabular.delimiters import DELIMITERS, find_delimiter

__all__ = ["find_delimiter", "require_fitting_delimiter", "spoken_delimiter"]

_MARKS_OF_OTHERS = (*DELIMITERS, "，", "；", "^", ":")
_SAMPLE_ROWS = 50
_SPOKEN = re.compile(r"^sep=(.)\r?$", re.IGNORECASE)
_SAMPLING = replace(LIMITS, cell_chars=1 << 16)


def spoken_delimiter(sample: str) -> str | None:
    """Return the delimiter that the file's first line names, as `sep=;` does for Excel."""
    found = _SPOKEN.match(sample.split("\n", 1)[0])
    return found.group(1) if found else None


def require_fitting_delimiter(sample: str, delimiter: str) -> None:
    """Raise TabularError when `sample` reads as one column though most of its rows hold one other mark."""
    rows = _sampled(sample, delimiter)
    if not rows or any(len(row.cells) > 1 for row in rows):
        return
    lines = [str(row.cells[0]) for row in rows]
    for mark in _MARKS_OF_OTHERS:
        carrying = sum(1 for line in lines if mark in line)
        same = Counter(line.count(mark) for line in lines).most_common(1)[0]
        if mark != delimiter and mark in lines[0] and carrying * 2 > len(lines) > 1 and same[0] > 0:
            raise TabularError("wrong_delimiter", row=rows[0].number, mark="tab" if mark == "\t" else mark)


def _sampled(sample: str, delimiter: str) -> list[Record]:
    rows: list[Record] = []
    with suppress(TabularError):  # the sample may be cut inside a quoted cell
        rows.extend(
            row
            for row in islice(Tokenizer([sample], delimiter, _SAMPLING), _SAMPLE_ROWS)
            if not is_blank(row)
        )
    return rows
