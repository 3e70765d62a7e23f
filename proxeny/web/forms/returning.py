"""Returning to the page an undo was offered on: its address travels in the undo’s own address."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def back_to(request: HttpRequest) -> str:
    """Return `next`, sent or in the address, when it is one of ours, else the first page."""
    address = request.POST.get("next") or request.GET.get("next", "")
    allowed = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if address and allowed else "/"
