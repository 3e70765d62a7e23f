"""Which answers hold on which day: what they hold does not lie before anybody."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from proxeny.docket.models import Answer, Matter, Sighting


def held_on(on: date) -> set[int]:
    """Return the numbers of the matters that an answer holds on the day."""
    return set(_holding(on).values_list("matter", flat=True))


def settle(matter: Matter) -> None:
    """Note for each day on which the matter was seen whether an answer holds; to be called when an answer came or went."""
    seen = Sighting.objects.filter(matter=matter)
    holding = _holding(OuterRef("on")).filter(matter=OuterRef("matter"))
    held = list(seen.filter(Exists(holding)).values_list("pk", flat=True))
    seen.filter(pk__in=held).update(is_open=False)
    seen.exclude(pk__in=held).update(is_open=True)


def _holding(on: date | Combinable) -> QuerySet[Answer]:
    """Dismissed for good, put off until its day, judged until the judgement lapses; from the day of the answer on."""
    return Answer.objects.filter(withdrawn_at=None, on__lte=on).filter(
        Q(kind=Answer.Kind.DISMISSED) | Q(until__gt=on) | Q(judgement__expires_on__gt=on)
    )
