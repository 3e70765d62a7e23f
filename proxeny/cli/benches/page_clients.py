"""Readers over loopback, who keep their connection, one at a time or several at once."""

import gzip
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection
from statistics import median, quantiles
from typing import TypeVar

HEADERS = {"Accept-Encoding": "gzip", "Accept": "text/html"}


@dataclass
class Taken:
    """Milliseconds of each request to one page, and how large it was: as it came, and as HTML."""

    times: list[float] = field(default_factory=list)
    sent: int = 0
    html: int = 0

    @property
    def median(self) -> float:
        """The time that half of the requests took at most."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """The time that nineteen of twenty took at most."""
        return quantiles(self.times, n=20)[-1] if len(self.times) > 1 else self.times[0]


class Reader:
    """One reader with a session and a connection of their own."""

    def __init__(self, port: int, cookie: str) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._headers = {**HEADERS, "Cookie": cookie}

    def read(self, address: str, taken: Taken) -> None:
        """Ask for a page and note how long it took; raise RuntimeError where it is no page."""
        begun = time.perf_counter()
        self._connection.request("GET", address, headers=self._headers)
        answer = self._connection.getresponse()
        body = answer.read()
        taken.times.append((time.perf_counter() - begun) * 1000)
        if answer.status != 200:
            raise RuntimeError(f"{address}: {answer.status}")
        packed = answer.headers.get("Content-Encoding") == "gzip"
        taken.sent, taken.html = len(body), len(gzip.decompress(body) if packed else body)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def take(port: int, cookie: str, addresses: list[str], rounds: int) -> dict[str, Taken]:
    """One reader goes through all pages in turn, `rounds` times: what disturbs the machine disturbs all alike."""
    reader, found = Reader(port, cookie), {address: Taken() for address in addresses}
    for _round in range(rounds):
        for address in addresses:
            reader.read(address, found[address])
    reader.close()
    return found


R = TypeVar("R", bound="Reader")


def at_once(
    readers: int, rounds: int, make: Callable[[], R], name: str, go: Callable[[R, str, Taken, int], None]
) -> Taken:
    """Have several readers do the same over and over at the same time, each in turns of its own; raise what went wrong."""
    taken = [Taken() for _reader in range(readers)]
    faults: list[Exception] = []

    def run(number: int) -> None:
        reader = make()
        try:
            for turn in range(rounds):
                go(reader, name, taken[number], 1000 * (number + 1) + turn)
        except Exception as fault:  # noqa: BLE001  (told by the caller: a thread has nobody to tell)
            faults.append(fault)
        finally:
            reader.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return Taken([ms for one in taken for ms in one.times], taken[0].sent, taken[0].html)


def take_at_once(port: int, cookie: str, address: str, readers: int, rounds: int) -> Taken:
    """Several readers ask for one page over and over at the same time."""
    taken = [Taken() for _reader in range(readers)]
    faults: list[Exception] = []

    def go(one: Taken) -> None:
        reader = Reader(port, cookie)
        try:
            for _round in range(rounds):
                reader.read(address, one)
        except Exception as fault:  # noqa: BLE001  (told by the caller: a thread has nobody to tell)
            faults.append(fault)
        finally:
            reader.close()

    threads = [threading.Thread(target=go, args=[one]) for one in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return Taken([ms for one in taken for ms in one.times], taken[0].sent, taken[0].html)
