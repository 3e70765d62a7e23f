"""Connections that go to an address that was judged, and end with the call's deadline and its limit of bytes."""

import io
import socket
import ssl
from collections.abc import Sequence
from http.client import HTTPConnection
from typing import Any

from proxeny.core.outbound.deadline import Deadline
from proxeny.core.outbound.refusals import NoAnswer
from proxeny.core.outbound.targets import Found, Target


class JudgedConnection(HTTPConnection):
    """A connection of the standard library that does not look anything up itself: it goes where it is told to."""

    def __init__(self, target: Target, places: Sequence[Found], deadline: Deadline, most: int) -> None:
        super().__init__(target.host, target.port)
        self.default_port = (
            443 if target.scheme == "https" else 80
        )  # what goes without saying in the Host header
        self._target, self._places, self._deadline, self._most = target, places, deadline, most
        self._line: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the first of the places that answers, and over TLS have it show that it is the host."""
        plain = self._reached()
        try:
            line = self._secured(plain) if self._target.scheme == "https" else plain
        except (OSError, ValueError) as error:
            plain.close()
            raise NoAnswer(f"{self._target.host} did not show that it is that host: {error}") from error
        self._line = line
        self.sock = _Limited(line, self._deadline, self._most)

    def hang_up(self) -> None:
        """Close the line. The library's `close` does not: it comes before the answer was read."""
        if self._line is not None:
            self._line.close()

    def _reached(self) -> socket.socket:
        problem: OSError | None = None
        for family, kind, protocol, place in self._places:
            left = self._deadline.left()
            line = socket.socket(family, kind, protocol)
            line.settimeout(left)
            try:
                line.connect(place)
            except OSError as error:
                line.close()
                problem = error
            else:
                return line
        raise NoAnswer(f"{self._target.host} cannot be reached: {problem}") from problem

    def _secured(self, line: socket.socket) -> ssl.SSLSocket:
        return ssl.create_default_context().wrap_socket(line, server_hostname=self._target.host)


class _Limited:
    """A socket as the standard library's connection uses it, each step of which ends with the deadline."""

    def __init__(self, line: socket.socket, deadline: Deadline, most: int) -> None:
        self._line, self._deadline, self._most = line, deadline, most

    def sendall(self, data: Any) -> None:
        left = memoryview(data)
        while left:
            self._line.settimeout(self._deadline.left())
            left = left[self._line.send(left) :]

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self._line, self._deadline, self._most))

    def close(self) -> None:
        """Leave the line open: what reads from it may not have read all. `hang_up` closes it."""


class _Incoming(io.RawIOBase):
    """What comes in, up to so many bytes in all, head and body."""

    def __init__(self, line: socket.socket, deadline: Deadline, most: int) -> None:
        self._line, self._deadline, self._left = line, deadline, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._left <= 0:
            raise NoAnswer("the answer is longer than it may be")
        self._line.settimeout(self._deadline.left())
        count = self._line.recv_into(memoryview(buffer)[: self._left])
        self._left -= count
        return count
