"""The list of talks: its columns, filters and orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from proxeny.accounts.finding import matching
from proxeny.accounts.models import Account, Talk, TalkPoint
from proxeny.accounts.talks import access
from proxeny.accounts.talks.standing import State, due_on, in_state, state_of
from proxeny.core.calendar import work_calendar
from proxeny.identity.roles import Area
from proxeny.web.lists.filters import Choice, Days, Rows, Search, Values, fixed, one_of, people
from proxeny.web.lists.listing import Column, Export, Listing, by
from proxeny.web.lists.reader import Reader
from proxeny.web.templatetags.words import day_text

OWED = (State.LATE, State.OWED)


@dataclass(frozen=True, slots=True)
class Row:
    """A talk in the list, how it stands, until when it is owed, and how many points were passed on."""

    talk: Talk
    state: State
    due: date | None
    points: int


def dress(talks: Sequence[Talk], reader: Reader) -> list[Row]:
    """Return what the list shows of each talk."""
    calendar = work_calendar()
    standing = TalkPoint.objects.filter(talk__in=talks, taken_back_at=None)
    points = dict(standing.order_by().values_list("talk").annotate(count=Count("pk")))
    rows = []
    for one in talks:
        state = state_of(one, reader.on, calendar)
        due = due_on(one.held_on, calendar) if state in OWED else None
        rows.append(Row(one, state, due, points.get(one.pk, 0)))
    return rows


def _typed(rows: Rows, values: Values, _reader: Reader) -> Rows:
    for word in values[0].split():
        named = matching(Account.objects.all(), word).values("pk")
        said = TalkPoint.objects.filter(words__icontains=word, taken_back_at=None).values("talk")
        who = Q(subject__icontains=word) | Q(with_names__icontains=word) | Q(held_by__name__icontains=word)
        rows = rows.filter(who | Q(account__in=named) | Q(pk__in=said))
    return rows


def _standing(rows: Rows, values: Values, reader: Reader) -> Rows:
    return rows.filter(in_state(values, reader.on, work_calendar()))


def _held(rows: Rows, values: Values, _reader: Reader) -> Rows:
    first, last = values
    rows = rows.filter(held_on__gte=first) if first else rows
    return rows.filter(held_on__lte=last) if last else rows


def _counted(count: int) -> str:
    return ngettext("%(count)s talk", "%(count)s talks", count) % {"count": f"{count:,}"}


COLUMNS = (
    Column(
        "talk",
        _("Talk"),
        cell="talks/cells/talk.html",
        exports=(
            Export("number", lambda row: row.talk.pk),
            Export("kind", lambda row: row.talk.kind),
            Export("subject", lambda row: row.talk.subject),
        ),
        is_fixed=True,
    ),
    Column(
        "state",
        _("State"),
        cell="talks/cells/state.html",
        exports=(Export("state", lambda row: row.state.value), Export("points", lambda row: row.points)),
        style="nowrap",
    ),
    Column(
        "held",
        _("Held on"),
        text=lambda row: day_text(row.talk.held_on),
        exports=(Export("held_on", lambda row: row.talk.held_on),),
        sort=by("-held_on"),
        style="nowrap",
    ),
    Column(
        "account",
        _("Customer"),
        cell="talks/cells/account.html",
        exports=(
            Export("account", lambda row: row.talk.account.reference),
            Export("name", lambda row: row.talk.account.name),
        ),
        sort=by("account__search_key", "-held_on"),
        style="is-second",
    ),
    Column(
        "by",
        _("Held by"),
        text=lambda row: row.talk.held_by.name,
        exports=(Export("by", lambda row: row.talk.held_by.name),),
        style="is-second",
    ),
    Column(
        "due",
        _("Due"),
        text=lambda row: day_text(row.due) if row.due else "—",
        exports=(Export("due_on", lambda row: row.due),),
        style="is-third nowrap",
    ),
)

TALKS = Listing(
    key="talks",
    route="talks",
    area=Area.TALKS,
    title=_("Talks"),
    rows=lambda reader: access.talks(reader.actor),
    dress=dress,
    columns=COLUMNS,
    filters=(
        Search(
            key="q",
            label=_("Find a talk"),
            placeholder=_("words, customer, who held it"),
            apply=_typed,
        ),
        Choice(key="state", label=_("State"), choices=fixed(State.choices), apply=_standing),
        Choice(
            key="kind",
            label=_("How they talked"),
            choices=fixed(Talk.Kind.choices),
            apply=one_of("kind"),
            field="kind",
        ),
        Choice(
            key="by",
            label=_("Held by"),
            choices=people("held_by", _("nobody")),
            apply=one_of("held_by"),
            field="held_by",
        ),
        Days(key="held", label=_("Held on"), apply=_held),
    ),
    sort="held",
    counted=_counted,
    number=lambda row: row.talk.pk,
    loads=("account", "held_by"),
    nothing_yet="talks/_nothing_yet.html",
    style="is-worded",
    row_style=lambda row: "faint" if row.state is State.CALLED_OFF else "",
)
