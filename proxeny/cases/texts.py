"""What can be found of a case: its own words, and each message, in the index as soon as they change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Q

from proxeny.accounts import access
from proxeny.cases.access import let_into
from proxeny.cases.models import Audience, Case, Message
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.roles import Area, Reach, Role, right
from proxeny.search import keeping
from proxeny.search.keeping import Text

KINDS = ("case", "case-inside", "message")
MOST_IN_HAND = 500


def put_case(case: Case) -> None:
    """Keep the words of the case itself, and apart from them those that stay among after-sales."""
    keeping.put(text_of_case(case))
    inside = text_of_inside(case)
    if inside.text:
        keeping.put(inside)
    else:
        keeping.drop(inside.about)


def put_message(message: Message) -> None:
    """Keep the words of a message."""
    keeping.put(text_of_message(message))


def drop_message(message: Message) -> None:
    """Forget the words of a message that was taken back."""
    keeping.drop(message.record)


def put_all(cases: Iterable[Case], messages: Iterable[Message]) -> int:
    """Keep the words of many cases and messages that the index does not hold yet; return how many."""

    def every() -> Iterator[Text]:
        for case in cases:
            yield text_of_case(case)
            if (inside := text_of_inside(case)).text:
                yield inside
        yield from map(text_of_message, messages)

    return keeping.put_many(every())


def text_of_case(case: Case) -> Text:
    """Return what is to be found of the case itself."""
    parts = [case.text, case.product, case.source_reference]
    return Text(
        about=case.record,
        within=case.record,
        area=Area.CONFIDENTIAL if case.is_confidential else Area.DOSSIER,
        at=case.opened_at,
        title=f"{case.number} {case.title}",
        text="\n".join(part for part in parts if part),
        account=case.account_id,
    )


def text_of_inside(case: Case) -> Text:
    """Return what after-sales has found out of the case: who sells to the customer does not find it."""
    return Text(
        about=Reference("case-inside", str(case.pk)),
        within=case.record,
        area=Area.CONFIDENTIAL if case.is_confidential else Area.INSIDE,
        at=case.opened_at,
        text="\n".join(part for part in (case.environment, case.purpose, case.today) if part),
        account=case.account_id,
    )


def text_of_message(message: Message) -> Text:
    """Return what is to be found of a message; its case must be loaded."""
    case = message.case
    inside = message.audience not in (Audience.CUSTOMER, Audience.SALES)
    hidden = message.is_confidential or case.is_confidential
    return Text(
        about=message.record,
        within=case.record,
        area=Area.CONFIDENTIAL if hidden else Area.INSIDE if inside else Area.DOSSIER,
        at=message.at,
        text=message.text,
        account=case.account_id,
    )


def findable(actor: Actor) -> Q:
    """Return which texts of cases the actor may find, as a condition on `search.models.Document`."""
    # Own customers are named by their numbers: a subquery would be asked anew for each of very many texts.
    found, everywhere = Q(pk=None), []
    areas: defaultdict[tuple[int, ...], list[Area]] = defaultdict(list)
    for area in (Area.DOSSIER, Area.INSIDE, Area.CONFIDENTIAL):
        reach = right(actor, area).read
        if reach is Reach.ALL:
            everywhere.append(area)
        elif reach is Reach.OWN:
            areas[_own(actor, area)].append(area)
    if everywhere:
        found |= Q(area__in=everywhere)
    for numbers, named in areas.items():
        found |= Q(area__in=named, account__in=numbers)
    sees_all = {Area.DOSSIER, Area.INSIDE} <= set(everywhere)
    if actor.staff_id and actor.holds(Role.SPOKESPERSON, Role.LEAD) and not sees_all:
        found |= Q(area__in=(Area.DOSSIER, Area.INSIDE), within_number__in=_in_hand(actor))
    if actor.admitted:
        let_in = Case.objects.filter(let_into(actor)).values("pk")
        found |= Q(area=Area.CONFIDENTIAL, within_number__in=let_in)
    return found & Q(kind__in=KINDS)


def _own(actor: Actor, area: Area) -> tuple[int, ...]:
    return tuple(sorted(access.accounts(actor, area).order_by().values_list("pk", flat=True)))


def _in_hand(actor: Actor) -> list[int]:
    """Cases of other people's customers that are in the actor's hands; few, so they are named."""
    own = access.accounts(actor)
    others = Case.objects.filter(owner=actor.staff_id, closed_at=None).exclude(account__in=own)
    return list(others.values_list("pk", flat=True)[:MOST_IN_HAND])
