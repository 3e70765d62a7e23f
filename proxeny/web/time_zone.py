"""Moments are shown in the time zone of who reads; the working day stays the installation's (`core.clock`)."""

from collections.abc import Callable
from contextlib import suppress
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse
from django.utils import timezone


class PersonTimeZone:
    """Middleware: show moments where the person is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request in that zone; without one, or with one that is no more, in the installation's."""
        with timezone.override(_zone_of(request)):
            return self.get_response(request)


def _zone_of(request: HttpRequest) -> ZoneInfo | None:
    if request.user.is_authenticated and request.user.time_zone:
        with suppress(ZoneInfoNotFoundError, ValueError):
            return ZoneInfo(request.user.time_zone)
    return None
