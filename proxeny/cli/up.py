"""`proxeny up`: bring everything up to date and serve, web and worker as one."""

import socket
import sys
import time
from collections.abc import Callable, Sequence
from http.client import HTTPConnection, HTTPException

import click
from django.conf import settings
from django.core.checks import ERROR, run_checks

from proxeny.core import supervision, upkeep

WEB_WORKERS, THREADS_EACH = 2, 4
# Requests in flight may take this long to end, in seconds; less than the supervisor's own patience.
LAST_REQUESTS = 8
STARTS_WITHIN = 60.0
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  (named to be recognised)


@click.command("up")
@click.option("--demo", is_flag=True, help="Fill an empty installation with a made-up vendor.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--no-worker", is_flag=True, help="Serve the web only; `proxeny worker` runs elsewhere.")
def command(demo: bool, port: int, host: str, no_worker: bool) -> None:
    """Migrate, then serve web and worker; Ctrl-C stops both."""
    _check()
    _be_sure_that_free(host, port)
    _bring_up_to_date()
    greeting = _load_demo() if demo else []
    code = _setup_code()
    programs: dict[str, Sequence[str]] = {"web": _web(host, port)}
    if not no_worker:
        programs["worker"] = ["proxeny.cli.main", "worker"]
    fallen = supervision.run(programs, lambda goes_on: _greet(host, port, greeting, code, goes_on))
    if fallen:
        _say(
            f"{fallen} 意外退出,其余部分已停止。", f"{fallen} ended unexpectedly; the rest has been stopped."
        )
        sys.exit(1)


def _check() -> None:
    found = run_checks()
    for message in found:
        click.echo(str(message), err=True)
    if any(message.level >= ERROR for message in found):
        sys.exit(1)


def _bring_up_to_date() -> None:
    if newer := upkeep.from_the_future():
        _say(
            f"数据库来自更新的版本({newer[0]} …)。请升级程序,或恢复旧的备份。",
            f"The database comes from a newer version ({newer[0]} …). Upgrade, or restore an older backup.",
        )
        sys.exit(1)
    upkeep.migrate()
    if not settings.DEBUG:
        upkeep.collect_static_files()


def _load_demo() -> list[str]:
    from proxeny.cli import demo

    return demo.load_if_empty()


def _setup_code() -> str:
    """Return the code that lets somebody become the owner; nothing where there is one."""
    from proxeny.identity import founding, founding_code

    if founding.is_founded():
        founding_code.use_up()
        return ""
    return founding_code.standing()


def _web(host: str, port: int) -> list[str]:
    words = {
        "--interface": "wsgi",
        "--host": host,
        "--port": str(port),
        "--workers": str(WEB_WORKERS),
        "--blocking-threads": str(THREADS_EACH),
        "--workers-kill-timeout": str(LAST_REQUESTS),
        "--log-level": "warning",
    }
    return ["granian", *(word for pair in words.items() for word in pair), "proxeny.config.wsgi:application"]


def _be_sure_that_free(host: str, port: int) -> None:
    if _is_free(host, port):
        return
    other = next((other for other in range(port + 1, min(port + 100, 65536)) if _is_free(host, other)), None)
    hint = f"proxeny up --port {other}" if other else "--port"
    _say(f"端口 {port} 已被占用。可用:{hint}", f"Port {port} is in use. Free: {hint}")
    sys.exit(1)


def _is_free(host: str, port: int) -> bool:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError:
            return False
    return True


def _greet(host: str, port: int, greeting: Sequence[str], code: str, goes_on: Callable[[], bool]) -> None:
    """Wait until the web answers, then tell where; with a `code`, where whoever is first becomes the owner."""
    reached = EVERYWHERE.get(host, host)
    deadline = time.monotonic() + STARTS_WITHIN
    while not _answers(reached, port):
        if not goes_on() or time.monotonic() > deadline:
            return
        time.sleep(0.1)
    shown = f"[{reached}]" if ":" in reached else reached
    address = settings.ORIGIN or f"http://{shown}:{port}/"
    if code:
        link = f"{address.rstrip('/')}/welcome/?code={code}"
        _say(
            f"话事人已启动,这里还没有人。打开这个链接,成为所有者:\n  {link}",
            "Proxeny is up, and nobody is here yet: whoever opens that link becomes the owner. Ctrl-C stops it.",
        )
    else:
        _say(
            f"话事人已启动,请在浏览器打开 {address}",
            f"Proxeny is up: open {address} in a browser. Ctrl-C stops it.",
        )
    for line in greeting:
        click.echo(line)


def _answers(host: str, port: int) -> bool:
    """Tell whether a request is answered, in whatever way; the socket is open before anybody listens."""
    named = next((name for name in settings.ALLOWED_HOSTS if name[:1] not in {"*", "."}), host)
    connection = HTTPConnection(host, port, timeout=5)
    try:
        connection.request("HEAD", "/", headers={"Host": named})
        connection.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def _say(chinese: str, english: str) -> None:
    click.echo(f"{chinese}\n{english}")
