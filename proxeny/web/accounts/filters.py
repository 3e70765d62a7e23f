"""By what the list of customers is narrowed."""

from django.utils.translation import gettext_lazy as _

from proxeny.accounts.finding import matching
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, Role, may
from proxeny.judgement.models import Judgement
from proxeny.web.accounts import seeing, sorting, swings
from proxeny.web.lists.filters import Choice, Filter, Rows, Search, Values, fixed, one_of, people
from proxeny.web.lists.reader import Reader

__all__ = ["FILTERS", "knows_bands", "knows_swings"]

YES, NO = "1", "0"


def knows_swings(actor: Actor) -> bool:
    """Tell whether the actor may know of a swing of any customer."""
    return may(actor, Area.HEALTH)


def knows_bands(actor: Actor) -> bool:
    """Tell whether the actor may know how any customer was judged."""
    return may(actor, Area.HEALTH) or actor.holds(Role.SALES)


def _typed(rows: Rows, values: Values, _reader: Reader) -> Rows:
    return matching(rows, values[0])


def _swinging(rows: Rows, values: Values, reader: Reader) -> Rows:
    """A swing, or that there is none, counts only where the reader may know of it."""
    if len(values) == 2:
        return rows
    rows = rows.filter(seeing.health_open(reader.actor))
    swinging = swings.of_last_sweep(reader.on).values("account")
    return rows.filter(pk__in=swinging) if YES in values else rows.exclude(pk__in=swinging)


def _judged(rows: Rows, values: Values, reader: Reader) -> Rows:
    """What the reader may not know counts as not judged."""
    banded = rows.annotate(shown_band=sorting.visible_band(reader))
    return one_of("shown_band")(banded, values, reader)


def _left(rows: Rows, values: Values, _reader: Reader) -> Rows:
    return rows if len(values) == 2 else rows.filter(left_on__isnull=NO in values)


FILTERS: tuple[Filter, ...] = (
    Search(
        key="q",
        label=_("Find a customer"),
        placeholder=_("name, pinyin, initials, number"),
        apply=_typed,
    ),
    Choice(
        key="level",
        label=_("Level"),
        choices=fixed(Account.Level.choices),
        apply=one_of("level"),
        field="level",
    ),
    Choice(
        key="speaker",
        label=_("Spokesperson"),
        choices=people("spokesperson", _("nobody")),
        apply=one_of("spokesperson"),
        field="spokesperson",
    ),
    Choice(
        key="sales",
        label=_("Sales"),
        choices=people("sales", _("nobody")),
        apply=one_of("sales"),
        field="sales",
    ),
    Choice(
        key="band",
        label=_("Judgement"),
        choices=fixed([*reversed(Judgement.Band.choices), ("none", _("not judged"))]),
        apply=_judged,
        known=knows_bands,
    ),
    Choice(
        key="swing",
        label=_("Swing"),
        choices=fixed([(YES, _("with a swing")), (NO, _("without a swing"))]),
        apply=_swinging,
        known=knows_swings,
    ),
    Choice(
        key="left",
        label=_("Still a customer"),
        choices=fixed([(NO, _("still a customer")), (YES, _("has left"))]),
        apply=_left,
    ),
)
