"""The import of a file end to end, against DuckDB reading the same file into a table in the same run."""

import sys
from pathlib import Path
from typing import Any

from proxeny.cli.benches.measuring import seconds_of, tell
from proxeny.cli.main import prepare

RUNS = 5


def main() -> None:
    """Import the file and read it plainly, in turns; tell the middle of each and their ratio."""
    words = [word for word in sys.argv[1:] if word != "--json"]
    path, preset, pairs = Path(words[0]), words[1], words[2:]
    prepare()
    from proxeny.analytics.usage import plain_reading
    from proxeny.analytics.usage.reading.how import How
    from proxeny.cli.imports.common import mapping_of

    how = How(preset=preset, mapping=mapping_of(pairs), currency="EUR", meter="bench")
    ours, plain, first = [], [], 0.0
    for run in range(RUNS):
        document, seconds = seconds_of(lambda: _import(path, how))
        first = first or seconds
        ours += [seconds] if run else []
        plain.append(seconds_of(lambda: plain_reading.rows_in(path))[1])
    middle, reference = sorted(ours)[len(ours) // 2], sorted(plain)[len(plain) // 2]
    figures = {
        "rows": document["rows"],
        "sums": document["sums"]["amount"],
        "first_import_with_new_customers_seconds": round(first, 3),
        "import_seconds": round(middle, 3),
        "duckdb_table_seconds": round(reference, 3),
        "import_times_duckdb": round(middle / reference, 2),
    }
    tell(figures, as_json="--json" in sys.argv)


def _import(path: Path, how: Any) -> dict[str, Any]:
    from proxeny.core.actors import Actor
    from proxeny.intake import receiving
    from proxeny.intake.models import Batch
    from proxeny.usage import importing

    bench = Actor.system("bench")
    with path.open("rb") as stream:
        batch = receiving.receive(stream, path.name, Batch.Kind.USAGE, by=bench)
    return importing.import_usage(batch, how, by=bench, create_accounts=True)


if __name__ == "__main__":
    main()
