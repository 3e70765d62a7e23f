"""The sweep of a made-up vendor, the next day's, and the same screen as plain pandas."""

import sys
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from proxeny.cli.benches.measuring import in_child, tell
from proxeny.cli.main import prepare

LAST = date(2026, 6, 30)
ONE_BY_ONE = 300  # series that the slow reference is measured on; its time for all follows in proportion


def main() -> None:
    """Make the vendor, then measure each sweep in a child of its own."""
    words = [word for word in sys.argv[1:] if word != "--json"]
    accounts, meters, length = map(int, words)
    prepare()
    from django.core.management import call_command

    # Loaded before the forks, so that only the work itself is measured.
    import proxeny.docket.sweeping  # noqa: F401
    from proxeny.analytics.usage import binding
    from proxeny.cli.benches import made_up_vendor
    from proxeny.judgement import days

    binding.warm_up()
    days.types(LAST - timedelta(days=1000), LAST)
    with suppress(ImportError):
        import pandas as pd  # noqa: F401  (the engine's results look for it)
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    made_up_vendor.make(accounts, meters, LAST - timedelta(days=length - 1), LAST)
    on = LAST + timedelta(days=1)
    full = in_child(lambda: _sweep(on))
    again = in_child(lambda: _sweep(on))
    made_up_vendor.add_day(accounts, meters, on)
    increment = in_child(lambda: _sweep(on + timedelta(days=1)))
    figures: dict[str, Any] = {
        "rows": accounts * meters * length,
        "series": accounts * meters,
        "full_sweep": full,
        "same_day_again": again,
        "next_day": increment,
        "next_day_share_of_full": round(increment["seconds"] / full["seconds"], 3),
    }
    try:
        from proxeny.cli.benches import pandas_screen
    except ImportError:
        figures["pandas"] = "not installed: the reference is left out"
    else:
        reference = in_child(lambda: pandas_screen.screen(on))
        figures["plainer_screen_in_pandas_columns"] = reference
        figures["times_quicker_than_pandas_columns"] = round(reference["seconds"] / full["seconds"], 1)
        few = min(ONE_BY_ONE, accounts * meters)
        same = in_child(lambda: pandas_screen.one_by_one(on, few))
        scaled = same["seconds"] * accounts * meters / few
        figures["same_screen_in_pandas_groupby"] = {
            "series": few,
            **same,
            "seconds_for_all": round(scaled, 1),
        }
        figures["times_quicker_than_pandas_groupby"] = round(scaled / full["seconds"], 1)
    tell(figures, as_json="--json" in sys.argv)


def _sweep(on: date) -> None:
    from proxeny.core.actors import Actor
    from proxeny.docket import sweeping

    sweeping.sweep(on, by=Actor.system("bench"))


if __name__ == "__main__":
    main()
