"""People: whether those who carry us at the customer are still there."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Q

from proxeny.accounts.models import Contact
from proxeny.core.findings import Evidence
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement.signals.known import Known
from proxeny.judgement.signals.signal import Reading, Readings, Signal

LATELY = timedelta(days=180)
SPONSOR_LEFT, WEIGHTY_LEFT, ONLY_ONE, SPONSOR_THERE, SOMEBODY_THERE = 15.0, 45.0, 60.0, 90.0, 75.0
WEIGHTY = Contact.Influence.MUCH


def read(known: Known) -> Readings:
    """Look at who left within half a year, and at who is left."""
    there: dict[int, list[Contact]] = defaultdict(list)
    gone: dict[int, list[Contact]] = defaultdict(list)
    people = Contact.objects.filter(known.these, added_at__lte=known.noted_until)
    for contact in people.filter(Q(left_on=None) | Q(left_on__gte=known.on - LATELY)).order_by("pk"):
        left = contact.left_on is not None and contact.left_on < known.on
        (gone if left else there)[contact.account_id].append(contact)
    return {
        account: _reading(there[account], gone[account])
        for account in sorted(there.keys() | gone.keys())
        if account in known.accounts
    }


def _reading(there: list[Contact], gone: list[Contact]) -> Reading:
    sponsors = [one for one in there if one.is_sponsor]
    weighty = [one for one in gone if one.is_sponsor or (one.influence or 0) >= WEIGHTY]
    values = {"there": len(there), "gone": len(gone)}
    text = Sentence(N_("People known: %(there)s; left within half a year: %(gone)s"), values)
    if not sponsors and any(one.is_sponsor for one in gone):
        value = SPONSOR_LEFT
    elif weighty:
        value = WEIGHTY_LEFT
    elif len(there) == 1:
        value = ONLY_ONE
    else:
        value = SPONSOR_THERE if sponsors else SOMEBODY_THERE
    days = [one.left_on for one in gone if one.left_on]
    return Reading(
        value,
        sure=1.0 if sponsors or weighty else 0.6,
        fresh_on=max(days, default=None),
        text=text,
        evidence=tuple(_left(one) for one in weighty),
    )


def _left(contact: Contact) -> Evidence:
    day = {"type": "date", "date": contact.left_on.isoformat() if contact.left_on else ""}
    said = (
        N_("%(name)s, our sponsor, left on %(day)s") if contact.is_sponsor else N_("%(name)s left on %(day)s")
    )
    return Evidence(Sentence(said, {"name": contact.name, "day": day}), f"contact:{contact.pk}")


SIGNAL = Signal(
    "people",
    N_("Their people"),
    N_("Are those who carry us there still there?"),
    N_("Nobody at the customer is known."),
    weight=15,
    read=read,
    is_inside=True,
)
