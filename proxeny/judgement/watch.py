"""The watch over all series: what a sweep must remember, so that one more day costs one more day.

The watch stands on a morning some days back and is kept in a file. A sweep walks it forward over the days since, so that data
that come late, or are corrected, by up to a week cost nothing extra; later corrections, or a batch taken back, start it anew.
The file is only memory: without it the same result is computed from the facts.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from proxeny.analytics import swings as detector
from proxeny.analytics.swings import storing
from proxeny.analytics.swings.panel import Floats
from proxeny.analytics.usage.facts import Facts
from proxeny.analytics.usage.panel import SeriesKey, in_blocks
from proxeny.judgement import days, recent
from proxeny.usage import series, store

Report = Callable[[int, int], None]
STANDS_BACK = timedelta(days=7)
MOVES_AFTER = timedelta(days=14)
AT_ONCE = 2
CUSTOMERS_AT_ONCE = 1000  # with three meters and two years some tens of megabytes in hand


@dataclass(frozen=True)
class Watch:
    """All series as they were known on the morning of `state.until`; `parts` are the files that was known from."""

    keys: tuple[SeriesKey, ...]
    state: detector.State
    parts: frozenset[str]


def standing_on(
    facts: Facts, references: Sequence[str], on: date, report: Report = lambda _done, _of: None
) -> Watch | None:
    """Return the watch on the morning of `on`, or None when there is nothing to watch.

    It is the one that would be built from all facts before `on`; the kept one only saves the walk.
    """
    first = series.first_day(facts, on)
    if first is None:
        return None
    back = max(first, on - STANDS_BACK)
    kept = _kept(facts, references, first, back)
    if kept is None or back - kept.state.until >= MOVES_AFTER:
        kept = (
            _walked(facts, references, kept, back) if kept else _built(facts, references, first, back, report)
        )
        _keep(kept, references)
    return _walked(facts, references, kept, on)


def _built(facts: Facts, references: Sequence[str], first: date, until: date, report: Report) -> Watch:
    """Build the watch from the facts, some customers at a time: while one block is computed the next is being read."""
    types, _festivals = days.types(first, until)
    blocks = list(in_blocks(references, CUSTOMERS_AT_ONCE)) if until > first else []

    def build(block: Sequence[str]) -> tuple[list[SeriesKey], detector.State]:
        panel = facts.panel(block, first, until - timedelta(days=1))
        raw = detector.Panel(first, panel.values, _lines(panel.keys))
        return panel.keys, detector.build(raw, types, until)

    keys: list[SeriesKey] = []
    states = [
        detector.build(detector.Panel(first, np.empty((0, (until - first).days)), _lines([])), types, until)
    ]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for number, (found, state) in enumerate(pool.map(build, blocks)):
            keys += found
            states.append(state)
            report(min((number + 1) * CUSTOMERS_AT_ONCE, len(references)), len(references))
    return Watch(tuple(keys), detector.joined(states), _paths(facts))


def _walked(facts: Facts, references: Sequence[str], watch: Watch, until: date) -> Watch:
    """Walk the watch forward to the morning of `until`; series that began meanwhile are taken in."""
    first = watch.state.first_day
    if until <= watch.state.until:
        return watch
    days_since = _since(facts, references, watch, until)
    types, _festivals = days.types(watch.state.until, until)
    state = detector.advance(watch.state, days_since.values.T, types)
    if not days_since.newcomers:
        return Watch(watch.keys, state, _paths(facts))
    fresh = _newcomers(facts, days_since.newcomers, first, until)
    return Watch((*watch.keys, *fresh.keys), detector.joined([state, fresh.state]), _paths(facts))


def _since(facts: Facts, references: Sequence[str], watch: Watch, until: date) -> recent.Recent:
    """Return the raw days from the watch's morning to the day before `until`: the kept ones, and what is new."""
    begun = watch.state.until
    known = recent.kept(facts, begun, _digest(map(str, watch.keys)), until)
    values, newcomers = _ground(facts, watch.keys, begun, until), set(known.newcomers if known else ())
    unread = begun
    if known is not None:
        unread = known.until
        values[:, : known.values.shape[1]] = known.values
    if unread < until:
        panel = facts.panel(references, unread, until - timedelta(days=1))
        places = {key: place for place, key in enumerate(watch.keys)}
        standing = [place for place, key in enumerate(panel.keys) if key in places]
        values[[places[panel.keys[place]] for place in standing], (unread - begun).days :] = panel.values[
            standing
        ]
        newcomers |= {key for key in panel.keys if key not in places}
    found = recent.Recent(
        begun, until, values, frozenset(newcomers), _paths(facts), _digest(map(str, watch.keys))
    )
    if known is None or unread < until:
        recent.keep(found)
    return found


def _newcomers(facts: Facts, new: frozenset[SeriesKey], first: date, until: date) -> Watch:
    """Build the series that no watch knows yet."""
    panel = facts.panel(sorted({key.account for key in new}), first, until - timedelta(days=1))
    chosen = [place for place, key in enumerate(panel.keys) if key in new]
    keys = [panel.keys[place] for place in chosen]
    types, _festivals = days.types(first, until)
    state = detector.build(detector.Panel(first, panel.values[chosen], _lines(keys)), types, until)
    return Watch(tuple(keys), state, frozenset())


def _ground(facts: Facts, keys: Sequence[SeriesKey], first: date, until: date) -> Floats:
    """What days without a fact mean: nothing consumed where single lines cover the day, nothing known elsewhere."""
    values = np.full((len(keys), (until - first).days), np.nan)
    last = until - timedelta(days=1)
    covered = {
        meter.name: facts.snapshot.covered(meter.sources, first, last)
        for meter in facts.meters.values()
        if meter.nature == "lines"
    }
    rows: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        rows.setdefault(key.meter, []).append(place)
    for meter, places in rows.items():
        if meter in covered:
            values[np.ix_(np.array(places), np.flatnonzero(covered[meter]))] = 0.0
    return values


def _lines(keys: Sequence[SeriesKey]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([key.nature == "lines" for key in keys], dtype=bool)


def _paths(facts: Facts) -> frozenset[str]:
    return frozenset(part.path for part in facts.snapshot.parts)


def _files() -> tuple[Path, Path]:
    folder = store.folder() / "watch"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / "state.npz", folder / "about.json"


def _keep(watch: Watch, references: Sequence[str]) -> None:
    """Write the watch; each file appears whole, and the second one names the first by its size and time."""
    state_file, about_file = _files()
    unfinished = state_file.with_suffix(f".{os.getpid()}")
    storing.save(watch.state, unfinished)
    unfinished.replace(state_file)
    about = {
        "state": _seal(state_file),
        "keys": [[key.account, key.meter, key.currency, key.nature] for key in watch.keys],
        "parts": sorted(watch.parts),
        "customers": _digest(references),
        "calendar": days.version(watch.state.first_day, watch.state.until),
    }
    unfinished = about_file.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps(about), "utf-8")
    unfinished.replace(about_file)


def _kept(facts: Facts, references: Sequence[str], first: date, back: date) -> Watch | None:
    """Return the kept watch if what it was known from still holds: the same files, customers, calendar, first day."""
    state_file, about_file = _files()
    with suppress(OSError, ValueError, KeyError):
        about = json.loads(about_file.read_text("utf-8"))
        if about["state"] != _seal(state_file) or about["customers"] != _digest(references):
            return None
        state = storing.load(state_file)
        if (
            state.first_day != first
            or state.until > back
            or about["calendar"] != days.version(first, state.until)
        ):
            return None
        known = frozenset(about["parts"])
        if not known <= _paths(facts) or _reaches_back(facts, known, state.until):
            return None
        return Watch(tuple(SeriesKey(*key) for key in about["keys"]), state, known)
    return None


def _reaches_back(facts: Facts, known: frozenset[str], until: date) -> bool:
    """Tell whether a file that came since speaks of days before `until`."""
    return any(part.path not in known and part.first_day < until for part in facts.snapshot.parts)


def _digest(names: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def _seal(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]
