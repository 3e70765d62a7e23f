"""Setting on the screen who is on duty in turn, and who stands in."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.catalogue import access, turns
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.catalogue import team as shown
from proxeny.web.catalogue.duty_forms import RotaForm, StandInForm
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.templatetags.words import day_text


@writers_of(Area.CATALOGUE)
@require_http_methods(["GET", "HEAD", "POST"])
def set_rota(request: StaffRequest, number: int) -> HttpResponse:
    """Set the rota from a day on."""
    team = access.team_to_set(request.actor, number)
    if request.method != "POST":
        return redirect(f"{reverse('team-duty', args=[number])}#set-rota")
    members = list(Staff.objects.filter(memberships__team=team, memberships__left_at=None).order_by("name"))
    form = RotaForm(request.POST, members=members)
    if form.is_valid():
        begins_on, days = form.cleaned_data["begins_on"], form.cleaned_data["days"]
        try:
            made = turns.set_rota(team, form.people(), begins_on=begins_on, days=days, by=request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("The rota of %(team)s holds from %(day)s on.") % {
                "team": team.name,
                "day": day_text(begins_on),
            }
            toasts.say(request, said, undo=reverse("rota-removal", args=[made.pk]))
            return redirect("team-duty", number)
    return shown.page(request, team, rota=form, status=422)


@writers_of(Area.CATALOGUE)
@require_POST
def remove(request: StaffRequest, number: int) -> HttpResponse:
    """Remove a rota: what held before it holds on."""
    rota = access.rota_to_set(request.actor, number)
    turns.remove_rota(rota, by=request.actor)
    toasts.say(request, _("Removed. What held before holds on."))
    return redirect("team-duty", rota.team_id)


@writers_of(Area.CATALOGUE)
@require_http_methods(["GET", "HEAD", "POST"])
def stand_in(request: StaffRequest, number: int) -> HttpResponse:
    """Note who stands in on days."""
    team = access.team_to_set(request.actor, number)
    if request.method != "POST":
        return redirect(f"{reverse('team-duty', args=[number])}#set-stand-in")
    form = StandInForm(request.POST)
    if form.is_valid():
        staff = Staff.objects.filter(pk=form.cleaned_data["staff"]).first()
        days = {name: form.cleaned_data[name] for name in ("begins_on", "ends_on")}
        try:
            if staff is None:
                raise NotFound("staff")
            made = turns.stand_in(team, staff, by=request.actor, **days)
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("%(name)s stands in for %(team)s.") % {"name": staff.name, "team": team.name}
            toasts.say(request, said, undo=reverse("stand-in-end", args=[made.pk]))
            return redirect("team-duty", number)
    return shown.page(request, team, stand_in=form, status=422)


@writers_of(Area.CATALOGUE)
@require_POST
def end_stand_in(request: StaffRequest, number: int) -> HttpResponse:
    """Take back that somebody stands in."""
    one = access.stand_in_to_set(request.actor, number)
    turns.end_stand_in(one, by=request.actor)
    toasts.say(request, _("Taken back: whose turn it is has it again."))
    return redirect("team-duty", one.team_id)
