"""The pages of the workbench over loopback, each as a ratio to a bare page of the same table in the same run.

`/bare/frame/` is a page with nothing in it, `/bare/list/` a list of fifty rows of eight plain columns: what the frame and
the lists cost whatever stands in them. CPU is the processor's time of one request, taken without server and socket.
"""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from proxeny.cli.benches.measuring import seconds_of, tell
from proxeny.cli.main import prepare

ROUNDS, AT_ONCE, ROUNDS_AT_ONCE = 40, 8, 10
BARE_ACCOUNTS, BARE_DOCKET = "/bare/accounts/", "/bare/docket/"
PAGES = {
    "/bare/frame/": BARE_ACCOUNTS,
    "/bare/list/": BARE_ACCOUNTS,
    "/": BARE_DOCKET,
    "/docket/rest/?page=1": BARE_DOCKET,
    "/accounts/": BARE_ACCOUNTS,
    "/accounts/?sort=money": BARE_ACCOUNTS,
    "/accounts/?q=xinghe": BARE_ACCOUNTS,
    "/accounts/?page=40": BARE_ACCOUNTS,
    "/accounts/{account}/": BARE_ACCOUNTS,
    "/palette/?q=xinghe": BARE_ACCOUNTS,
}
HEADINGS = (
    "page",
    "CPU",
    "median",
    "p95",
    "×bare",
    "8: median",
    "8: p95",
    "8: ×bare",
    "queries",
    "HTML",
    "sent",
)
ROW = "{:<26}{:>7}{:>9}{:>9}{:>8}{:>11}{:>9}{:>10}{:>9}{:>9}{:>9}"


def main() -> None:
    """Make the vendor, serve it, measure."""
    accounts, matters, entries, rounds = map(int, (word for word in sys.argv[1:] if word != "--json"))
    prepare("bench")
    from django.core.management import call_command

    from proxeny.cli.benches import pages_vendor, pages_wsgi
    from proxeny.cli.benches.page_costs import cpu_ms
    from proxeny.core import clock, upkeep

    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    upkeep.collect_static_files()
    pages_wsgi.add_bare_pages()
    _made, seeding = seconds_of(lambda: pages_vendor.make(accounts, matters, entries, clock.today()))
    cookie, addresses = _signed_in()
    _shown, first = seconds_of(lambda: client_of(cookie).get("/accounts/"))
    queries = {address: queries_of(cookie, address) for address in addresses}
    costs = {one: cpu_ms(pages_wsgi.application, cookie, one, rounds) for one in addresses}
    with served() as port:
        figures = _measured(port, cookie, addresses, rounds)
    for address, one in figures.items():
        one["queries"], one["cpu_ms"] = queries[address], round(costs[address], 1)
    document = {
        "accounts": accounts,
        "docket_rows": matters,
        "ledger_entries": entries,
        "seeding_seconds": round(seeding, 1),
        "first_list_of_a_day_seconds": round(first, 1),
        "pages": figures,
    }
    if "--json" in sys.argv:
        tell(document, as_json=True)
    else:
        _print(document)


def cookie_of_reader() -> str:
    """Return the session cookie of the lead who reads."""
    from django.conf import settings
    from django.test import Client

    from proxeny.cli.benches.pages_vendor import READER
    from proxeny.identity.models import Staff

    client = Client()
    client.force_login(Staff.objects.get(username=READER))
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def _signed_in() -> tuple[str, dict[str, str]]:
    """Return the cookie of a lead, and the addresses that lead somewhere, each with its bare page."""
    from django.conf import settings
    from django.test import Client
    from django.urls import Resolver404, resolve

    from proxeny.accounts.models import Account
    from proxeny.cli.benches.pages_vendor import READER
    from proxeny.identity.models import Staff

    client, some = Client(), Account.objects.order_by("pk")[0].pk
    client.force_login(Staff.objects.get(username=READER))
    found = {BARE_ACCOUNTS: BARE_ACCOUNTS, BARE_DOCKET: BARE_DOCKET}
    for pattern, bare in PAGES.items():
        address = pattern.format(account=some)
        try:
            resolve(address.partition("?")[0])
        except Resolver404:
            continue
        found[address] = bare
    return f"sessionid={client.cookies[settings.SESSION_COOKIE_NAME].value}", found


def client_of(cookie: str) -> Any:
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    name, _sign, value = cookie.partition("=")
    client.cookies[name] = value
    return client


def queries_of(cookie: str, address: str) -> int:
    """Count what the page asks of the database when it is shown for the second time."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = client_of(cookie)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


@contextmanager
def served() -> Iterator[int]:
    """Start the server as `proxeny up` does, but for the bare pages; yield its port."""
    from proxeny.cli.up import _web

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    words = [*_web("127.0.0.1", port)[:-1], "proxeny.cli.benches.pages_wsgi:application"]
    server = subprocess.Popen([sys.executable, "-m", *words])
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("HEAD", "/me/login/")
            connection.getresponse()
        except OSError:
            time.sleep(0.1)
        else:
            connection.close()
            return
    raise RuntimeError("the server did not start")


def _measured(port: int, cookie: str, addresses: dict[str, str], rounds: int) -> dict[str, dict[str, Any]]:
    from proxeny.cli.benches.page_clients import take, take_at_once

    for address in addresses:
        take_at_once(port, cookie, address, AT_ONCE, 2)  # every thread of every worker has been there once
    alone = take(port, cookie, list(addresses), rounds)
    together = {one: take_at_once(port, cookie, one, AT_ONCE, max(2, rounds // 4)) for one in addresses}
    return {
        address: {
            "median_ms": round(alone[address].median, 1),
            "p95_ms": round(alone[address].p95, 1),
            "times_bare": round(alone[address].median / alone[bare].median, 2),
            "median_ms_of_8": round(together[address].median, 1),
            "p95_ms_of_8": round(together[address].p95, 1),
            "times_bare_of_8": round(together[address].median / together[bare].median, 2),
            "html_bytes": alone[address].html,
            "sent_bytes": alone[address].sent,
        }
        for address, bare in addresses.items()
    }


def _print(document: dict[str, Any]) -> None:
    tell({name: value for name, value in document.items() if name != "pages"}, as_json=False)
    print(ROW.format(*HEADINGS))
    order = (
        "cpu_ms", "median_ms", "p95_ms", "times_bare", "median_ms_of_8", "p95_ms_of_8", "times_bare_of_8", "queries",
        "html_bytes", "sent_bytes",
    )  # fmt: skip
    for address, one in document["pages"].items():
        print(ROW.format(address, *(one[name] for name in order)))


if __name__ == "__main__":
    main()
