import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from tests.services import postgres

pytestmark = pytest.mark.drill
CHECKOUT = Path(__file__).resolve().parents[2]
JOBS, KILLS, WORKERS = 400, 6, 2
LEASES_LONG = 5.0  # seconds; a lease of the drill is 2


class Home:
    """A home of its own, and what is done to it from outside."""

    def __init__(self, folder: Path, database: str | None) -> None:
        self.folder = folder
        self.environment = {**os.environ, "PROXENY_HOME": str(folder), "DATABASE_URL": database or ""}

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.drills.queue_home", *words],
            cwd=CHECKOUT,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    def worker(self) -> subprocess.Popen[str]:
        process = self.start("work")
        assert process.stdout
        assert process.stdout.readline() == "working\n"
        return process

    def ask(self, *words: str) -> str:
        process = self.start(*words)
        answer, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        return answer

    def look(self) -> dict[str, Any]:
        return dict(json.loads(self.ask("look")))

    def wait_for(self, wish: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        deadline = time.monotonic() + 60
        while not wish(found := self.look()):
            assert time.monotonic() < deadline, found
            time.sleep(0.2)
        return found

    def report(self) -> dict[str, Any]:
        return dict(json.loads(self.ask("report")))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    with postgres.cluster() if request.param == "postgres" else nullcontext() as database:
        if request.param == "postgres" and database is None:
            pytest.skip("no PostgreSQL can be had here")
        yield Home(tmp_path, database)


def test_every_effect_happens_once_though_workers_are_killed(home: Home) -> None:
    home.ask("prepare", str(JOBS))
    chance = random.Random(20261122)
    workers = [home.worker() for _ in range(WORKERS)]
    try:
        for number in range(KILLS):
            time.sleep(chance.uniform(0.1, 0.4))
            victim = workers[number % WORKERS]
            victim.kill()
            victim.wait()
            assert victim.stdout
            victim.stdout.close()
            workers[number % WORKERS] = home.worker()
        deadline = time.monotonic() + 60
        while (found := home.report())["unfinished"] and time.monotonic() < deadline:
            time.sleep(0.5)
    finally:
        for process in workers:
            process.kill()
            process.communicate()
    assert found["begun_again"], "no worker was killed in the middle of a job"
    assert found["marks"] == list(range(JOBS))
    assert found["successful"] == JOBS


def test_a_job_longer_than_its_lease_stays_with_its_worker(home: Home) -> None:
    home.ask("prepare_long")
    workers = [home.worker() for _ in range(WORKERS)]
    try:
        home.wait_for(lambda job: job["done"] > 0)
        time.sleep(LEASES_LONG)
        (home.folder / "enough").touch()
        assert home.wait_for(lambda job: job["status"] == "SUCCESSFUL")["attempt"] == 1
    finally:
        for process in workers:
            process.kill()
            process.communicate()


def test_a_running_job_ends_when_another_process_asks(home: Home) -> None:
    home.ask("prepare_long")
    process = home.worker()
    try:
        home.wait_for(lambda job: job["status"] == "RUNNING")
        home.ask("cancel")
        home.wait_for(lambda job: job["status"] == "CANCELLED")
    finally:
        process.kill()
        process.communicate()
