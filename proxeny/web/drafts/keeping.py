"""Keeping a draft while it is written; the page speaks JSON here, and nobody sees it."""

import json
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.desk import drafting
from proxeny.desk.drafting import TooMuch
from proxeny.web.forms.drafted import time_of_day
from proxeny.web.policy import StaffRequest, colleagues


@colleagues
@require_http_methods(["PUT", "POST", "DELETE"])
def draft(request: StaffRequest, key: str) -> HttpResponse:
    """Keep `{"content": {field: text}, "since": moment}`, or put the draft away.

    Answers with the moment it was kept at, to be sent along the next time, and with the sentence for the reader.
    """
    if request.method == "DELETE":
        drafting.discard(request.actor, key)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    try:
        sent = _sent(request)
        kept = drafting.keep(request.actor, key, sent["content"], since=sent["since"])
    except (TooMuch, RequestDataTooBig):
        said = _("Not kept: it is longer than a draft may be. It stays on this page.")
        return JsonResponse({"said": said}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    except (ValueError, TypeError, KeyError, AttributeError):
        return JsonResponse({}, status=HTTPStatus.BAD_REQUEST)
    said = _("kept %(time)s") % {"time": time_of_day(kept.at)}
    if kept.elsewhere:
        said = _("kept %(time)s; another window had also written it at %(other)s, and this one holds now") % {
            "time": time_of_day(kept.at),
            "other": time_of_day(kept.elsewhere),
        }
    elif kept.gone:
        said = _("kept %(time)s; it had been sent or put away in another window") % {
            "time": time_of_day(kept.at)
        }
    return JsonResponse({"at": kept.at.isoformat(), "said": said, "elsewhere": bool(kept.elsewhere)})


def _sent(request: StaffRequest) -> dict[str, Any]:
    """What the page sent. Raises ValueError, TypeError or KeyError for anything else."""
    sent = json.loads(request.body)
    since = sent.get("since")
    return {"content": dict(sent["content"]), "since": datetime.fromisoformat(since) if since else None}
