"""What the queue shows of each case, and what of it goes into a file."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, may
from proxeny.web.cases.queue import cells
from proxeny.web.lists.listing import Column, Export, Sort, by


def knows_inside(actor: Actor) -> bool:
    """Tell whether the actor may know what after-sales says among itself, of any case."""
    return may(actor, Area.INSIDE)


def knows_confidential(actor: Actor) -> bool:
    """Tell whether the actor may know of any confidential case."""
    return may(actor, Area.CONFIDENTIAL)


COLUMNS = (
    Column(
        "case",
        _("Case"),
        text=cells.case,
        exports=(
            Export("number", lambda row: row.case.number),
            Export("title", lambda row: row.case.title),
            Export("account", lambda row: row.case.account.reference),
            Export("name", lambda row: row.case.account.name),
        ),
        sort=by("number"),
        is_fixed=True,
    ),
    Column(
        "due",
        _("Next due"),
        text=cells.due,
        exports=(
            Export("due_at", lambda row: row.case.due_at),
            Export("due_clock", lambda row: row.case.due_clock),
        ),
        sort=by("place"),
    ),
    Column(
        "step",
        _("Step"),
        text=cells.step,
        exports=(Export("step", lambda row: row.case.step),),
        sort=by("step", "place"),
        style="is-second",
    ),
    Column(
        "state",
        _("State"),
        text=cells.state,
        exports=(
            Export("state", lambda row: row.case.state),
            Export("state_since", lambda row: row.case.state_since),
        ),
        sort=by("state_since"),
        style="is-second",
    ),
    Column(
        "priority",
        _("Priority"),
        text=cells.priority,
        exports=(
            Export("priority", lambda row: row.case.priority),
            Export("severity", lambda row: row.case.severity),
        ),
        sort=by("priority", "place"),
        style="is-second",
    ),
    Column(
        "stake",
        _("At stake a year"),
        text=cells.stake,
        exports=(
            Export("stake", lambda row: row.stake.amount if row.stake else None),
            Export("currency", lambda row: row.case.account.currency),
        ),
        sort=Sort(
            lambda rows, _reader: rows.order_by(F("stake_minor").desc(nulls_last=True), "place", "pk"),
            falls=True,
        ),
        is_figure=True,
        style="is-third",
    ),
    Column(
        "hands",
        _("In the hands of"),
        text=cells.hands,
        exports=(Export("hands", lambda row: row.hands),),
        style="is-second",
    ),
    Column(
        "word",
        _("Last word"),
        text=cells.last_word,
        exports=(Export("last_word_at", lambda row: row.case.last_word_at),),
        style="is-third",
    ),
    Column(
        "opened",
        _("Opened"),
        text=cells.opened,
        exports=(
            Export("opened_at", lambda row: row.case.opened_at),
            Export("closed_at", lambda row: row.case.closed_at),
        ),
        sort=by("-opened_at"),
        style="is-third is-fourth",
    ),
    Column(
        "kind",
        _("Kind"),
        text=cells.kind,
        exports=(Export("kind", lambda row: row.case.kind),),
        sort=by("kind", "place"),
        known=knows_inside,
        style="is-third is-fourth",
    ),
    Column(
        "cause",
        _("Cause"),
        text=cells.cause,
        exports=(Export("cause", lambda row: row.case.cause),),
        sort=by("cause", "place"),
        known=knows_inside,
        is_shown=False,
        style="is-third",
    ),
    Column(
        "source",
        _("Came by"),
        text=cells.came_by,
        exports=(
            Export("channel", lambda row: row.case.channel),
            Export("source", lambda row: row.case.source),
            Export("source_reference", lambda row: row.case.source_reference),
        ),
        is_shown=False,
        style="is-third",
    ),
)
