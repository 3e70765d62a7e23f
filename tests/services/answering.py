"""A server on this machine for one test: what it answers is up to the test, and it counts who came."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answers = Callable[[str, bytes], tuple[int, dict[str, str], bytes]]
"""Given the path and the body: status, headers and body of the answer."""


class Quiet(ThreadingHTTPServer):
    """One to whom it is nothing that a caller hangs up."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


class Answering:
    """Where it listens, and the paths that were asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[str] = []

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.host}{path}"


@contextmanager
def answering(answers: Answers, context: Any = None) -> Iterator[Answering]:
    """Serve `answers`; over TLS with a context."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            here.asked.append(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, headers, said = answers(self.path, body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        do_GET = do_POST  # noqa: N815  (the name that the library asks for)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = Quiet(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    here = Answering(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def speaking(begins: bytes, goes_on: bytes, pause: float) -> Iterator[Answering]:
    """Accept a call, say how it begins, and then the same again and again until the caller hangs up."""
    over = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))
    here = Answering(listening.getsockname()[1])

    def speak() -> None:
        try:
            line, _from = listening.accept()
        except OSError:
            return
        with line:
            here.asked.append("/")
            try:
                line.recv(65536)
                line.sendall(begins)
                while not over.wait(pause):
                    line.sendall(goes_on)
            except OSError:
                return

    thread = threading.Thread(target=speak, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        over.set()
        listening.close()
        thread.join()
