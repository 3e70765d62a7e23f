import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from proxeny.cli import up


@pytest.fixture
def _checks_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(up, "_check", lambda: None)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.usefixtures("_checks_pass")
def test_a_port_in_use_is_said_in_both_languages_with_a_free_one(
    taken_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        up,
        "_bring_up_to_date",
        lambda: pytest.fail("nothing is changed before it is known that it can serve"),
    )
    result = CliRunner().invoke(up.command, ["--port", str(taken_port)])
    assert result.exit_code == 1
    assert f"端口 {taken_port} 已被占用" in result.output
    free = int(result.output.rstrip().rsplit(" ", 1)[1])
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", free))


@pytest.mark.usefixtures("_checks_pass")
def test_a_database_from_a_newer_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proxeny.core.upkeep.from_the_future", lambda: ["core.0999_from_the_future"])
    monkeypatch.setattr(
        "proxeny.core.upkeep.migrate", lambda: pytest.fail("a newer database must not be touched")
    )
    result = CliRunner().invoke(up.command, ["--port", str(free_port())])
    assert result.exit_code == 1
    assert "core.0999_from_the_future" in result.output


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.drill
@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_web_and_worker_come_and_go_as_one(tmp_path: Path, word: int) -> None:
    port = free_port()
    command = [sys.executable, "-m", "proxeny.cli.main", "up", "--port", str(port)]
    home = {**os.environ, "PROXENY_HOME": str(tmp_path / "home"), "PROXENY_LANGUAGE": "en"}
    with subprocess.Popen(
        command, env=home, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if "whoever opens that link" in line:
                break
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
            assert answer.status == 200
        if word == signal.SIGINT:
            os.killpg(process.pid, word)  # as a terminal does
        else:
            os.kill(process.pid, word)
        assert process.wait(timeout=30) == (0 if word != signal.SIGKILL else -signal.SIGKILL)
    deadline = time.monotonic() + 30
    while members(process.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert members(process.pid) == []


def members(group: int) -> list[str]:
    listed = subprocess.run(
        ["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True
    ).stdout
    lines = [line.split(maxsplit=2) for line in listed.splitlines()]
    return [line[2] for line in lines if line[0] == str(group) and not line[1].startswith("Z")]
