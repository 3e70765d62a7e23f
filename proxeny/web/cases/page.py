"""What the page of a case needs."""

from typing import Any

from proxeny.web.cases.head import head
from proxeny.web.cases.panels import panels
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.talk.page import talk
from proxeny.web.cases.ties.menu import menu
from proxeny.web.cases.way.standing import course
from proxeny.web.cases.way.track import track
from proxeny.web.policy import StaffRequest


def page(request: StaffRequest, reader: Reader, **more: Any) -> dict[str, Any]:
    """Return what the page of a case needs; `more` takes the place of what it would say by itself."""
    return {
        "case": reader.case,
        "reader": reader,
        "head": head(reader),
        "menu": menu(reader),
        "track": track(reader),
        "course": course(reader),
        "talk": talk(request, reader),
        "panels": panels(reader),
        **more,
    }
