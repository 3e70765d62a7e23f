"""How the forecast would have done: learned again and again from what was decided until then, held against the base rate.

Rolling origin (Tashman, Int. J. Forecasting 16 (2000) 437): cases by the day of their forecast, the later two thirds in
blocks, each forecast from the cases that were decided before the block began. The base rates it is held against are
learned from the same cases.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from proxeny.analytics.arrays import Floats, Ints
from proxeny.analytics.forecasts.lines import chance
from proxeny.analytics.forecasts.scores import LEAST, Mean, brier_scores, log_losses, mean
from proxeny.analytics.renewals.cases import Cases
from proxeny.analytics.renewals.model import learned

BLOCKS = 5
LEAST_LEARNED = 30
LEAST_TRIED = 40
LEAST_OF_EACH = 8


class Verdict(StrEnum):
    """What the trial says of the signals."""

    BETTER = "better than the base rate"
    NO_BETTER = "no better than the base rate"
    TOO_FEW = "too few to tell"


@dataclass(frozen=True, slots=True)
class Trial:
    """The trial: `verdict`, and what it rests on.

    `which` [tried] are the places of the cases that were forecast, `odds` [tried] their forecasts in log odds, `base`
    [tried] the chances that the base rates gave, `blocks` [tried] ascending in time. `brier_gain` and `log_gain` are mean
    gains over the base rates, above 0 where better; None where nothing could be tried.
    """

    verdict: Verdict
    which: Ints
    odds: Floats
    base: Floats
    blocks: Ints
    brier_gain: Mean | None
    log_gain: Mean | None


def tried(cases: Cases) -> Trial:
    """Forecast the cases as they could have been forecast then, and hold that against the base rates."""
    which, odds, base, blocks = _forecasts(cases)
    outcomes = cases.outcomes[which]
    if not len(which):
        return Trial(Verdict.TOO_FEW, which, odds, base, blocks, None, None)
    said = chance(odds)
    brier = mean(brier_scores(base, outcomes) - brier_scores(said, outcomes))
    log = mean(log_losses(base, outcomes, least=LEAST) - log_losses(said, outcomes, least=LEAST))
    return Trial(_verdict(outcomes, brier, log), which, odds, base, blocks, brier, log)


def _verdict(outcomes: Floats, brier: Mean, log: Mean) -> Verdict:
    if len(outcomes) < LEAST_TRIED or min(outcomes.sum(), (1 - outcomes).sum()) < LEAST_OF_EACH:
        return Verdict.TOO_FEW
    is_better = brier.low is not None and log.low is not None and min(brier.low, log.low) > 0
    return Verdict.BETTER if is_better else Verdict.NO_BETTER


def _forecasts(cases: Cases) -> tuple[Ints, Floats, Floats, Ints]:
    which: list[Ints] = [np.empty(0, dtype=np.int64)]
    odds: list[Floats] = [np.empty(0)]
    base: list[Floats] = [np.empty(0)]
    for block in _in_blocks(cases.forecast_at):
        known = np.flatnonzero(cases.decided_at < cases.forecast_at[block].min())
        if len(known) < LEAST_LEARNED or len(np.unique(cases.outcomes[known])) < 2:
            continue
        model = learned(cases.chosen(known))
        which.append(block)
        odds.append(model.odds(cases.signals[block], cases.segments[block]))
        base.append(chance(model.base_odds(cases.segments[block])))
    blocks = np.repeat(np.arange(len(which)), [len(one) for one in which])
    return np.concatenate(which), np.concatenate(odds), np.concatenate(base), blocks


def _in_blocks(forecast_at: Floats) -> list[Ints]:
    """Return the places of the later two thirds of the cases in blocks by time; one day's cases stay together."""
    order = np.argsort(forecast_at, kind="stable")
    rank = np.searchsorted(forecast_at[order], forecast_at) / max(1, len(forecast_at))
    block = np.floor((rank - 1 / 3) * 1.5 * BLOCKS)
    return [np.flatnonzero(block == one) for one in range(BLOCKS) if bool(np.any(block == one))]
