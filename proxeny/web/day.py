"""The reader's today: any page can be looked at as of another day."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse

from proxeny.core import clock

KEY = "readers-day"


class ReadersDay:
    """Middleware: `?on=2026-11-22` sets the day for this session, `?on=` returns to the real one.

    Looking at another day is for colleagues; what they do there is recorded with both times.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the clock set to the reader's day."""
        if not request.user.is_authenticated:
            return self.get_response(request)
        if "on" in request.GET and request.method == "GET":
            _remember(request, request.GET["on"])
        kept = request.session.get(KEY)
        with clock.on(date.fromisoformat(kept) if kept else None):
            return self.get_response(request)


def _remember(request: HttpRequest, text: str) -> None:
    try:
        request.session[KEY] = date.fromisoformat(text).isoformat()
    except ValueError:
        request.session.pop(KEY, None)
