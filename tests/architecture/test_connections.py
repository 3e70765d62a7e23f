"""Who opens connections: nobody but `core.outbound` calls anybody over HTTP. Everything else is named here with its reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "proxeny"
CALLING = {
    "aiohttp", "asyncio.streams", "ftplib", "http.client", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socks", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc.client",
}  # fmt: skip
ALLOWED = {
    "core/outbound/connecting.py": {"http.client", "socket", "ssl"},
    "core/outbound/targets.py": {"socket"},
    "core/outbound/calling.py": {"http.client"},
    # Waits until the server that it has just started itself answers on this machine.
    "cli/up.py": {"http.client", "socket"},
    # Measure the server that they have started themselves on this machine.
    "cli/benches/page_clients.py": {"http.client"},
    "cli/benches/pages_bench.py": {"http.client", "socket"},
    "cli/benches/cases_bench.py": {"http.client"},
    # The name of this machine.
    "core/queue/worker.py": {"socket"},
    # What Django's own way to the mail server raises.
    "ledger/anchors/mail.py": {"smtplib"},
}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_nobody_else_opens_a_connection() -> None:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        names = {name for name in imported(path) if name in CALLING or name.split(".")[0] in CALLING}
        if calling := {name for name in names if name in CALLING} or names:
            found[str(path.relative_to(PACKAGE))] = calling
    assert found == {name: found.get(name, set()) for name in ALLOWED}, (
        "a connection goes through core.outbound"
    )
    for name, calling in found.items():
        assert calling <= ALLOWED[name], name
