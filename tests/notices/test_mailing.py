"""What is urgent comes by mail, too, to whoever has not seen it: with one link that leads to all of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from proxeny.core import outbox
from proxeny.core.models import Job
from proxeny.notices import mailing
from proxeny.notices.models import Notice
from tests.cast import SignIn
from tests.dispatch import ordered
from tests.dispatch.conftest import at
from tests.dispatch.ordered import Works

__all__ = ["at"]
pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def told(at: Works, settings: Any) -> Notice:
    """Zhang is told that there is an order for the storage team."""
    settings.EMAIL_HOST, settings.ORIGIN = "mail.example.com", "https://proxeny.example.com"
    zhang = at["zhang"]
    zhang.email = "zhang@example.com"
    zhang.save(update_fields=["email"])
    ordered.order(at, is_urgent=True)
    notice = Notice.objects.filter(staff=zhang, kind="order.team").latest("pk")
    notice.shown_from = notice.at
    notice.save(update_fields=["shown_from"])
    return notice


def test_an_engineer_gets_the_order_with_a_link_that_leads_to_it(told: Notice, sign_in: SignIn) -> None:
    assert mailing.mail_notice.call(told.pk)
    [sent] = mail.outbox
    assert sent.to == ["zhang@example.com"]
    assert f"https://proxeny.example.com/notices/{told.pk}/" in sent.body
    assert "\n" not in sent.subject
    led = sign_in("zhang").get(f"/notices/{told.pk}/")
    assert led.headers["Location"].startswith("/orders/")


@pytest.mark.parametrize("column", ["read_at", "done_at"])
def test_what_was_read_or_done_meanwhile_is_not_mailed(told: Notice, column: str) -> None:
    Notice.objects.filter(pk=told.pk).update(**{column: told.at})
    assert not mailing.mail_notice.call(told.pk)
    assert mail.outbox == []


def test_who_has_left_or_may_not_see_it_any_more_gets_no_mail(told: Notice, at: Works) -> None:
    at.storage.memberships.filter(staff=at["zhang"]).update(left_at=told.at)
    assert not mailing.mail_notice.call(told.pk)
    zhang = at["zhang"]
    zhang.is_active = False
    zhang.save(update_fields=["is_active"])
    assert not mailing.mail_notice.call(told.pk)
    assert mail.outbox == []


def test_who_has_no_address_is_told_in_the_workbench_alone(told: Notice, at: Works) -> None:
    zhang = at["zhang"]
    zhang.email = ""
    zhang.save(update_fields=["email"])
    assert not mailing.mail_notice.call(told.pk)


def test_nobody_is_mailed_before_their_work_begins(told: Notice) -> None:
    Notice.objects.filter(pk=told.pk).update(shown_from=told.at + timedelta(hours=8))
    assert not mailing.mail_notice.call(told.pk)


def test_what_is_not_urgent_is_not_mailed(told: Notice) -> None:
    Notice.objects.filter(pk=told.pk).update(kind="staff.team")
    assert not mailing.mail_notice.call(told.pk)


def test_where_no_server_takes_mails_nothing_waits_to_be_sent(at: Works, settings: Any) -> None:
    settings.EMAIL_HOST = ""
    ordered.order(at)
    while outbox.deliver():
        pass
    assert not Job.objects.filter(task__contains="mail_notice").exists()
    settings.EMAIL_HOST = "mail.example.com"
    ordered.order(at, wanted="再来一次")
    while outbox.deliver():
        pass
    assert Job.objects.filter(task__contains="mail_notice").exists()
