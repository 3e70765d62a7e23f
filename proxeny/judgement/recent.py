"""The raw days since the kept watch, so that a new day is read alone.

Beside the watch lie the figures of the days between its morning and the last sweep. They hold as long as nothing came in that
speaks of those days; what came late is read again from the facts.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from proxeny.analytics.swings.panel import Floats
from proxeny.analytics.usage.facts import Facts
from proxeny.analytics.usage.panel import SeriesKey
from proxeny.usage import store


@dataclass(frozen=True)
class Recent:
    """Figures of the watch's series from its morning `begun` to the day before `until`, [series, days].

    `newcomers` are series that no watch knew then; `parts` are the files that this was known from; `series` is the
    digest of the watch's keys, whose order the rows have.
    """

    begun: date
    until: date
    values: Floats
    newcomers: frozenset[SeriesKey]
    parts: frozenset[str]
    series: str


def kept(facts: Facts, begun: date, series: str, until: date) -> Recent | None:
    """Return the kept days if they still hold and reach no further than `until`, else None."""
    with suppress(OSError, ValueError, KeyError):
        with np.load(_file(), allow_pickle=False) as stored:
            about = json.loads(str(stored["about"]))
            known = frozenset(about["parts"])
            found = Recent(
                date.fromisoformat(about["begun"]),
                date.fromisoformat(about["until"]),
                stored["values"],
                frozenset(SeriesKey(*key) for key in about["newcomers"]),
                known,
                about["series"],
            )
        fits = found.begun == begun and found.until <= until and found.series == series
        live = {part.path for part in facts.snapshot.parts}
        later = (part.first_day >= found.until for part in facts.snapshot.parts if part.path not in known)
        if fits and known <= live and all(later):
            return found
    return None


def keep(recent: Recent) -> None:
    """Write the days; the file appears whole."""
    about = {
        "begun": recent.begun.isoformat(),
        "until": recent.until.isoformat(),
        "newcomers": [
            [key.account, key.meter, key.currency, key.nature] for key in sorted(recent.newcomers, key=_order)
        ],
        "parts": sorted(recent.parts),
        "series": recent.series,
    }
    unfinished = _file().with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as file:
        np.savez(file, values=recent.values, about=np.array(json.dumps(about)))
    unfinished.replace(_file())


def _file() -> Path:
    folder = store.folder() / "watch"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / "recent.npz"


def _order(key: SeriesKey) -> tuple[str, str, str]:
    return key.account, key.meter, key.currency
