"""Looking by exception, request by request: who looks is let in for looking only, and what they open goes on record."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from proxeny.accounts.glass import looking
from proxeny.core.actors import Actor

KEY = "glass"
"""In the session of who pressed “look”: the number of the admission."""
LOOKS = {"GET", "HEAD"}
NOT_SEEN = ("/glass/", "/me/", "/preferences/", "/static/")
"""Pages that show nothing of a customer's matters."""


class Witnessed:
    """Middleware: let in who looks under an admission that stands at this moment, and note each page that they get.

    What they send is judged without it: it opens nothing for changing. For all others it costs a look into their session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; a page that cannot be put on record is not shown."""
        response = self.get_response(request)
        found = getattr(request, "looking", None)
        is_shown = request.method in LOOKS and 200 <= response.status_code < 300
        if found is not None and is_shown and not request.path.startswith(NOT_SEEN):
            looking.note(found, request.get_full_path())
        return response

    def process_view(
        self, request: HttpRequest, _view: object, _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> None:
        """Put the actor who looks in the place of the one who merely asks."""
        actor: Actor | None = getattr(request, "actor", None)
        if actor is None or (number := request.session.get(KEY)) is None:
            return
        found = looking.looking(actor, number)
        if found is None:
            del request.session[KEY]
            return
        request.looking = found  # type: ignore[attr-defined]
        if request.method in LOOKS:
            request.actor = found.actor  # type: ignore[attr-defined]
