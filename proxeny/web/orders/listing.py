"""The list of all orders: its columns, filters and orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.core import clock, words
from proxeny.core.actors import Actor
from proxeny.dispatch import access
from proxeny.dispatch.models import Order, Standing
from proxeny.dispatch.models.order import OPEN, WITH_TEAM
from proxeny.identity.models import Team
from proxeny.identity.roles import Area, may
from proxeny.web.lists.filters import (
    Choice,
    Days,
    Offered,
    Rows,
    Search,
    Values,
    fixed,
    one_of,
    people,
    within,
)
from proxeny.web.lists.listing import Column, Export, Listing, by, by_nullable
from proxeny.web.lists.reader import Reader
from proxeny.web.orders import cells

SIGNS: tuple[tuple[str, Any, Q], ...] = (
    ("open", gettext_lazy("open"), Q(closed_at=None)),
    ("ours", gettext_lazy("waits for us"), Q(standing__in=set(OPEN) - set(WITH_TEAM))),
    ("urgent", gettext_lazy("urgent"), Q(is_urgent=True)),
    ("returned", gettext_lazy("returned"), Q(returns__gt=0)),
    ("loop", gettext_lazy("in a loop"), Q(loops__gt=0)),
    ("designated", gettext_lazy("designated"), Q(is_designated=True)),
)
OVER = "over"


@dataclass(frozen=True, slots=True)
class Row:
    """An order in the list, the case it comes from where the reader may know it, and the time as of now."""

    order: Order
    case: Case | None
    now: datetime


def dress(orders: Sequence[Order], reader: Reader) -> list[Row]:
    """Return what the list shows of each order."""
    found = {one.case_id for one in orders}
    open_to = cases.cases(reader.actor).filter(pk__in=found).select_related("account")
    known = {one.pk: one for one in open_to} if reads_cases(reader.actor) else {}
    now = clock.now()
    return [Row(one, known.get(one.case_id), now) for one in orders]


def reads_cases(actor: Actor) -> bool:
    """Tell whether the reader may know of any case at all."""
    return may(actor, Area.INSIDE)


def _typed(rows: Rows, values: Values, _reader: Reader) -> Rows:
    for word in values[0].split():
        said = Q(wanted__icontains=word) | Q(symptom__icontains=word) | Q(team__name__icontains=word)
        rows = rows.filter(
            said | Q(pk=int(word)) if word.isascii() and word.isdigit() and len(word) < 19 else said
        )
    return rows


def _signed(rows: Rows, values: Values, _reader: Reader) -> Rows:
    wanted, now = Q(pk=None), clock.now()
    for name, _label, holds in SIGNS:
        if name in values:
            wanted |= holds
    if OVER in values:
        not_accepted = Q(standing=Standing.SENT, accept_due__lte=now)
        wanted |= Q(standing__in=WITH_TEAM) & (not_accepted | Q(done_due__lte=now) | Q(wanted_by__lte=now))
    return rows.filter(wanted)


def _teams(rows: Rows, _reader: Reader) -> Offered:
    named = Exists(rows.order_by().filter(team=OuterRef("pk")))
    return [(str(number), name) for number, name in Team.objects.filter(named).values_list("pk", "name")]


def _counted(count: int) -> str:
    return ngettext("%(count)s order", "%(count)s orders", count) % {"count": f"{count:,}"}


def _lost(row: Row) -> SafeString | str:
    seconds = row.order.lost_seconds
    return words.duration(timedelta(seconds=seconds), words.here()) if seconds else "—"


COLUMNS = (
    Column(
        "wanted", gettext_lazy("What is needed"), text=cells.wanted, sort=by("-pk"), is_fixed=True,
        exports=(Export("number", lambda row: row.order.pk), Export("wanted", lambda row: row.order.wanted)),
    ),
    Column(
        "team", gettext_lazy("Team"), text=lambda row: row.order.team.name, sort=by("team__name"),
        exports=(Export("team", lambda row: row.order.team.name),), style="nowrap",
    ),
    Column(
        "standing", gettext_lazy("State"), text=cells.standing,
        exports=(
            Export("standing", lambda row: row.order.standing),
            Export("urgent", lambda row: row.order.is_urgent),
            Export("designated", lambda row: row.order.is_designated),
        ), style="nowrap",
    ),
    Column(
        "since", pgettext_lazy("order", "Since"), text=cells.since, sort=by("lies_since"), style="is-second nowrap",
        exports=(Export("lies_since", lambda row: row.order.lies_since.isoformat()),),
    ),
    Column(
        "due", gettext_lazy("Due"), text=cells.due, sort=by_nullable("done_due"), style="is-second nowrap",
        exports=(
            Export("accept_due", lambda row: row.order.accept_due and row.order.accept_due.isoformat()),
            Export("done_due", lambda row: row.order.done_due and row.order.done_due.isoformat()),
        ),
    ),
    Column(
        "returns", gettext_lazy("Returned"), text=lambda row: row.order.returns or "—", sort=by("-returns"),
        exports=(Export("returns", lambda row: row.order.returns),), is_figure=True, style="is-second",
    ),
    Column(
        "loops", gettext_lazy("Loops"), text=lambda row: row.order.loops or "—", sort=by("-loops"),
        exports=(Export("loops", lambda row: row.order.loops),), is_figure=True, style="is-second",
    ),
    Column(
        "lost", gettext_lazy("Lost"), text=_lost, sort=by("-lost_seconds"),
        exports=(Export("lost_seconds", lambda row: row.order.lost_seconds),), is_figure=True, style="is-third nowrap",
    ),
    Column(
        "case", gettext_lazy("Case"), text=cells.case, known=reads_cases, style="is-third",
        exports=(
            Export("case", lambda row: row.case.number if row.case else ""),
            Export("customer", lambda row: row.case.account.name if row.case else ""),
        ),
    ),
    Column(
        "sent", gettext_lazy("Sent"), text=cells.sent, sort=by("-sent_at"), is_shown=False, style="is-third nowrap",
        exports=(
            Export("sent_at", lambda row: row.order.sent_at.isoformat()),
            Export("sent_by", lambda row: row.order.sent_by.name),
        ),
    ),
)  # fmt: skip

ORDERS = Listing(
    key="orders",
    route="orders-all",
    area=Area.DISPATCHED,
    title=gettext_lazy("Orders"),
    rows=lambda reader: access.orders(reader.actor),
    dress=dress,
    columns=COLUMNS,
    filters=(
        Search(
            key="q", label=gettext_lazy("Find an order"), placeholder=gettext_lazy("words, team, number"), apply=_typed
        ),
        Choice(key="team", label=gettext_lazy("Team"), choices=_teams, apply=one_of("team"), field="team"),
        Choice(
            key="standing", label=gettext_lazy("State"), choices=fixed(Standing.choices), apply=one_of("standing"),
            field="standing",
        ),
        Choice(
            key="sign", label=gettext_lazy("Signs"), apply=_signed,
            choices=fixed([*((name, label) for name, label, _holds in SIGNS), (OVER, gettext_lazy("over its time"))]),
        ),
        Choice(
            key="by", label=gettext_lazy("Sent by"), choices=people("sent_by", gettext_lazy("nobody")),
            apply=one_of("sent_by"), field="sent_by",
        ),
        Days(key="sent", label=gettext_lazy("Sent"), apply=within("sent_at")),
    ),
    sort="wanted",
    counted=_counted,
    number=lambda row: row.order.pk,
    loads=("team", "holder", "sent_by"),
    nothing_yet="orders/_nothing_yet.html",
    style="is-worded",
    row_style=lambda row: "faint" if row.order.closed_at else "",
)  # fmt: skip
