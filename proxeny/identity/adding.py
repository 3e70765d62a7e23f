"""Adding colleagues, giving them roles, and letting them go."""

from collections.abc import Iterable

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from proxeny.core import clock, references
from proxeny.core.actors import Actor
from proxeny.identity import announcing
from proxeny.identity.events import Kind
from proxeny.identity.models import RoleGrant, Staff
from proxeny.identity.roles import Role
from proxeny.ledger import appending


def add_staff(
    username: str,
    name: str,
    *,
    by: Actor,
    email: str = "",
    password: str | None = None,
    roles: Iterable[Role] = (),
    language: str = "",
) -> Staff:
    """Add a colleague with these roles; without a password only sign-in through the company's identity provider works.

    Raises ValidationError when the password is too weak or the sign-in name is taken.
    """
    staff = Staff(username=username, name=name, email=email, added_at=clock.now())
    if language:
        staff.language = language
    if password is None:
        staff.set_unusable_password()
    else:
        validate_password(password, staff)
        staff.set_password(password)
    staff.full_clean(exclude=["password"])
    with transaction.atomic():
        staff.save()
        appending.append(Kind.STAFF_ADDED, about=[references.to("staff", staff.pk)], by=by, name=name)
        for role in roles:
            grant(staff, role, by=by)
    return staff


def grant(staff: Staff, role: Role, *, by: Actor) -> RoleGrant:
    """Give `staff` the role; giving it again changes nothing."""
    with transaction.atomic():
        standing, is_new = RoleGrant.objects.get_or_create(
            staff=staff,
            role=role,
            ended_at=None,
            defaults={"granted_by": by.reference, "granted_at": clock.now()},
        )
        if is_new:
            entry = appending.append(
                Kind.ROLE_GRANTED, about=[references.to("staff", staff.pk)], by=by, name=staff.name, role=role
            )
            announcing.role_changed(staff, role, is_held=True, by=by, entry=entry)
    return standing


def end(staff: Staff, role: Role, *, by: Actor) -> None:
    """End a role from now on; what was done while it was held stays on record."""
    with transaction.atomic():
        standing = RoleGrant.objects.filter(staff=staff, role=role, ended_at=None)
        if standing.update(ended_at=clock.now(), ended_by=by.reference):
            entry = appending.append(
                Kind.ROLE_ENDED, about=[references.to("staff", staff.pk)], by=by, name=staff.name, role=role
            )
            announcing.role_changed(staff, role, is_held=False, by=by, entry=entry)


def let_go(staff: Staff, *, by: Actor, reason: str) -> None:
    """Close the door for a colleague who has left: no sign-in, no session; everything they did stays under their name."""
    with transaction.atomic():
        if not Staff.objects.filter(pk=staff.pk, is_active=True).update(is_active=False):
            return
        for role in Role:
            end(staff, role, by=by)
        entry = appending.append(
            Kind.STAFF_LEFT, about=[references.to("staff", staff.pk)], by=by, name=staff.name, reason=reason
        )
        announcing.staff_left(staff, by=by, entry=entry)
