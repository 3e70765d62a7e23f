"""Heads mailed to named people."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from proxeny.ledger.anchors.anchor import Anchor, Unreachable


def _lay(place: str, note: str, size: int) -> bytes:
    with override(settings.LANGUAGE_CODE):
        subject = _("Head of the record at %(count)s entries") % {"count": size}
        body = _(
            "Please keep this mail. It pins down the record as it is now: whoever changes, removes or back-dates one of these "
            "%(count)s entries later can be convicted with it. To compare: proxeny ledger verify --head FILE, with the lines "
            "below in FILE."
        ) % {"count": size}
    try:
        EmailMessage(subject, f"{body}\n\n{note}", to=[place]).send()
    except (OSError, SMTPException) as error:
        raise Unreachable(f"{place}: {error}") from error
    return b""


MAIL = Anchor("mail", lambda: settings.LEDGER_WITNESSES, _lay)
