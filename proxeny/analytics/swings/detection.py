"""From a panel to the swings of one morning."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from proxeny.analytics.swings import closer_look, order_look
from proxeny.analytics.swings.panel import Codes, Detection, Panel, Swing, Verdict
from proxeny.analytics.swings.screening import Screen, screen
from proxeny.analytics.swings.state import State, build

NO_DAY = np.datetime64("NaT", "D")


def detect(panel: Panel, day_types: Codes, on: date, *, spring_festivals: Sequence[date] = ()) -> Detection:
    """Find the swings that a person should judge on the morning of `on`; nothing of that day or later is
    looked at.
    """
    state = build(panel, day_types, on)
    return examine(state, panel, spring_festivals=spring_festivals)


def examine(state: State, panel: Panel, *, spring_festivals: Sequence[date] = ()) -> Detection:
    """Screen a state and look closely at its suspects, the only series whose raw history in `panel` is
    read.
    """
    first = screen(state, spring_festivals)
    return examine_chosen(state, first, panel.rows(first.suspects), spring_festivals=spring_festivals)


def examine_chosen(
    state: State, first: Screen, history: Panel, *, spring_festivals: Sequence[date] = ()
) -> Detection:
    """Look closely at the suspects of a screen; row i of `history` is the raw past of suspect i."""
    chosen = first.suspects
    rows, history = state.take(chosen), history.before(state.until)
    now_and_then = first.intermittent[chosen]
    swings: list[Swing] = []
    for look, here in ((closer_look.examine, ~now_and_then), (order_look.examine, now_and_then)):
        picked = np.flatnonzero(here)
        if len(picked):
            swings += look(rows.take(picked), history.rows(picked), chosen[picked].tolist(), spring_festivals)
    verdicts = first.verdicts.copy()
    verdicts[[swing.series for swing in swings]] = Verdict.SWING
    silent = verdicts == Verdict.SILENT_FEED
    since = np.where(silent, np.datetime64(state.first_day, "D") + state.feed.last_record + 1, NO_DAY)
    return Detection(state.until, sorted(swings, key=lambda swing: swing.series), verdicts, since)
