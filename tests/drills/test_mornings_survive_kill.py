import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.services import postgres

pytestmark = pytest.mark.drill
CHECKOUT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("PROXENY_TEST_KILLS", "5"))
DAYS, ACCOUNTS = 240, 12
FIRST = date(2026, 1, 5)


class Morning:
    """A process that imports and sweeps on command, each time in a child that can be killed."""

    def __init__(self, home: Path, database: str | None) -> None:
        environment = {**os.environ, "PROXENY_HOME": str(home), "DATABASE_URL": database or ""}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.drills.morning_home"],
            cwd=CHECKOUT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.hear() == {"ready": True}

    def say(self, words: str) -> None:
        assert self.process.stdin
        print(words, file=self.process.stdin, flush=True)

    def hear(self) -> dict[str, Any]:
        assert self.process.stdout
        return dict(json.loads(self.process.stdout.readline()))

    def run(self, words: str, kill_after: float | None) -> dict[str, Any] | None:
        """Do it and return its acknowledgement, or None if it was killed before it could give one."""
        self.say(words)
        child = self.hear()["child"]
        if kill_after is not None:
            time.sleep(kill_after)
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        answer = None
        while (heard := self.hear()) != {"ended": child}:
            answer = heard
        return answer

    def report(self) -> dict[str, Any]:
        self.say("report")
        return self.hear()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def morning(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Morning]:
    with postgres.cluster() if request.param == "postgres" else nullcontext() as database:
        if request.param == "postgres" and database is None:
            pytest.skip("no PostgreSQL can be had here")
        started = Morning(tmp_path / "home", database)
        yield started
        assert started.process.stdin
        started.process.stdin.close()
        started.process.wait(timeout=30)


def file_of(folder: Path, number: int) -> Path:
    """Twelve customers of this file alone, eight months of days; the first one falls in the last month."""
    path = folder / f"usage-{number}.csv"
    lines = ["account,meter,day,quantity,amount"]
    for account in range(ACCOUNTS):
        for day in range(DAYS):
            level = 100 if day < 210 or account else 40
            lines.append(
                f"F{number}-{account},disk,{FIRST + timedelta(days=day)},{level + day % 7},{level}.50"
            )
    path.write_text("\n".join(lines), "utf-8")
    return path


def usual_seconds(morning: Morning, words: str) -> float:
    begun = time.monotonic()
    assert morning.run(words, None)
    return time.monotonic() - begun


def test_an_import_that_is_killed_leaves_all_of_its_batch_or_nothing(
    morning: Morning, tmp_path: Path
) -> None:
    chance = random.Random(7)
    whole = usual_seconds(morning, f"import {file_of(tmp_path, 0)}")
    acknowledged = {1}
    for number in range(1, KILLS + 1):
        answer = morning.run(f"import {file_of(tmp_path, number)}", chance.uniform(0.02, 1.1 * whole))
        if answer:
            acknowledged.add(answer["acknowledged"])
    found = morning.report()
    done = {number for number, _file in found["done"]}
    assert acknowledged <= done
    assert set(found["batches_with_parts"]) == done
    files_done = {Path(name).stem.partition("-")[2] for _number, name in found["done"]}
    assert {account.partition("-")[0][1:] for account in found["rows"]} == files_done
    assert set(found["rows"].values()) == {DAYS}
    assert len(found["rows"]) == ACCOUNTS * len(files_done)
    assert found["ledger"]["ok"]
    print(
        f"{KILLS} imports killed: {len(acknowledged) - 1} acknowledged, {len(done) - 1} visible, each whole"
    )


def test_a_sweep_that_is_killed_leaves_the_whole_docket_or_none(morning: Morning, tmp_path: Path) -> None:
    chance = random.Random(11)
    assert morning.run(f"import {file_of(tmp_path, 0)}", None)
    days = [FIRST + timedelta(days=216 + number % 24) for number in range(KILLS)]
    whole = usual_seconds(morning, f"sweep {days[0]}")
    acknowledged = {str(days[0])}
    for day in days[1:]:
        answer = morning.run(f"sweep {day}", chance.uniform(0.02, 1.1 * whole))
        if answer:
            acknowledged.add(answer["acknowledged"])
    killed = morning.report()
    assert acknowledged <= set(killed["sweeps"])
    assert killed["ledger"]["ok"]
    for day in days:
        assert morning.run(f"sweep {day}", None)
    again = morning.report()
    assert any(again["sweeps"].values())
    for day, swings in killed["sweeps"].items():
        assert swings == again["sweeps"][day]
        assert killed["sightings"].get(day, 0) == again["sightings"].get(day, 0)
    print(
        f"{KILLS} sweeps killed: {len(acknowledged)} acknowledged, {len(killed['sweeps'])} visible, each whole"
    )
