"""Linking cases to the defect that they show, and taking that back."""

from django.db import transaction

from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, noting
from proxeny.demand.events import Kind
from proxeny.demand.models import Defect, DefectCase
from proxeny.identity.access import NotFound


def link(defect: Defect, case: Case, *, by: Actor) -> DefectCase:
    """Note that the case shows the defect. Doing it twice changes nothing. Raises NotFound for who may not change the case."""
    staff = noting.colleague(by)
    with transaction.atomic():
        row = _locked(defect, case, by)
        standing = row.links.filter(case=case, ended_at=None).first()
        if standing is not None:
            return standing
        made = DefectCase.objects.create(defect=row, case=case, by_id=staff, at=clock.now())
        _append(Kind.DEFECT_LINKED, row, case, by)
    return made


def unlink(defect: Defect, case: Case, *, by: Actor) -> bool:
    """Take back that the case shows the defect; return whether it was linked. Raises NotFound, as `link`."""
    staff = noting.colleague(by)
    with transaction.atomic():
        row = _locked(defect, case, by)
        standing = row.links.filter(case=case, ended_at=None)
        if not standing.update(ended_by=staff, ended_at=clock.now()):
            return False
        _append(Kind.DEFECT_UNLINKED, row, case, by)
    return True


def _locked(defect: Defect, case: Case, by: Actor) -> Defect:
    """The defect under a lock: two who link the same case at the same moment make one link."""
    row = access.defects(by).select_for_update().filter(pk=defect.pk).first()
    if row is None or not cases.cases(by, write=True).filter(pk=case.pk).exists():
        raise NotFound(str(defect.record))
    return row


def _append(kind: Kind, defect: Defect, case: Case, by: Actor) -> None:
    also = (case.record, case.account.record)
    noting.of_defect(kind, defect, *also, by=by, hidden=case.is_confidential, number=case.number)
