"""What a page costs the processor: asked of the application itself, in this process, without a socket.

Time on the wall tells how busy the machine is with other things; time of the processor tells what the page does.
"""

import io
import sys
import time
from collections.abc import Callable, Iterable
from statistics import median
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
WARM_UP = 4


def cpu_ms(application: Application, cookie: str, address: str, rounds: int) -> float:
    """Return the milliseconds of processor time that half of the requests took at most."""
    for _round in range(WARM_UP):
        _ask(application, cookie, address)
    taken = []
    for _round in range(rounds):
        begun = time.process_time()
        _ask(application, cookie, address)
        taken.append((time.process_time() - begun) * 1000)
    return median(taken)


def _ask(application: Application, cookie: str, address: str) -> None:
    """Ask as a browser does through the server; raise RuntimeError where it is no page."""
    path, _mark, query = address.partition("?")
    said: list[str] = []
    answer = application(_environ(path, query, cookie), lambda status, *_headers: said.append(status))
    b"".join(answer)
    if close := getattr(answer, "close", None):
        close()
    if not said[0].startswith("200"):
        raise RuntimeError(f"{address}: {said[0]}")


def _environ(path: str, query: str, cookie: str) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_ACCEPT": "text/html",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "HTTP_COOKIE": cookie,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
