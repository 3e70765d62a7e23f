"""By what the queue is narrowed. Where an index of the queue's order helps, conditions are put in its terms."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.accounts.access import accounts
from proxeny.cases import snoozing
from proxeny.cases.models import STEPS, Cause, Channel, Kind, Priority, State
from proxeny.cases.models.places import A_DAY, ENDED, MERGED
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Role
from proxeny.web.cases.queue.columns import knows_confidential, knows_inside
from proxeny.web.cases.queue.finding import typed
from proxeny.web.lists.filters import (
    Choice,
    Days,
    Filter,
    Offered,
    Rows,
    Search,
    Values,
    fixed,
    one_of,
    within,
)
from proxeny.web.lists.reader import Reader

ME, NOBODY, TEAM = "me", "none", "team-"
YES, NO = "1", "0"

_people = Phrased(
    lambda: (
        Staff.objects.filter(grants__role__in=(Role.SPOKESPERSON, Role.LEAD))
        .distinct()
        .order_by("name")
        .only("name")
    )
)
_teams = Phrased(lambda: Team.objects.order_by("name").only("name"))


def by_condition(conditions: Callable[[Reader], dict[str, Q]]) -> Callable[[Rows, Values, Reader], Rows]:
    """Return what keeps the rows that meet one of the conditions named by the values."""

    def apply(rows: Rows, values: Values, reader: Reader) -> Rows:
        known, wanted = conditions(reader), Q()
        for value in values:
            wanted |= known[value]
        return rows.filter(wanted)

    return apply


def _standing(reader: Reader) -> dict[str, Q]:
    is_open = Q(place__lt=ENDED)
    return {
        "open": is_open & snoozing.awake(reader.on),
        "snoozed": is_open & snoozing.asleep(reader.on),
        "closed": Q(place__gte=ENDED, place__lt=MERGED),
        "merged": Q(place__gte=MERGED),
    }


def _due(reader: Reader) -> dict[str, Q]:
    today, monday = reader.on, reader.on - timedelta(days=reader.on.weekday())
    return {
        "over": Q(place__lt=_from(today + timedelta(days=1)), due_at__lt=clock.now()),
        "today": Q(place__gte=_from(today), place__lt=_from(today + timedelta(days=1))),
        "week": Q(place__gte=_from(today), place__lt=_from(monday + timedelta(days=7))),
    }


def _from(day: date) -> int:
    """The first place of a day in the queue's order."""
    return day.toordinal() * A_DAY


def _waits(_reader: Reader) -> dict[str, Q]:
    return {"us": Q(unanswered_since__isnull=False), "customer": Q(waits_since__isnull=False)}


def _hands(rows: Rows, values: Values, reader: Reader) -> Rows:
    wanted = Q()
    for value in values:
        if value == NOBODY:
            wanted |= Q(owner=None, team=None)
        elif value.startswith(TEAM):
            wanted |= Q(team=int(value.removeprefix(TEAM)))
        else:
            wanted |= Q(owner=reader.actor.staff_id if value == ME else int(value))
    return rows.filter(wanted)


def _who(_rows: Rows, reader: Reader) -> Offered:
    """The reader, nobody, whoever has or had cases in hand, and the teams."""
    return [
        (ME, str(_("me"))),
        (NOBODY, str(_("nobody"))),
        *((str(one.pk), one.name) for one in _people() if one.pk != reader.actor.staff_id),
        *((f"{TEAM}{one.pk}", one.name) for one in _teams()),
    ]


def _confidential(rows: Rows, values: Values, _reader: Reader) -> Rows:
    return rows if len(values) == 2 else rows.filter(is_confidential=YES in values)


class _Names(list[tuple[str, str]]):
    """No values to choose from, but whom to ask how one is called."""

    def __init__(self, actor: Actor) -> None:
        super().__init__()
        self.actor = actor


@dataclass(frozen=True, kw_only=True)
class Customer(Filter):
    """One customer, as its own page names it in an address: too many to be chosen from a menu, typing finds them."""

    def offered(self, rows: Rows, reader: Reader) -> Offered:
        """Offer none; remember who asks."""
        del rows
        return _Names(reader.actor)

    def read(self, asked: QueryDict, offered: Offered) -> Values:
        """Return the number, if it is a customer that the reader may know of."""
        number = asked.get(self.key, "")
        return (number,) if number.isascii() and number.isdigit() and self._name(number, offered) else ()

    def said(self, values: Values, offered: Offered) -> list[tuple[str, Values]]:
        """Name it."""
        return [(self._name(values[0], offered), ())]

    def _name(self, number: str, offered: Offered) -> str:
        if not isinstance(offered, _Names) or len(number) > 15:
            return ""
        found = accounts(offered.actor).filter(pk=int(number)).values_list("name", flat=True)
        return found.first() or ""


FILTERS: tuple[Filter, ...] = (
    Search(key="q", label=_("Find a case"), placeholder=_("words, number, customer"), apply=typed),
    Choice(
        key="hands",
        label=_("In the hands of"),
        choices=_who,
        apply=_hands,
        known=knows_inside,
    ),
    Choice(
        key="is",
        label=_("Standing"),
        choices=fixed(
            [
                ("open", pgettext_lazy("of a case", "open")),
                ("snoozed", _("put off")),
                ("closed", pgettext_lazy("of a case", "closed")),
                ("merged", _("merged")),
            ]
        ),
        apply=by_condition(_standing),
    ),
    Choice(key="state", label=_("State"), choices=fixed(State.choices), apply=one_of("state")),
    Choice(
        key="step",
        label=_("Next step"),
        choices=fixed([(step.value, step.label) for step in STEPS]),
        apply=one_of("step"),
    ),
    Choice(
        key="due",
        label=_("Due"),
        choices=fixed([("over", _("overdue")), ("today", _("today")), ("week", _("this week"))]),
        apply=by_condition(_due),
    ),
    Choice(
        key="waits",
        label=_("Who waits"),
        choices=fixed([("us", _("the customer, for our word")), ("customer", _("we, for the customer"))]),
        apply=by_condition(_waits),
    ),
    Choice(
        key="priority",
        label=_("Priority"),
        choices=fixed([(str(value), label) for value, label in Priority.choices]),
        apply=one_of("priority"),
    ),
    Choice(
        key="kind",
        label=_("Kind"),
        choices=fixed(Kind.choices),
        apply=one_of("kind"),
        known=knows_inside,
    ),
    Choice(
        key="cause",
        label=_("Cause"),
        choices=fixed(Cause.choices),
        apply=one_of("cause"),
        known=knows_inside,
    ),
    Choice(key="source", label=_("Came by"), choices=fixed(Channel.choices), apply=one_of("channel")),
    Choice(
        key="confidential",
        label=_("Confidence"),
        choices=fixed([(YES, _("confidential")), (NO, _("not confidential"))]),
        apply=_confidential,
        known=knows_confidential,
    ),
    Days(key="opened", label=_("Opened"), apply=within("opened_at")),
    Customer(key="account", label=_("Customer"), apply=one_of("account")),
)
