"""Mailing what is urgent to whoever has not seen it in the workbench: one sentence, why, and a link that leads to it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from proxeny.core import clock
from proxeny.core.queue import task
from proxeny.core.sentences import Sentence
from proxeny.notices import kinds
from proxeny.notices.models import Notice

PATIENCE = timedelta(minutes=2)
"""Who looks at the workbench has read it by then, and what was done by mistake is taken back."""
LONGEST_SUBJECT = 120


def wait(waiting: dict[str, object]) -> None:
    """Have the notice (of a `NoticeWaiting`) mailed once it may show up; where no server takes mails, nothing is."""
    if settings.EMAIL_HOST:
        shown_from, number = datetime.fromisoformat(str(waiting["shown_from"])), int(str(waiting["notice"]))
        mail_notice.using(run_after=shown_from + PATIENCE, dedupe=f"mail-notice:{number}").enqueue(number)


@task(dedupe="mail-notice")
def mail_notice(number: int) -> bool:
    """Mail one notice and tell whether it was: not what is read, done, gone or not urgent, nor to who may not see it now."""
    notice = Notice.objects.select_related("staff").filter(pk=number, read_at=None, done_at=None).first()
    if (
        notice is None
        or not notice.staff.is_active
        or not notice.staff.email
        or notice.shown_from > clock.now()
    ):
        return False
    kind = kinds.kind_of(notice.kind)
    if (
        kind is None
        or not kind.is_urgent
        or notice.about not in kind.sees(notice.staff.actor, [notice.about])
    ):
        return False
    with override(notice.staff.language):
        said, why = (Sentence.from_json(one).here() for one in (notice.text, notice.reason))
        body = _(
            "%(said)s\n\n%(link)s\n\nYou get this %(why)s. How you are told is yours to choose: %(choices)s"
        ) % {
            "said": said,
            "why": why,
            "link": f"{_origin()}/notices/{notice.pk}/",
            "choices": f"{_origin()}/notices/choices/",
        }
    EmailMessage(" ".join(said.split())[:LONGEST_SUBJECT], body, to=[notice.staff.email]).send()
    return True


def _origin() -> str:
    return str(settings.ORIGIN).rstrip("/") or "http://localhost:8000"
