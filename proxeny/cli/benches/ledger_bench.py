"""Verifying very many entries against hashing the same bytes; appending against inserting the same rows.

Each figure is a ratio to a reference in the same run. On a database that has a record already nothing is done: what is laid out
here cannot be taken away again.
"""

import statistics
import sys
from typing import Any

from proxeny.cli.benches.measuring import in_child, seconds_of, tell
from proxeny.cli.main import prepare

WRITERS, ROUNDS = (1, 8), 5


def main() -> None:
    """Append with one writer and with eight; then lay out the entries, verify them, and hash the same bytes."""
    entries = int(next(word for word in sys.argv[1:] if word != "--json"))
    prepare("bench")
    from django.core.management import call_command
    from django.db import connection

    _refuse_a_record()
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    appends = [_appends(writers) for writers in WRITERS]
    connection.close()
    tell(
        {
            "database": connection.vendor,
            **_verifying(entries),
            **{name: value for figures in appends for name, value in figures.items()},
        },
        as_json="--json" in sys.argv,
    )


def _refuse_a_record() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        if "ledger_entry" not in connection.introspection.table_names(cursor):
            return
        cursor.execute("SELECT count(*) FROM ledger_entry")
        if cursor.fetchone()[0]:
            raise SystemExit("this database has a record already; name an empty one, or none, for the bench")


def _verifying(entries: int) -> dict[str, Any]:
    """Return the seconds of verifying so many entries, and of hashing alone."""
    from django.db import connection

    from proxeny.cli.benches import ledger_filling
    from proxeny.ledger import verifying

    begins = verifying.verify().entries
    _none, laid_out = seconds_of(lambda: ledger_filling.lay_out(begins, entries))
    report, verified = ledger_filling.spent_on(verifying.verify)
    if not report.ok:
        raise SystemExit(f"what was laid out does not hold: {report.breaks[:3]}")
    connection.close()
    peak = in_child(verifying.verify)["peak_mb"]
    everything, once = ledger_filling.hashing()
    return {
        "entries": report.entries,
        "lay_out_seconds": round(laid_out, 2),
        "verify_seconds": round(verified.wall, 2),
        "verify_cpu_seconds": round(verified.cpu, 2),
        "verify_peak_mb": peak,
        "hashing_seconds": round(everything.wall, 2),
        "hashing_cpu_seconds": round(everything.cpu, 2),
        "times_hashing": round(verified.wall / everything.wall, 2),
        "times_hashing_cpu": round(verified.cpu / everything.cpu, 2),
        "hashing_lines_and_texts_once_seconds": round(once.wall, 2),
        "times_hashing_lines_and_texts_once": round(verified.wall / once.wall, 2),
    }


def _appends(writers: int) -> dict[str, Any]:
    """Return how many entries so many writers append in a second, and plain rows they insert; medians of the rounds."""
    from proxeny.cli.benches import ledger_writers as work

    kinds = {
        "append": work.append,
        "insert_three_rows": work.insert_three_rows,
        "insert_one_row": work.insert_one_row,
    }
    work.make_plain_tables(is_again=writers != WRITERS[0])
    rates: dict[str, list[float]] = {name: [] for name in kinds}
    for _round in range(ROUNDS):
        for name, write in kinds.items():
            rates[name].append(work.per_second(write, writers))
    each = {name: statistics.median(found) for name, found in rates.items()}
    ratios = {
        name: statistics.median(one / other for one, other in zip(rates["append"], rates[name], strict=True))
        for name in kinds
        if name != "append"
    }
    return {
        **{f"{name}_{writers}_writers_per_second": round(rate, 1) for name, rate in each.items()},
        **{f"append_of_{name}_{writers}_writers": round(ratio, 2) for name, ratio in ratios.items()},
    }


if __name__ == "__main__":
    main()
