"""What is to be called: reading the URL strictly, and looking its host up once."""

import socket
import threading
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from proxeny.core.outbound.addresses import refusal
from proxeny.core.outbound.deadline import Deadline
from proxeny.core.outbound.refusals import NoAnswer, Refused

PORTS = {"http": 80, "https": 443}
Found = tuple[int, int, int, Any]
"""Family, kind and protocol of a socket, and the address that it is connected to."""


@dataclass(frozen=True, slots=True)
class Target:
    """A URL in its parts; `path` carries the query too."""

    scheme: str
    host: str
    port: int
    path: str

    def is_among(self, named: Collection[str]) -> bool:
        """Tell whether the operator has named the host, with this port or with none."""
        own = {self.host, f"{self.host}:{self.port}", f"[{self.host}]", f"[{self.host}]:{self.port}"}
        return any(one.lower() in own for one in named)


def read(url: str, plain: Collection[str] = ()) -> Target:
    """Return the parts of the URL. Raises Refused for what is not HTTPS (HTTP where `plain` names the host) or not clean."""
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise Refused("the address holds characters that an address does not have")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(f"this is no address: {error}") from None
    if parts.scheme not in PORTS:
        raise Refused(f"{parts.scheme or 'nothing'} is not spoken here, only https")
    if not parts.hostname or "@" in parts.netloc or port == 0:
        raise Refused("the address names no host, or somebody who signs in there")
    target = Target(
        parts.scheme,
        parts.hostname,
        port or PORTS[parts.scheme],
        f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}",
    )
    if target.scheme == "http" and not target.is_among(plain):
        raise Refused(f"{target.host} is to be called without TLS, and no setting allows that")
    return target


def addresses(target: Target, allowed: Collection[str], deadline: Deadline) -> list[Found]:
    """Look the host up, once, and return where it is. Raises Refused if any place is not to be called, NoAnswer if none."""
    is_named = target.is_among(allowed)
    found = _looked_up(target, deadline)
    for *_how, place in found:
        if why := refusal(str(place[0]), is_named=is_named):
            raise Refused(f"{target.host}: {why}")
    return found


def _looked_up(target: Target, deadline: Deadline) -> list[Found]:
    """Ask the system's resolver, in a thread: it has no time limit of its own, and must not outlast ours."""
    answers: list[list[Found] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            answers.append(
                [(int(family), int(kind), protocol, place) for family, kind, protocol, _, place in rows]
            )
        except (OSError, UnicodeError) as error:
            answers.append(error)

    asking = threading.Thread(target=ask, name="look-up", daemon=True)
    asking.start()
    asking.join(deadline.left())
    if not answers:
        raise NoAnswer(f"{target.host}: nobody said in time where that is")
    [answer] = answers
    if isinstance(answer, list) and answer:
        return answer
    raise NoAnswer(f"{target.host}: nobody knows where that is")
