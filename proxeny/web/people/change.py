"""Adding colleagues, giving and ending roles, letting go."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.identity import access, adding
from proxeny.identity.roles import Area, Role
from proxeny.web import toasts
from proxeny.web.people.forms import Departure, NewColleague
from proxeny.web.people.show import people_page, person_page
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.PEOPLE)
@require_POST
def add(request: StaffRequest) -> HttpResponse:
    """Add a colleague."""
    form = NewColleague(request.POST)
    if not form.is_valid():
        return people_page(request, colleague=form, status=422)
    fields = dict(form.cleaned_data, roles=[Role(name) for name in form.cleaned_data["roles"]])
    fields["password"] = fields["password"] or None
    try:
        staff = adding.add_staff(**fields, by=request.actor)
    except ValidationError as error:
        form.refuse(error)
        return people_page(request, colleague=form, status=422)
    toasts.say(request, _("%(name)s is one of us now.") % {"name": staff.name})
    return redirect("person", staff.pk)


@writers_of(Area.PEOPLE)
@require_POST
def roles(request: StaffRequest, number: int) -> HttpResponse:
    """Let a colleague hold exactly the roles that were ticked."""
    staff = access.staff_for(request.actor, number, write=True)
    if not staff.is_active:
        raise Http404
    wanted = set(request.POST.getlist("roles"))
    if _is_last_owner(request, number, wanted):
        toasts.say(
            request,
            _("Nobody would be left who can add colleagues: make somebody else owner first."),
            level=30,
        )
        return redirect("person", number)
    for role in Role:
        (adding.grant if role.value in wanted else adding.end)(staff, role, by=request.actor)
    toasts.say(request, _("Kept. It holds from the next click on."))
    return redirect("person", number)


@writers_of(Area.PEOPLE)
@require_POST
def departure(request: StaffRequest, number: int) -> HttpResponse:
    """Close the door for a colleague who leaves."""
    staff = access.staff_for(request.actor, number, write=True)
    form = Departure(request.POST)
    if staff.pk == request.actor.staff_id:
        form.add_error("reason", _("Nobody can let themselves go; ask another owner."))
    if not form.is_valid():
        return person_page(request, staff, departure=form, status=422)
    adding.let_go(staff, by=request.actor, reason=form.cleaned_data["reason"])
    toasts.say(request, _("%(name)s has left. What they did stays under their name.") % {"name": staff.name})
    return redirect("people")


def _is_last_owner(request: StaffRequest, number: int, wanted: set[str]) -> bool:
    if Role.OWNER.value in wanted:
        return False
    others = access.staff_list(request.actor).filter(
        grants__role=Role.OWNER, grants__ended_at=None, is_active=True
    )
    return not others.exclude(pk=number).exists()
