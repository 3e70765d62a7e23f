"""False alarms and power of the detector in made-up worlds, where the truth is known."""

import sys

import numpy as np

from proxeny.analytics.swings.calibration import false_alarms, power
from proxeny.analytics.worlds import Kind, Step, synthesise
from proxeny.cli.benches.measuring import tell

DAYS, FIRST, WITHIN = 880, 400, 42
FALL = 0.7


def main() -> None:
    """Look every seventh morning: alarms where nothing happened, and falls of thirty percent found within six weeks."""
    accounts, seed = (int(word) for word in sys.argv[1:] if word != "--json")
    figures: dict[str, object] = {"accounts": accounts, "seed": seed}
    for kind in Kind:
        quiet = synthesise(kind, accounts=accounts, days=DAYS, seed=seed)
        days = np.random.default_rng(seed).integers(FIRST + 30, DAYS - WITHIN - 1, accounts)
        steps = [Step(series, int(day), FALL) for series, day in enumerate(days)]
        fallen = synthesise(kind, accounts=accounts, days=DAYS, seed=seed + 1, steps=steps)
        found = power(fallen, first=FIRST, every=7, within_days=WITHIN)
        figures[str(kind)] = {
            "false_alarms_per_account_year": round(false_alarms(quiet, first=FIRST, every=7), 3),
            "power_within_six_weeks": round(found.share, 3),
            "median_days_until_found": found.median_days,
        }
    tell(figures, as_json="--json" in sys.argv)


if __name__ == "__main__":
    main()
