"""Pages leave packed for those who take it, and are the same page."""

import gzip

from django.http import HttpResponse
from django.test import RequestFactory

from proxeny.web.compressing import Packed

PAGE = "<p>缫丝 quiescence</p>".encode() * 400


def answer(body: bytes = PAGE, accepts: str = "gzip, br", **headers: str) -> HttpResponse:
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepts})
    response = Packed(lambda _request: HttpResponse(body, headers=headers))(request)
    assert isinstance(response, HttpResponse)
    return response


def test_a_page_is_packed_and_is_the_same_when_unpacked() -> None:
    response = answer(ETag='"a"')
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["ETag"] == 'W/"a"'
    assert int(response.headers["Content-Length"]) == len(response.content) < len(PAGE) / 5
    assert gzip.decompress(response.content) == PAGE


def test_its_length_does_not_tell_what_stands_in_it() -> None:
    assert len({len(answer().content) for _again in range(40)}) > 1


def test_who_does_not_take_it_gets_the_page_as_it_is_and_so_do_short_ones() -> None:
    plain = answer(accepts="identity")
    assert plain.content == PAGE
    assert plain.headers["Vary"] == "Accept-Encoding"
    assert answer(b"short").content == b"short"
    packed_already = answer(PAGE, **{"Content-Encoding": "br"})
    assert packed_already.content == PAGE
