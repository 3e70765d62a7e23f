"""Queue, case, search, opening and replying over loopback with very many cases; each beside a bare list in the same run."""

import re
import sys
import time
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote, urlencode

from proxeny.cli.benches.cases_kept import Kept
from proxeny.cli.benches.measuring import seconds_of, tell
from proxeny.cli.benches.page_clients import Reader, Taken
from proxeny.cli.main import prepare

AT_ONCE, TOKENS = 8, re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
HEADINGS = ("operation", "median", "p95", "×bare", "8: median", "8: p95", "queries", "HTML")
ROW = "{:<22}{:>9}{:>9}{:>8}{:>11}{:>9}{:>9}{:>9}"
BARE = "/bare/list/"


class Writer(Reader):
    """A colleague who also sends forms; the time of a sending includes the page that it lands on."""

    def __init__(self, port: int, cookie: str) -> None:
        super().__init__(port, cookie)
        self._port, self._cookie = port, cookie
        self._token = ""

    def send(self, address: str, fields: dict[str, str], taken: Taken) -> None:
        """Send a form and follow where it leads; raise RuntimeError where it was refused."""
        if not self._token:
            self._sign()
        body = urlencode({**fields, "csrfmiddlewaretoken": self._token})
        headers = {
            **self._headers,
            "Content-Type": "application/x-www-form-urlencoded",
            "Referer": f"http://127.0.0.1:{self._port}/",
        }
        begun = time.perf_counter()
        self._connection.request("POST", address, body=body, headers=headers)
        answer = self._connection.getresponse()
        answer.read()
        if answer.status not in (302, 303):
            raise RuntimeError(f"POST {address}: {answer.status}")
        leads = (answer.headers["Location"] or "/").partition("#")[0]
        self._connection.request("GET", leads, headers=self._headers)
        page = self._connection.getresponse()
        text = page.read()
        taken.times.append((time.perf_counter() - begun) * 1000)
        taken.sent = taken.html = len(text)
        if page.status != 200:
            raise RuntimeError(f"{leads}: {page.status}")

    def _sign(self) -> None:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=60)
        connection.request(
            "GET", "/cases/new/", headers={"Cookie": self._cookie, "Accept-Encoding": "identity"}
        )
        answer = connection.getresponse()
        found = TOKENS.search(answer.read())
        cookie = answer.headers.get("Set-Cookie", "").partition(";")[0]
        connection.close()
        if found is None:
            raise RuntimeError("the form of a new case has no token")
        self._token = found[1].decode()
        self._headers = {**self._headers, "Cookie": f"{self._cookie}; {cookie}"}


def main() -> None:
    """Make the vendor and its cases, serve them, measure."""
    accounts, cases, rounds = map(int, (word for word in sys.argv[1:] if word != "--json"))
    prepare("bench")
    from django.core.management import call_command

    from proxeny.cli.benches import cases_vendor, pages_bench, pages_vendor, pages_wsgi
    from proxeny.core import clock, upkeep

    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    upkeep.collect_static_files()
    pages_wsgi.add_bare_pages()
    pages_vendor.make_customers(accounts, clock.today())
    kept, seeding = seconds_of(cases_vendor.CasesVendor(cases, clock.now()).make)
    cookie = pages_bench.cookie_of_reader()
    reads = _addresses(kept)
    queries = {name: pages_bench.queries_of(cookie, address) for name, address in reads.items()}
    with pages_bench.served() as port:
        found = {
            "found_zh": _found(port, cookie, cases_vendor.CHINESE_WORD, kept.chinese),
            "found_en": _found(port, cookie, cases_vendor.ENGLISH_WORD, kept.english),
        }
        figures = _measured(port, cookie, reads, kept, rounds)
    for name, count in queries.items():
        figures[name]["queries"] = count
    document = {
        "cases": cases,
        "accounts": accounts,
        "seeding_seconds": round(seeding, 1),
        **found,
        "operations": figures,
    }
    if "--json" in sys.argv:
        tell(document, as_json=True)
    else:
        _print(document)


def _addresses(kept: Kept) -> dict[str, str]:
    from proxeny.cli.benches.cases_vendor import CHINESE_WORD, ENGLISH_WORD

    return {
        "bare": BARE,
        "list": "/cases/",
        "view": f"/cases/{kept.long[0]}/",
        "search_zh": f"/search/?q={quote(CHINESE_WORD)}",
        "search_en": f"/search/?q={quote(ENGLISH_WORD)}",
    }


def _found(port: int, cookie: str, word: str, numbers: list[int]) -> str:
    """Return how many of the cases that hold the word its search names, on all its pages."""
    named: set[int] = set()
    for page in range(1, 8):
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", f"/search/?q={quote(word)}&page={page}", headers={"Cookie": cookie})
        answer = connection.getresponse()
        named |= {int(one) for one in re.findall(rb'href="/cases/(\d+)/', answer.read())}
        connection.close()
        if answer.status != 200:
            break
    return f"{len(named & set(numbers))}/{len(numbers)}"


def _measured(
    port: int, cookie: str, reads: dict[str, str], kept: Kept, rounds: int
) -> dict[str, dict[str, Any]]:
    from proxeny.cli.benches.page_clients import at_once

    long = kept.long

    def go(writer: Writer, name: str, taken: Taken, turn: int) -> None:
        if name == "create":
            fields = {"text": f"新的一件 {turn}，导出 timeout。" * 12, "account": _account(), "severity": "3"}
            writer.send("/cases/new/", fields, taken)
        elif name == "reply":
            fields = {"audience": "note", "text": f"第 {turn} 次核对过日志，proxy 正常。" * 12}
            writer.send(f"/cases/{long[turn % len(long)]}/messages/", fields, taken)
        elif name == "view":
            writer.read(f"/cases/{long[turn % len(long)]}/", taken)
        else:
            writer.read(reads[name], taken)

    names = [*reads, "create", "reply"]
    alone = {name: Taken() for name in names}
    writer = Writer(port, cookie)
    for turn in range(rounds + 3):
        for name in names:
            go(writer, name, alone[name] if turn >= 3 else Taken(), turn)
    together = {
        name: at_once(AT_ONCE, max(2, rounds // 4), lambda: Writer(port, cookie), name, go) for name in names
    }
    bare = alone["bare"].median
    return {
        name: {
            "median_ms": round(alone[name].median, 1),
            "p95_ms": round(alone[name].p95, 1),
            "times_bare": round(alone[name].median / bare, 2),
            "median_ms_of_8": round(together[name].median, 1),
            "p95_ms_of_8": round(together[name].p95, 1),
            "queries": "",
            "html_bytes": alone[name].html,
        }
        for name in names
    }


def _account() -> str:
    from proxeny.accounts.models import Account

    return str(Account.objects.order_by("pk").values_list("pk", flat=True)[0])


def _print(document: dict[str, Any]) -> None:
    tell({name: value for name, value in document.items() if name != "operations"}, as_json=False)
    print(ROW.format(*HEADINGS))
    order = ("median_ms", "p95_ms", "times_bare", "median_ms_of_8", "p95_ms_of_8", "queries", "html_bytes")
    for name, one in document["operations"].items():
        print(ROW.format(name, *(one[key] for key in order)))


if __name__ == "__main__":
    main()
