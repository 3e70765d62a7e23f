"""The list of concessions: its columns, filters and orders."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext

from proxeny.accounts.finding import matching
from proxeny.accounts.models import Account
from proxeny.identity.roles import Area
from proxeny.promises.concessions import access
from proxeny.promises.concessions.standing import State, in_state, state_of
from proxeny.promises.models import Concession
from proxeny.web.lists.filters import Choice, Days, Rows, Search, Values, fixed, one_of, people
from proxeny.web.lists.listing import Column, Export, Listing, by, by_nullable
from proxeny.web.lists.reader import Reader
from proxeny.web.templatetags.words import day_text, money

GONE = (State.REFUSED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Row:
    """A concession in the list, and how it stands."""

    concession: Concession
    state: State


def dress(concessions: Sequence[Concession], reader: Reader) -> list[Row]:
    """Return what the list shows of each concession."""
    return [Row(one, state_of(one, reader.on)) for one in concessions]


def _typed(rows: Rows, values: Values, _reader: Reader) -> Rows:
    for word in values[0].split():
        named = matching(Account.objects.all(), word).values("pk")
        said = Q(what__icontains=word) | Q(by_name__icontains=word) | Q(by_person__name__icontains=word)
        rows = rows.filter(said | Q(account__in=named))
    return rows


def _standing(rows: Rows, values: Values, reader: Reader) -> Rows:
    return rows.filter(in_state(values, reader.on))


def _made(rows: Rows, values: Values, _reader: Reader) -> Rows:
    first, last = values
    rows = rows.filter(made_on__gte=first) if first else rows
    return rows.filter(made_on__lte=last) if last else rows


def _until(row: Row) -> str:
    return day_text(row.concession.until) if row.concession.until else pgettext("a concession’s end", "none")


def _counted(count: int) -> str:
    return ngettext("%(count)s concession", "%(count)s concessions", count) % {"count": f"{count:,}"}


COLUMNS = (
    Column(
        "what",
        _("What was given"),
        cell="concessions/cells/what.html",
        exports=(
            Export("number", lambda row: row.concession.pk),
            Export("concession", lambda row: row.concession.what),
        ),
        sort=by("what"),
        is_fixed=True,
    ),
    Column(
        "worth",
        _("Worth"),
        text=lambda row: money(row.concession.worth),
        exports=(
            Export("worth", lambda row: row.concession.worth.amount),
            Export("currency", lambda row: row.concession.currency),
        ),
        sort=by("currency", "-worth_minor"),
        is_figure=True,
        style="nowrap",
    ),
    Column(
        "state",
        _("State"),
        cell="concessions/cells/state.html",
        exports=(
            Export("state", lambda row: row.state.value),
            Export("decided_by", lambda row: row.concession.decided_by and row.concession.decided_by.name),
        ),
        style="nowrap",
    ),
    Column(
        "account",
        _("Customer"),
        cell="concessions/cells/account.html",
        exports=(
            Export("account", lambda row: row.concession.account.reference),
            Export("name", lambda row: row.concession.account.name),
        ),
        sort=by("account__search_key"),
        style="is-second",
    ),
    Column(
        "by",
        _("Given by"),
        text=lambda row: row.concession.giver,
        exports=(Export("by", lambda row: row.concession.giver),),
        style="is-second",
    ),
    Column(
        "until",
        _("Until when"),
        text=_until,
        exports=(Export("until", lambda row: row.concession.until),),
        sort=by_nullable("until"),
        style="is-third nowrap",
    ),
    Column(
        "made",
        _("Given on"),
        text=lambda row: day_text(row.concession.made_on),
        exports=(
            Export("made_on", lambda row: row.concession.made_on),
            Export("made_in", lambda row: row.concession.made_in),
        ),
        sort=by("-made_on"),
        style="is-third nowrap",
    ),
)

CONCESSIONS = Listing(
    key="concessions",
    route="concessions",
    area=Area.CONCESSIONS,
    title=_("Concessions"),
    rows=lambda reader: access.concessions(reader.actor),
    dress=dress,
    columns=COLUMNS,
    filters=(
        Search(
            key="q",
            label=_("Find a concession"),
            placeholder=_("words, customer, who gave it"),
            apply=_typed,
        ),
        Choice(key="state", label=_("State"), choices=fixed(State.choices), apply=_standing),
        Choice(
            key="by",
            label=_("Given by"),
            choices=people("by_person", _("somebody else")),
            apply=one_of("by_person"),
            field="by_person",
        ),
        Days(key="made", label=_("Given on"), apply=_made),
    ),
    sort="made",
    counted=_counted,
    number=lambda row: row.concession.pk,
    loads=("account", "by_person", "decided_by"),
    nothing_yet="concessions/_nothing_yet.html",
    style="is-worded",
    row_style=lambda row: "faint" if row.state in GONE else "",
)
