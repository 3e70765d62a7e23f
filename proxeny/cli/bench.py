"""`proxeny bench`: how quick it is here, always as a ratio to a reference in the same run."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from proxeny.cli.common import json_option

BENCHES = ("sweep", "import", "worlds", "pages", "cases", "search", "ledger")
MOST_SERIES = 1000
MOST_CUSTOMERS = 1000


@click.command("bench")
@click.argument("what", type=click.Choice(BENCHES))
@click.option(
    "--accounts", type=int, default=10_000, show_default=True, help="Customers (sweep, worlds, pages)."
)
@click.option("--cases", type=int, default=100_000, show_default=True, help="Cases (cases).")
@click.option("--texts", type=int, default=100_000, show_default=True, help="Texts (search).")
@click.option("--matters", type=int, default=100_000, show_default=True, help="Docket rows (pages).")
@click.option(
    "--entries", type=int, default=20_000, show_default=True, help="Ledger entries (pages, ledger)."
)
@click.option("--rounds", type=int, default=40, show_default=True, help="Requests to each page (pages).")
@click.option("--meters", type=int, default=3, show_default=True, help="Meters of each customer (sweep).")
@click.option("--days", type=int, default=730, show_default=True, help="Days of history (sweep).")
@click.option(
    "--file",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file to import (import).",
)
@click.option("--preset", default="transactions", show_default=True, help="What kind of file it is (import).")
@click.option(
    "--map", "pairs", multiple=True, metavar="ours=theirs", help="As for `proxeny import usage` (import)."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Which made-up worlds (worlds).")
@json_option
def command(
    what: str,
    accounts: int,
    cases: int,
    texts: int,
    matters: int,
    entries: int,
    rounds: int,
    meters: int,
    days: int,
    path: Path | None,
    preset: str,
    pairs: tuple[str, ...],
    seed: int,
    *,
    as_json: bool,
) -> None:
    """Measure the sweep, the import or the pages against a plain reference, in a home of its own that is thrown away."""
    if what == "import" and path is None:
        raise click.UsageError("bench import needs --file")
    words = {
        "sweep": [str(accounts), str(meters), str(days)],
        "import": [str(path), preset, *pairs],
        "pages": [str(accounts), str(matters), str(entries), str(rounds)],
        "cases": [str(min(accounts, MOST_CUSTOMERS)), str(cases), str(rounds)],
        "search": [str(texts)],
        "ledger": [str(entries)],
        "worlds": [str(min(accounts, MOST_SERIES)), str(seed)],
    }[what]
    with tempfile.TemporaryDirectory(prefix="proxeny-bench-") as home:
        environment = {**os.environ, "PROXENY_HOME": home}
        module = f"proxeny.cli.benches.{what}_bench"
        json_word = ["--json"] if as_json else []
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", module, *json_word, *words], env=environment, check=False
        )
    raise SystemExit(done.returncode)
