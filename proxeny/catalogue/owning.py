"""Saying which team is asked for what, changing it, ending it."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.changing import Change, made_by, merged, restored, texts
from proxeny.accounts.merging import Texts
from proxeny.catalogue import access, recording
from proxeny.catalogue.events import Kind
from proxeny.catalogue.fields import OF_OWNERSHIPS
from proxeny.catalogue.models import Module, Ownership, Product
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.models import Team


def own(
    product: Product,
    *,
    team: Team,
    by: Actor,
    module: Module | None = None,
    symptoms: Iterable[str] | str = (),
) -> Ownership:
    """Note that the team is asked for a product, a module of it, or what shows there (`symptoms`); none: whatever it is.

    Saying the same again changes nothing. Raises NotFound for who may not, ValidationError, by field, where the module is of
    another product, a symptom says too little, or another team is asked for just that already.
    """
    with transaction.atomic():
        recording.locked_product(product, by)
        row = Ownership(product=product, module=module, set_by=by.reference, set_at=clock.now())
        words = symptoms if isinstance(symptoms, str) else list(symptoms)
        wanted = recording.read(OF_OWNERSHIPS, row, {"symptoms": words, "team": f"team:{team.pk}"})
        recording.take(OF_OWNERSHIPS, row, wanted)
        if module is not None and module.product_id != product.pk:
            raise ValidationError({"module": _("That module belongs to another product.")})
        if standing := _same(row):
            return standing
        _refuse_second(row)
        row.save()
        _append(Kind.OWNER_SET, row, by, symptoms=row.symptoms)
    return row


def change(row: Ownership, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None) -> Change:
    """Give a row other `symptoms` or another `team` (as text: `team:3`); `seen` is what stood there before.

    Raises NotFound, also for what has ended, ValidationError by field, and Conflict.
    """
    with transaction.atomic():
        found = _locked(row, by)
        if found.ended_at is not None:
            raise ValidationError(_("It has ended meanwhile; say anew who is asked."))
        return _kept(found, recording.read(OF_OWNERSHIPS, found, new), seen or {}, by)


def take_back(row: Ownership, sequence: int, *, by: Actor) -> Change:
    """Restore what stood before the change with that line; only who made it can. Raises Overtaken if changed since."""
    with transaction.atomic():
        found = _locked(row, by)
        recorded = made_by(by, found.record, Kind.OWNER_CHANGED, sequence)
        wanted = restored(recorded, texts(OF_OWNERSHIPS, found), found.record, [Kind.OWNER_CHANGED])
        return _kept(found, recording.read(OF_OWNERSHIPS, found, wanted), {}, by)


def end(row: Ownership, *, by: Actor) -> Ownership:
    """Note that the team is no longer asked for it. Doing it twice changes nothing."""
    with transaction.atomic():
        found = _locked(row, by)
        if found.ended_at is None:
            found.ended_at, found.ended_by = clock.now(), by.reference
            found.save(update_fields=["ended_at", "ended_by"])
            _append(Kind.OWNER_ENDED, found, by)
    return found


def restore(row: Ownership, *, by: Actor) -> Ownership:
    """Take back that it ended. Raises ValidationError where another team is asked for just that meanwhile."""
    with transaction.atomic():
        found = _locked(row, by)
        if found.ended_at is not None and _same(found) is None:
            _refuse_second(found)
            found.ended_at, found.ended_by = None, ""
            found.save(update_fields=["ended_at", "ended_by"])
            _append(Kind.OWNER_RESTORED, found, by)
    return found


def _locked(row: Ownership, by: Actor) -> Ownership:
    recording.locked_product(row.product, by)
    return access.ownership_for(by, row.pk, write=True)


def _kept(row: Ownership, wanted: Texts, seen: Texts, by: Actor) -> Change:
    changes = merged(OF_OWNERSHIPS, row, wanted, seen, row.record, [Kind.OWNER_CHANGED])
    if not changes:
        return Change()
    _refuse_second(row)
    row.save(update_fields=list(changes))
    return Change(_append(Kind.OWNER_CHANGED, row, by, changes=changes), changes)


def _standing_beside(row: Ownership) -> list[Ownership]:
    beside = Ownership.objects.filter(product=row.product_id, module=row.module_id, ended_at=None)
    return list(beside.exclude(pk=row.pk).select_related("team"))


def _same(row: Ownership) -> Ownership | None:
    """The row that says the same already."""
    found = (one for one in _standing_beside(row) if one.team_id == row.team_id)
    return next((one for one in found if set(one.symptoms) == set(row.symptoms)), None)


def _refuse_second(row: Ownership) -> None:
    """Of two teams that are asked for everything nobody knows which; one of them must be for symptoms."""
    if row.symptoms:
        return
    if other := next((one for one in _standing_beside(row) if not one.symptoms), None):
        values = {"team": other.team.name}
        said = _(
            "%(team)s is asked for it already, whatever it is. Change that, or name the symptoms for which it is another."
        )
        raise ValidationError({"team": said % values})


def _append(kind: Kind, row: Ownership, by: Actor, **content: object) -> int:
    about = [row.record, row.product.record, Reference("team", str(row.team_id))]
    about += [row.module.record] if row.module else []
    return recording.append(kind, *about, by=by, name=row.name, team=row.team.name, **content)
