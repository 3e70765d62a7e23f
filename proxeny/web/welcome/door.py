"""While there is nobody, every page leads to the welcome."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from proxeny.identity import founding

OPEN_BEFORE = ("welcome", "language")


class FirstDoor:
    """Middleware: lead to the welcome until the installation has its first colleague."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or lead to the welcome; who is signed in has been found already."""
        if (
            request.user.is_authenticated
            or request.path in map(reverse, OPEN_BEFORE)
            or founding.is_founded()
        ):
            return self.get_response(request)
        return redirect("welcome")
