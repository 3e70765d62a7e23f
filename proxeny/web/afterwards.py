"""What a page leaves to be done when its reader has it already."""

import logging
from collections.abc import Callable

from django.http import HttpResponse

log = logging.getLogger(__name__)


def afterwards(response: HttpResponse, act: Callable[[], object]) -> HttpResponse:
    """Have `act` done once the response is with its reader, in the same process; what goes wrong there is only logged.

    For what nobody waits for and nothing rests on, as the note of a visit. What is evidence is done before one answers.
    """
    close = response.close

    def closing() -> None:
        try:
            act()
        except Exception:
            log.exception("what was left for after the response could not be done")
        finally:
            close()

    response.close = closing  # type: ignore[method-assign]
    return response
