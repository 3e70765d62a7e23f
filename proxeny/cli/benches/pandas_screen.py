"""Two references in pandas: a plainer screen over whole columns, and the very same screen series by series."""

from datetime import date

import numpy as np
import pandas as pd

from proxeny.analytics import swings as detector
from proxeny.judgement import days
from proxeny.usage import store

WEEKS_BEFORE, WEEKS_NOW = 26, 4


def one_by_one(on: date, most: int) -> int:
    """Return how many of the first `most` series the very same screen suspects, called through `groupby().apply`."""
    path = store.folder() / store.live_parts()[-1].path
    wanted = pd.read_parquet(path, columns=["account"])["account"].unique()[: -(-most // 3)]
    paths = [store.folder() / part.path for part in store.live_parts()]
    columns = ["account", "meter", "day", "amount"]
    filters = [("account", "<=", max(wanted))]
    rows = pd.concat([pd.read_parquet(path, columns=columns, filters=filters) for path in paths])
    rows = rows[rows["day"] < on]
    first = min(rows["day"])
    types, festivals = days.types(first, on)
    rows["value"], rows["offset"] = (
        rows["amount"].astype(float),
        (pd.to_datetime(rows["day"]) - pd.Timestamp(first)).dt.days,
    )

    def suspects(one: pd.DataFrame) -> int:
        values = np.full((1, len(types)), np.nan)
        values[0, one["offset"].to_numpy()] = one["value"].to_numpy()
        state = detector.build(detector.Panel(first, values, np.array([False])), types, on)
        return len(detector.screen(state, festivals).suspects)

    return int(rows.groupby(["account", "meter"])[["offset", "value"]].apply(suspects).sum())


def screen(on: date) -> int:
    """Return how many series stand out on the morning of `on`, from the same files.

    Level by type of day, weekly index, the last weeks against the half year before: far less than the real screen does.
    """
    paths = [store.folder() / part.path for part in store.live_parts()]
    rows = pd.concat([pd.read_parquet(path, columns=["account", "meter", "day", "amount"]) for path in paths])
    rows = rows[rows["day"] < on]
    first = min(rows["day"])
    types, _festivals = days.types(first, on)
    offsets = (pd.to_datetime(rows["day"]) - pd.Timestamp(first)).dt.days
    rows["value"], rows["type"] = rows["amount"].astype(float), types[offsets]
    rows["week"] = ((on - first).days - 1 - offsets) // 7
    rows = rows[rows["type"] < 2]
    level = rows.groupby(["account", "meter", "type"])["value"].transform("median")
    rows["index"] = rows["value"] / level
    weekly = rows.groupby(["account", "meter", "week"])["index"].mean().unstack("week")
    logs = weekly.iloc[:, : WEEKS_NOW + WEEKS_BEFORE].clip(lower=0.01).apply(np.log)
    now, before = logs.iloc[:, :WEEKS_NOW].mean(axis=1), logs.iloc[:, WEEKS_NOW:]
    middle = before.median(axis=1)
    spread = before.sub(middle, axis=0).abs().median(axis=1) * 1.4826 + 0.02
    return int(((now - middle).abs() > 3 * spread).sum())
