"""Lists as somebody wants to see them again: kept, shared with a team, pinned, put away.

A view is a piece of a desk and no evidence: nothing of it goes on record. It holds an address, not rows; whoever
opens it sees what they may see.
"""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.desk.models import SavedView, ViewPin
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team

LONGEST_NAME = 80
LONGEST_QUERY = 2000


def views(actor: Actor, listing: str = "") -> QuerySet[SavedView]:
    """Return the views the actor may open: their own, and those shared with a team they belong to.

    Each has `pinned_place`: its place among the actor's pinned ones, or None. Those pinned come first.
    """
    found = _views(actor.staff_id).select_related("owner", "team")
    return found.filter(listing=listing) if listing else found


def shown(actor: Actor, listing: str) -> list[SavedView]:
    """Return the views of a list that the actor may open, each with `team_name`; every page of a list asks for them."""
    return _SHOWN(actor.staff_id, listing) if actor.staff_id is not None else []


def pinned(actor: Actor, listing: str) -> QuerySet[SavedView]:
    """Return the views of a list that the actor keeps at hand, in their order."""
    return views(actor, listing).filter(pins__staff=actor.staff_id)


def view_for(actor: Actor, number: int, *, listing: str = "", own: bool = False) -> SavedView:
    """Return one view (of that list; only one's own), or raise NotFound."""
    found = views(actor, listing).filter(pk=number)
    view = (found.filter(owner=actor.staff_id) if own else found).first()
    if view is None:
        raise NotFound(f"view:{number}")
    return view


def removed_view_for(actor: Actor, number: int) -> SavedView:
    """Return one of the actor's own views that was removed, or raise NotFound."""
    view = SavedView.objects.filter(pk=number, owner=actor.staff_id).exclude(removed_at=None).first()
    if view is None:
        raise NotFound(f"view:{number}")
    return view


def teams_of(actor: Actor) -> QuerySet[Team]:
    """Return the teams the actor belongs to: those a view can be shared with."""
    return _teams(actor.staff_id)


def keep(listing: str, name: str, query: str, *, by: Actor, team: Team | None = None) -> SavedView:
    """Keep the address `query` of a list under a name. Raises ValidationError for a name that is missing or taken."""
    if by.staff_id is None:
        raise NotFound("desk")
    now = clock.machine_now()
    with transaction.atomic():
        return SavedView.objects.create(
            listing=listing,
            name=_free_name(name, listing, by),
            query=_short(query),
            owner_id=by.staff_id,
            team=_mine(team, by),
            made_at=now,
            changed_at=now,
        )


def rename(view: SavedView, name: str, *, by: Actor) -> None:
    """Give the view another name. Raises ValidationError for one that is missing or taken."""
    with transaction.atomic():
        _change(view, by, name=_free_name(name, view.listing, by, view))


def replace_query(view: SavedView, query: str, *, by: Actor) -> None:
    """Let the view show something else from now on."""
    _change(view, by, query=_short(query))


def share(view: SavedView, team: Team | None, *, by: Actor) -> None:
    """Let a team of the actor's find the view; without a team it is the owner's alone again."""
    _change(view, by, team=_mine(team, by))


def remove(view: SavedView, *, by: Actor) -> None:
    """Put the view away; `restore` brings it back as it was, with its pins."""
    _change(view, by, removed_at=clock.machine_now())


def restore(view: SavedView, *, by: Actor) -> None:
    """Bring a removed view back. When its name was taken meanwhile, ValidationError says so."""
    with transaction.atomic():
        _change(view, by, name=_free_name(view.name, view.listing, by, view), removed_at=None)


def pin(view: SavedView, *, by: Actor) -> None:
    """Keep the view at hand, behind those pinned already; again changes nothing."""
    view = view_for(by, view.pk)
    assert by.staff_id is not None  # only a colleague has views
    with transaction.atomic():
        places = _pins(by, view.listing).values_list("place", flat=True)
        ViewPin.objects.get_or_create(
            view=view, staff_id=by.staff_id, defaults={"place": max(places, default=-1) + 1}
        )


def unpin(view: SavedView, *, by: Actor) -> None:
    """Keep the view at hand no more."""
    ViewPin.objects.filter(view=view, staff=by.staff_id).delete()


def reorder(listing: str, numbers: Sequence[int], *, by: Actor) -> None:
    """Put the actor's pinned views of a list in this order; those not named follow as they stood."""
    wish = {number: place for place, number in enumerate(numbers)}
    with transaction.atomic():
        pins = sorted(
            _pins(by, listing), key=lambda one: (wish.get(one.view_id, len(wish)), one.place, one.pk)
        )
        for place, one in enumerate(pins):
            if one.place != place:
                ViewPin.objects.filter(pk=one.pk).update(place=place)


def _views(staff_id: int | None) -> QuerySet[SavedView]:
    """The views open to a colleague, with their places; nobody else has any."""
    mine = Q(owner=staff_id) | Q(team__in=_teams(staff_id).values("pk"))
    found = SavedView.objects.filter(mine, removed_at=None) if staff_id else SavedView.objects.none()
    pin = FilteredRelation("pins", condition=Q(pins__staff=staff_id))
    return found.annotate(pin=pin, pinned_place=F("pin__place")).order_by(
        F("pinned_place").asc(nulls_last=True), "name", "pk"
    )


_SHOWN: Phrased[SavedView] = Phrased(
    lambda staff_id, listing: _views(staff_id).filter(listing=listing).annotate(team_name=F("team__name"))
)


def _teams(staff_id: int | None) -> QuerySet[Team]:
    return Team.objects.filter(memberships__staff=staff_id, memberships__left_at=None)


def _pins(actor: Actor, listing: str) -> QuerySet[ViewPin]:
    return ViewPin.objects.filter(staff=actor.staff_id, view__listing=listing).order_by("place", "pk")


def _change(view: SavedView, by: Actor, **fields: object) -> None:
    """Change the owner's own view; another's does not exist to whoever is not its owner."""
    changed = {**fields, "changed_at": clock.machine_now()}
    if by.staff_id is None or not SavedView.objects.filter(pk=view.pk, owner=by.staff_id).update(**changed):
        raise NotFound(f"view:{view.pk}")
    for name, value in changed.items():
        setattr(view, name, value)


def _mine(team: Team | None, actor: Actor) -> Team | None:
    if team is not None and not teams_of(actor).filter(pk=team.pk).exists():
        raise NotFound(f"team:{team.pk}")
    return team


def _free_name(name: str, listing: str, actor: Actor, but: SavedView | None = None) -> str:
    name = " ".join(name.split())
    if not name:
        raise ValidationError({"name": _("The view needs a name.")})
    if len(name) > LONGEST_NAME:
        raise ValidationError(
            {"name": _("The name is too long: %(most)s letters at most.") % {"most": LONGEST_NAME}}
        )
    same = SavedView.objects.filter(owner=actor.staff_id, listing=listing, name=name, removed_at=None)
    if (same.exclude(pk=but.pk) if but else same).exists():
        raise ValidationError({"name": _("You have a view of that name already.")})
    return name


def _short(query: str) -> str:
    if len(query) > LONGEST_QUERY:
        raise ValidationError(_("This asks for too much to be kept: leave out a filter or a column."))
    return query
