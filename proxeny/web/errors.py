"""Pages for what went wrong. What is missing and what is forbidden look the same."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils import translation


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  (Django's signature)
    """Answer a request that cannot be understood."""
    return render(request, "errors/bad_request.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer as if there were nothing."""
    return not_found(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer that there is nothing here; the same words whether it is missing or closed."""
    return render(request, "errors/not_found.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours, with a page that needs neither the database nor the session."""
    with translation.override(translation.get_language_from_request(request)):
        return HttpResponse(loader.render_to_string("errors/server_error.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer a form that has grown old."""
    return render(request, "errors/stale_form.html", status=403)
