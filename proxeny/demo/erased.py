"""Somebody wrote a letter and asked to be forgotten: the order waits for its second person."""

from datetime import date, timedelta

from django.db.models import Count

from proxeny.accounts.models import Contact
from proxeny.cases.models import Message
from proxeny.core import clock
from proxeny.demo.naming import colleague
from proxeny.erasure import asking, keeping
from proxeny.erasure.models import Ground, Order, RetentionRule

LETTER = "来信 2026-118"
REASON = "本人来信要求删除其姓名、联系方式与往来内容"
MONTHS = 36


def order_erasure(today: date) -> None:
    """Give the order in the name of who speaks for the customer, and say how long records are kept; each unless it is there."""
    owner = colleague("shen")
    if owner is not None and not RetentionRule.objects.exists():
        keeping.set_months(MONTHS, by=owner.actor)
    if Order.objects.exists():
        return
    wrote = Message.objects.filter(contact__isnull=False, contact__account__spokesperson__isnull=False)
    some = (
        wrote.values_list("contact")
        .annotate(times=Count("pk"))
        .filter(times__gte=2)
        .order_by("times", "contact")
        .first()
    )
    contact = (
        Contact.objects.select_related("account__spokesperson").filter(pk=some[0]).first() if some else None
    )
    if contact is None or contact.account.spokesperson is None:
        return
    with clock.on(today - timedelta(days=1)):
        asking.ask(
            contact.account,
            contact,
            ground=Ground.REQUEST,
            reason=REASON,
            request_reference=LETTER,
            by=contact.account.spokesperson.actor,
        )
