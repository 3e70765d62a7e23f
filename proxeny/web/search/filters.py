"""The filters of a search: `客户:鲁班`, `state:closed`, `before:2026-11-01`; each becomes a condition or a plain remark."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import and_

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.accounts import recalling
from proxeny.cases import access
from proxeny.cases.models import Case, Kind, Step
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.spelling.recall import Level
from proxeny.identity.models import Staff
from proxeny.search.tokens import fold
from proxeny.web.search import values
from proxeny.web.search.days import day_of
from proxeny.web.search.kinds import KINDS, kind_of
from proxeny.web.templatetags.words import listed

MOST_CUSTOMERS = 50
MOST_NAMED = 1_500
"""So many cases are named to the database at most; beyond that it looks whether a text lies in one."""


@dataclass(slots=True)
class Narrowing:
    """What the filters ask for.

    `documents` is a condition on texts, `cases` one on the cases they lie in (None: not only cases are meant), `scope` the
    kind of text. `remarks` say which values mean nothing; those filters are left out.
    """

    documents: list[Q] = field(default_factory=list)
    cases: list[Q] = field(default_factory=list)
    scope: str = ""
    remarks: list[str] = field(default_factory=list)

    def condition(self, actor: Actor) -> Q:
        """All of it, as a condition on `search.models.Document`; cases are named where there are few."""
        found = reduce(and_, self.documents, Q())
        if self.cases:
            wanted = reduce(and_, self.cases)
            rows = access.cases(actor).filter(wanted).order_by().values_list("pk", flat=True)
            numbers = list(rows[: MOST_NAMED + 1])
            found &= Q(kind__in=("case", "message"))
            found &= Q(within_number__in=numbers) if len(numbers) <= MOST_NAMED else Q(Exists(_case(wanted)))
        return found

    @property
    def is_empty(self) -> bool:
        """Whether nothing is narrowed."""
        return not (self.documents or self.cases or self.scope)


def _case(wanted: Q) -> QuerySet[Case]:
    return Case.objects.filter(wanted, pk=Cast(OuterRef("within_number"), BigIntegerField()))


Apply = Callable[[Narrowing, Actor, str], None]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: its name, the names it goes by in both languages, what it takes, and what it does.

    `choices` are the values there are, offered while somebody types.
    """

    name: str
    words: tuple[str, str]
    takes: str | Promise
    apply: Apply
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def narrowing(actor: Actor, asked: tuple[tuple[str, str], ...]) -> Narrowing:
    """Return what the filters ask for, as far as their values mean something."""
    found = Narrowing()
    for name, value in asked:
        FILTERS[name].apply(found, actor, value.strip())
    return found


def _customer(found: Narrowing, actor: Actor, value: str) -> None:
    hits = recalling.accounts(actor, value, most=MOST_CUSTOMERS) if value else []
    strong = [hit.account for hit in hits if hit.level < Level.SOUND]
    if strong:
        found.documents.append(Q(account__in=[one.pk for one in strong]))
    elif hits:
        names = listed(hit.account.name for hit in hits[:3])
        found.remarks.append(
            _("No customer is called “%(value)s”. Near is: %(names)s.") % {"value": value, "names": names}
        )
    else:
        found.remarks.append(_("No customer is called “%(value)s”.") % {"value": value})


def _of_case(
    choices: Mapping[str, tuple[str, ...]], condition: Callable[[str], Q], complaint: Promise
) -> Apply:
    def apply(found: Narrowing, _actor: Actor, value: str) -> None:
        meant = values.meant(choices, value)
        if meant is None:
            offered = listed(values.offered(choices))
            found.remarks.append(str(complaint) % {"value": value, "offered": offered})
        else:
            found.cases.append(condition(meant))

    return apply


def _state(meant: str) -> Q:
    is_open = Q(closed_at=None, merged_into=None)
    return {
        "open": is_open,
        "problem": is_open & Q(solved_at=None, state="problem"),
        "solution": is_open & Q(solved_at=None, state="solution"),
        "waiting": is_open & Q(waits_since__isnull=False),
        "solved": Q(solved_at__isnull=False),
        "closed": Q(closed_at__isnull=False),
    }[meant]


def _owner(found: Narrowing, actor: Actor, value: str) -> None:
    if fold(value) in values.ME:
        found.cases.append(Q(owner=actor.staff_id))
        return
    people = (
        Staff.objects.filter(Q(name__icontains=value) | Q(username__iexact=value))
        if value
        else Staff.objects.none()
    )
    if numbers := list(people.values_list("pk", flat=True)[:MOST_CUSTOMERS]):
        found.cases.append(Q(owner__in=numbers))
    else:
        found.remarks.append(_("No colleague is called “%(value)s”.") % {"value": value})


def _day(side: str) -> Apply:
    def apply(found: Narrowing, _actor: Actor, value: str) -> None:
        day: date | None = day_of(value, clock.today())
        if day is None:
            found.remarks.append(
                _("“%(value)s” is no day. Write it like 2026-11-01, 11月1日 or “1 Nov”.") % {"value": value}
            )
        else:
            found.documents.append(Q(**{f"at__{side}": clock.start_of(day)}))

    return apply


def _scope(found: Narrowing, _actor: Actor, value: str) -> None:
    meant = values.meant(SCOPES, value)
    if meant is None:
        offered = listed(values.offered(SCOPES))
        found.remarks.append(
            _("There is nothing called “%(value)s” to search in. There are: %(offered)s.")
            % {"value": value, "offered": offered}
        )
    else:
        found.scope = meant


def in_scope(scope: str) -> Q:
    """Return which texts a scope means."""
    kind = kind_of(scope)
    if kind is None:
        return Q(pk=None)
    return Q(kind__in=(scope,)) if scope != kind.name else Q(kind__in=(kind.name, *kind.parts))


SCOPES = {
    **{kind.name: kind.words for kind in KINDS},
    "message": ("message", "消息", "messages", "留言"),
    "account": ("customer", "客户", "account"),
    "contact": ("person", "联系人", "people", "contact", "人"),
}
FILTERS: dict[str, Filter] = {
    one.name: one
    for one in (
        Filter("account", ("客户", "customer"), gettext_lazy("name, pinyin or number"), _customer),
        Filter(
            "state",
            ("状态", "state"),
            gettext_lazy("how a case stands"),
            _of_case(
                values.STATES,
                _state,
                gettext_lazy("“%(value)s” is no state of a case. There are: %(offered)s."),
            ),
            values.STATES,
        ),
        Filter(
            "step",
            ("步骤", "step"),
            gettext_lazy("at which step a case is"),
            _of_case(
                values.STEPS,
                lambda meant: Q(step=Step(meant)),
                gettext_lazy("“%(value)s” is no step. There are: %(offered)s."),
            ),
            values.STEPS,
        ),
        Filter(
            "priority",
            ("优先级", "priority"),
            gettext_lazy("P1 to P4"),
            _of_case(
                values.PRIORITIES,
                lambda meant: Q(priority=int(meant)),
                gettext_lazy("“%(value)s” is no priority. There are: %(offered)s."),
            ),
            values.PRIORITIES,
        ),
        Filter(
            "owner",
            ("负责", "owner"),
            gettext_lazy("me, or a colleague’s name"),
            _owner,
            {"me": ("me", "我")},
        ),
        Filter(
            "kind",
            ("类型", "kind"),
            gettext_lazy("what sort of matter it is"),
            _of_case(
                values.KINDS,
                lambda meant: Q(kind=Kind(meant)),
                gettext_lazy("“%(value)s” is no kind of matter. There are: %(offered)s."),
            ),
            values.KINDS,
        ),
        Filter("before", ("之前", "before"), gettext_lazy("before that day"), _day("lt")),
        Filter("after", ("之后", "after"), gettext_lazy("from that day on"), _day("gte")),
        Filter("in", ("范围", "in"), gettext_lazy("what to search in"), _scope, SCOPES),
    )
}
NAMES: dict[str, str] = {word: one.name for one in FILTERS.values() for word in (*one.words, one.name)}
