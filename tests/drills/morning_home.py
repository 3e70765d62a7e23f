"""Run by the drill in a process of its own: it forks for each import or sweep, so that only the work itself is killed.

Reads commands from standard input (`import PATH`, `sweep DAY`, `report`) and answers each with lines of JSON.
"""

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "proxeny.config.settings")
django.setup()

import ibis.backends.duckdb  # noqa: E402, F401  (loaded once, not by every child)
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402

from proxeny.analytics.usage.reading.how import How  # noqa: E402
from proxeny.core.actors import Actor  # noqa: E402
from proxeny.docket import sweeping  # noqa: E402
from proxeny.docket.models import Sighting  # noqa: E402
from proxeny.intake import receiving  # noqa: E402
from proxeny.intake.models import Batch  # noqa: E402
from proxeny.judgement.models import Sweep  # noqa: E402
from proxeny.ledger import verifying  # noqa: E402
from proxeny.usage import importing, store  # noqa: E402
from proxeny.usage.models import Part  # noqa: E402

DRILL = Actor.system("drill")


def bring_in(path: str) -> dict[str, Any]:
    """Import one file; the answer is the acknowledgement."""
    with Path(path).open("rb") as stream:
        batch = receiving.receive(stream, Path(path).name, Batch.Kind.USAGE, by=DRILL)
    importing.import_usage(batch, How(preset="long", currency="CNY"), by=DRILL, create_accounts=True)
    return {"acknowledged": batch.pk}


def look_over(day: str) -> dict[str, Any]:
    """Sweep one day; the answer is the acknowledgement."""
    done = sweeping.sweep(date.fromisoformat(day), by=DRILL)
    return {"acknowledged": day, "swings": done.swings.count()}


def report() -> dict[str, Any]:
    """Say everything that is visible."""
    facts = store.facts()
    rows: dict[str, int] = {}
    for row in facts.daily().to_pylist() if facts.snapshot.parts else []:
        rows[row["account"]] = rows.get(row["account"], 0) + 1
    return {
        "done": list(Batch.objects.filter(state=Batch.State.DONE).values_list("pk", "file_name")),
        "batches_with_parts": sorted(set(Part.objects.filter(is_live=True).values_list("batch_id", flat=True))),
        "rows": rows,
        "sweeps": {str(one.on): one.swings.count() for one in Sweep.objects.all()},
        "sightings": {str(day): Sighting.objects.filter(on=day, matter__kind="swing").count() for day in
                      Sighting.objects.values_list("on", flat=True).distinct()},
        "ledger": verifying.verify().as_json(),
    }  # fmt: skip


def main() -> None:
    """Answer commands until standard input ends; each import and sweep runs in a fork that says its process number first."""
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    connections.close_all()  # or every child would speak through the same one
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        command, _, argument = line.strip().partition(" ")
        if command == "report":
            print(json.dumps(report()), flush=True)
            connections.close_all()
            store.engine().close()
            continue
        if child := os.fork():
            print(json.dumps({"child": child}), flush=True)
            os.waitpid(child, 0)
            print(json.dumps({"ended": child}), flush=True)
        else:
            answer = bring_in(argument) if command == "import" else look_over(argument)
            os.write(1, (json.dumps(answer) + "\n").encode())
            os._exit(0)


if __name__ == "__main__":
    main()
