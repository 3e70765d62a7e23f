"""The list of promises: its columns, filters and orders."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from proxeny.accounts.finding import matching
from proxeny.accounts.models import Account
from proxeny.identity.roles import Area
from proxeny.promises import access
from proxeny.promises.models import MovedDate, Promise
from proxeny.promises.standing import State, in_state, state_of
from proxeny.web.lists.filters import Choice, Days, Rows, Search, Values, fixed, one_of, people
from proxeny.web.lists.listing import Column, Export, Listing, Sort, by
from proxeny.web.lists.reader import Reader
from proxeny.web.templatetags.words import day_text

YES, NO = "1", "0"
ONCE, AGAIN = "1", "2"


@dataclass(frozen=True, slots=True)
class Row:
    """A promise in the list, how it stands, and how often its day was moved."""

    promise: Promise
    state: State
    moved: int


def dress(promises: Sequence[Promise], reader: Reader) -> list[Row]:
    """Return what the list shows of each promise; one query for the moves."""
    standing = MovedDate.objects.filter(promise__in=promises, taken_back_at=None)
    moved = dict(standing.order_by().values_list("promise").annotate(times=Count("pk")))
    return [Row(one, state_of(one, reader.on), moved.get(one.pk, 0)) for one in promises]


def _typed(rows: Rows, values: Values, _reader: Reader) -> Rows:
    for word in values[0].split():
        named = matching(Account.objects.all(), word).values("pk")
        said = Q(what__icontains=word) | Q(by_name__icontains=word) | Q(to_name__icontains=word)
        who = Q(by_person__name__icontains=word) | Q(to_contact__name__icontains=word)
        rows = rows.filter(said | who | Q(account__in=named))
    return rows


def _standing(rows: Rows, values: Values, reader: Reader) -> Rows:
    return rows.filter(in_state(values, reader.on))


def _due(rows: Rows, values: Values, _reader: Reader) -> Rows:
    first, last = values
    rows = rows.filter(due_on__gte=first) if first else rows
    return rows.filter(due_on__lte=last) if last else rows


def _synced(rows: Rows, values: Values, _reader: Reader) -> Rows:
    return rows if len(values) == 2 else rows.filter(noticed_by_customer=YES in values)


def _moved(rows: Rows, values: Values, _reader: Reader) -> Rows:
    """Keep those whose day was moved once, or more than once."""
    standing = MovedDate.objects.filter(taken_back_at=None).order_by().values("promise")
    counted = standing.annotate(times=Count("pk"))
    wanted = Q(pk=None)
    if ONCE in values:
        wanted |= Q(pk__in=counted.filter(times=1).values("promise"))
    if AGAIN in values:
        wanted |= Q(pk__in=counted.filter(times__gt=1).values("promise"))
    return rows.filter(wanted)


def _owed_first(rows: Rows, _reader: Reader) -> Rows:
    """What is owed first, by its day; below it what is kept or withdrawn, the latest first."""
    settled = Case(
        When(kept_on=None, withdrawn_at=None, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    owed_day = Case(When(kept_on=None, withdrawn_at=None, then=F("due_on")))
    return rows.order_by(settled, owed_day.asc(nulls_last=True), "-due_on", "-pk")


def _counted(count: int) -> str:
    return ngettext("%(count)s promise", "%(count)s promises", count) % {"count": f"{count:,}"}


COLUMNS = (
    Column(
        "what",
        _("Promise"),
        cell="promises/cells/what.html",
        exports=(
            Export("number", lambda row: row.promise.pk),
            Export("promise", lambda row: row.promise.what),
        ),
        sort=by("what"),
        is_fixed=True,
    ),
    Column(
        "state",
        _("State"),
        cell="promises/cells/state.html",
        exports=(
            Export("state", lambda row: row.state.value),
            Export("kept_on", lambda row: row.promise.kept_on),
            Export("known_to_customer_first", lambda row: row.promise.is_unsynced),
        ),
        style="nowrap",
    ),
    Column(
        "due",
        _("Due"),
        cell="promises/cells/due.html",
        exports=(
            Export("due_on", lambda row: row.promise.due_on),
            Export("moved", lambda row: row.moved),
        ),
        sort=Sort(_owed_first),
        style="nowrap",
    ),
    Column(
        "account",
        _("Customer"),
        cell="promises/cells/account.html",
        exports=(
            Export("account", lambda row: row.promise.account.reference),
            Export("name", lambda row: row.promise.account.name),
        ),
        sort=by("account__search_key", "due_on"),
        style="is-second",
    ),
    Column(
        "by",
        _("Promised by"),
        text=lambda row: row.promise.promiser,
        exports=(Export("by", lambda row: row.promise.promiser),),
        style="is-second",
    ),
    Column(
        "to",
        _("Promised to"),
        text=lambda row: row.promise.hearer or "—",
        exports=(Export("to", lambda row: row.promise.hearer),),
        style="is-third",
    ),
    Column(
        "sync",
        _("Should have told us"),
        text=lambda row: row.promise.sync_owed_by.name if row.promise.sync_owed_by else "—",
        exports=(
            Export(
                "should_have_told",
                lambda row: row.promise.sync_owed_by.name if row.promise.sync_owed_by else "",
            ),
        ),
        is_shown=False,
        style="is-third",
    ),
    Column(
        "made",
        _("Made on"),
        text=lambda row: day_text(row.promise.made_on),
        exports=(
            Export("made_on", lambda row: row.promise.made_on),
            Export("made_in", lambda row: row.promise.made_in),
        ),
        sort=by("-made_on"),
        is_shown=False,
        style="is-third nowrap",
    ),
)

PROMISES = Listing(
    key="promises",
    route="promises",
    area=Area.DOSSIER,
    title=_("Promises"),
    rows=lambda reader: access.promises(reader.actor),
    dress=dress,
    columns=COLUMNS,
    filters=(
        Search(
            key="q",
            label=_("Find a promise"),
            placeholder=_("words, customer, who promised"),
            apply=_typed,
        ),
        Choice(key="state", label=_("State"), choices=fixed(State.choices), apply=_standing),
        Choice(
            key="by",
            label=_("Promised by"),
            choices=people("by_person", _("somebody else")),
            apply=one_of("by_person"),
            field="by_person",
        ),
        Choice(
            key="first",
            label=_("Who knew first"),
            choices=fixed([(YES, _("the customer")), (NO, _("we did"))]),
            apply=_synced,
        ),
        Choice(
            key="sync",
            label=_("Should have told us"),
            choices=people("sync_owed_by", _("nobody")),
            apply=one_of("sync_owed_by"),
        ),
        Choice(
            key="moved",
            label=_("Day moved"),
            choices=fixed(
                [
                    (ONCE, pgettext_lazy("day moved", "once")),
                    (AGAIN, pgettext_lazy("day moved", "more than once")),
                ]
            ),
            apply=_moved,
        ),
        Days(key="due", label=_("Due"), apply=_due),
    ),
    sort="due",
    counted=_counted,
    number=lambda row: row.promise.pk,
    loads=("account", "by_person", "to_contact", "sync_owed_by"),
    nothing_yet="promises/_nothing_yet.html",
    style="is-worded",
    row_style=lambda row: "faint" if row.state is State.WITHDRAWN else "",
)
