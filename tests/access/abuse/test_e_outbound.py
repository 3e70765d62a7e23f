"""Abuse cases E (docs/security.md): what the program may be made to call."""

import socket
from typing import Any

import pytest

from proxeny.core import outbound
from proxeny.core.outbound import Limits, NoAnswer, Refused
from tests.services.answering import answering, speaking

PUBLIC = "93.184.215.14"
INSIDE = [
    "127.0.0.1", "127.1", "0177.0.0.1", "2130706433", "0x7f.1", "localhost", "0.0.0.0", "10.0.0.1", "172.16.3.4", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "192.0.0.8", "198.18.0.1", "203.0.113.9", "224.0.0.1", "239.1.2.3", "255.255.255.255",
    "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]",
    "[64:ff9b::10.0.0.1]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2002:a00:1::1]", "[2001:0:7f00:1::1]", "[::7f00:1]",
    "[2001:0:5db8:d70e:0:0:80ff:fffe]", "[2001:db8::1]", "[3fff::1]",
]  # fmt: skip


@pytest.mark.parametrize("host", INSIDE)
@pytest.mark.parametrize("scheme", ["https", "http"])
def test_e1_what_lies_inside_is_refused_by_the_address_that_it_becomes(host: str, scheme: str) -> None:
    with pytest.raises(outbound.OutboundError, match=r"public network|nobody knows where") as refused:
        outbound.call(f"{scheme}://{host}:9/", allowed=(), plain=[f"{host}:9"])
    if "nobody knows" in str(refused.value):
        pytest.skip(f"this machine's resolver does not take {host} for an address at all")
    assert refused.type is Refused


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "gopher://example.com/", "ftp://example.com/", "//example.com/", "example.com", "https://",
        "https:///path", "https://user:word@example.com/", "https://example.com:0/", "https://exa mple.com/",
        "https://example.com/\r\nX: y", "https://example.com\\@127.0.0.1/", "https://example.com:port/", "https://例.com/",
        "http://example.com/",
    ],
)  # fmt: skip
def test_e1_what_is_no_clean_https_address_is_refused_before_anything_is_looked_up(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_words, **_named: pytest.fail("it was looked up"))
    with pytest.raises(Refused):
        outbound.call(url, allowed=(), plain=())


def test_e1_even_a_host_that_the_operator_named_is_not_called_where_nobody_can_be() -> None:
    for host in ("169.254.169.254", "224.0.0.1", "0.0.0.0", "[fe80::1]"):
        with pytest.raises(Refused, match="public network"):
            outbound.call(f"https://{host}/", allowed=[host], plain=())


def test_e2_a_redirect_is_an_answer_that_nobody_follows() -> None:
    with answering(lambda _path, _body: (200, {}, b"secret")) as inner:
        moved = {"Location": inner.url("/secret")}
        with answering(lambda _path, _body: (302, moved, b"")) as outer:
            answer = outbound.call(outer.url(), allowed=[outer.host], plain=[outer.host])
    assert (answer.status, answer.body, inner.asked) == (302, b"", [])


def test_e3_the_name_is_asked_for_once_and_the_answer_that_was_judged_is_called(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with answering(lambda _path, _body: (200, {}, b"secret")) as inner:
        answers = iter([PUBLIC, "127.0.0.1", "127.0.0.1"])
        called: list[Any] = []

        def rebinds(_host: str, port: int, **_more: object) -> list[Any]:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

        def notes(_self: socket.socket, place: Any) -> None:
            called.append(place)
            raise ConnectionRefusedError

        monkeypatch.setattr(socket, "getaddrinfo", rebinds)
        monkeypatch.setattr(socket.socket, "connect", notes)
        with pytest.raises(NoAnswer):
            outbound.call(f"https://rebinds.example:{inner.port}/", allowed=(), plain=())
        assert called == [(PUBLIC, inner.port)]
        assert len(list(answers)) == 2, "it was looked up a second time"
    assert inner.asked == []


def test_e3_a_name_of_which_one_address_lies_inside_is_not_called_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in (PUBLIC, "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_words, **_named: both)
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("it was called"))
    with pytest.raises(Refused, match=r"10\.0\.0\.1"):
        outbound.call("https://both.example/", allowed=(), plain=())


@pytest.mark.parametrize(
    ("begins", "goes_on"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
    ],
    ids=["in its first line", "in its head", "in its body", "in chunks", "without an end"],
)
def test_e5_an_answer_that_drips_is_given_up_in_the_time_for_the_whole_call(
    begins: bytes, goes_on: bytes
) -> None:
    with speaking(begins, goes_on, pause=0.02) as drips:
        with pytest.raises(NoAnswer, match="longer than"):
            outbound.call(drips.url(), limits=Limits(seconds=0.4), allowed=[drips.host], plain=[drips.host])
        assert drips.asked


@pytest.mark.parametrize(
    "begins",
    [
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2000\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n",
    ],
    ids=["without an end", "in one chunk", "as it says", "never beginning"],
)
def test_e5_an_answer_without_end_is_given_up_at_a_size(begins: bytes) -> None:
    goes_on = begins * 100 if b"100" in begins else b"x" * 8192
    with speaking(begins, goes_on, pause=0.0) as floods:
        limits = Limits(seconds=20, body_bytes=100_000)
        with pytest.raises(NoAnswer, match=r"longer than it may be|HTTP|Line"):
            outbound.call(floods.url(), limits=limits, allowed=[floods.host], plain=[floods.host])
