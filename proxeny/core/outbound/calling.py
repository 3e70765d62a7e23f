"""One call: a request, its answer, and nothing after it."""

from collections.abc import Collection
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse

from django.conf import settings

import proxeny
from proxeny.core.outbound.connecting import JudgedConnection
from proxeny.core.outbound.deadline import Deadline
from proxeny.core.outbound.refusals import NoAnswer
from proxeny.core.outbound.targets import addresses, read

HEAD_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the whole call may take, in seconds, and how many bytes the body of its answer may have."""

    seconds: float = 15.0
    body_bytes: int = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. A redirect is an answer like any other: nobody follows it."""

    status: int
    media_type: str
    body: bytes


def call(
    url: str,
    *,
    body: bytes = b"",
    media_type: str = "",
    accept: str = "*/*",
    limits: Limits | None = None,
    allowed: Collection[str] | None = None,
    plain: Collection[str] | None = None,
) -> Answer:
    """Send `body` to the URL (with none: ask for it) and return the answer.

    The host is looked up once, every address of it judged, and one of those called; over TLS it must show that it is the host.
    `allowed` are hosts that may lie inside, `plain` those that may be spoken to without TLS; without them the settings hold.
    Raises Refused for what is not called, NoAnswer where none came within the limits.
    """
    limits = limits or Limits()
    deadline = Deadline(limits.seconds)
    target = read(url, settings.OUTBOUND_PLAIN if plain is None else plain)
    places = addresses(target, settings.OUTBOUND_ALLOW if allowed is None else allowed, deadline)
    connection = JudgedConnection(target, places, deadline, limits.body_bytes + HEAD_BYTES)
    headers = {"Accept": accept, "Accept-Encoding": "identity", "Connection": "close"}
    headers |= {"User-Agent": f"Proxeny/{proxeny.__version__}"}
    if body:
        headers["Content-Type"] = media_type
    try:
        connection.request("POST" if body else "GET", target.path, body=body or None, headers=headers)
        return _read(connection.getresponse(), limits)
    except TimeoutError:
        raise NoAnswer(f"{target.host} took longer than {limits.seconds:g} seconds") from None
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(f"{target.host}: {type(error).__name__} {error}") from error
    finally:
        connection.hang_up()


def _read(response: HTTPResponse, limits: Limits) -> Answer:
    if (response.length or 0) > limits.body_bytes:
        raise NoAnswer("the answer is longer than it may be")
    body = response.read(limits.body_bytes + 1)
    if len(body) > limits.body_bytes:
        raise NoAnswer("the answer is longer than it may be")
    return Answer(response.status, response.headers.get_content_type(), body)
