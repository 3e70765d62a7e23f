"""Saying on the screen which team is asked: added, changed and ended in place, each with a way back."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.changing import texts
from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.catalogue import access
from proxeny.catalogue import owning as verbs
from proxeny.catalogue.fields import OF_OWNERSHIPS
from proxeny.catalogue.models import Module, Product
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.catalogue import owners
from proxeny.web.catalogue.forms import OWNED, OwnerForm
from proxeny.web.catalogue.owners import Opened
from proxeny.web.forms import conflicts
from proxeny.web.forms.people import names_of
from proxeny.web.forms.refusing import refuse
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.CATALOGUE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Open the form below what the address names (`product`, `module`), or keep what was sent."""
    product, module = _place(request)
    number = module.pk if module else None
    if request.method != "POST":
        return _shown(request, product, Opened(OwnerForm(auto_id="new-%s"), module=number))
    form = OwnerForm(request.POST, auto_id="new-%s")
    if form.is_valid():
        try:
            team = access.team_for(request.actor, int(form.cleaned_data["team"]))
            row = verbs.own(
                product, module=module, symptoms=form.cleaned_data["symptoms"], team=team, by=request.actor
            )
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("%(team)s is asked for %(name)s.") % {"team": row.team.name, "name": row.name}
            toasts.say(request, said, undo=reverse("owner-end", args=[row.pk]))
            return _done(request, product)
    return _shown(request, product, Opened(form, module=number), status=422)


@writers_of(Area.CATALOGUE)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, number: int) -> HttpResponse:
    """Open the form in the row's place, or keep what was sent."""
    row = access.ownership_for(request.actor, number, write=True)
    standing = texts(OF_OWNERSHIPS, row)
    if request.method != "POST":
        return _shown(request, row.product, Opened(OwnerForm.of(row, standing), row=number))
    form = OwnerForm(request.POST, auto_id=f"owner-{number}-%s", seen=standing)
    if form.is_valid():
        _wanted, seen = conflicts.sent(request.POST, OF_OWNERSHIPS)
        try:
            made = verbs.change(row, form.wanted(), by=request.actor, seen=seen)
        except ValidationError as error:
            refuse(form, error)
        except Conflict as conflict:
            _say_conflict(form, conflict)
        else:
            undo = reverse("owner-withdrawal", args=[number, made.sequence]) if made else ""
            said = _("Kept, and on record.") if made else _("It was so already; nothing was changed.")
            toasts.say(request, said, undo=undo)
            return _done(request, row.product)
    return _shown(request, row.product, Opened(form, row=number), status=422)


@writers_of(Area.CATALOGUE)
@require_POST
def end(request: StaffRequest, number: int) -> HttpResponse:
    """Note that the team is no longer asked for it."""
    row = access.ownership_for(request.actor, number, write=True)
    verbs.end(row, by=request.actor)
    said = _("%(team)s is no longer asked for %(name)s.") % {"team": row.team.name, "name": row.name}
    toasts.say(request, said, undo=reverse("owner-restoring", args=[number]))
    return _done(request, row.product)


@writers_of(Area.CATALOGUE)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Take back that it ended."""
    row = access.ownership_for(request.actor, number, write=True)
    try:
        verbs.restore(row, by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages))
    else:
        toasts.say(request, _("Taken back. It stands as before."))
    return _done(request, row.product)


@writers_of(Area.CATALOGUE)
@require_POST
def take_back(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take one's own change back, or say who changed it since."""
    row = access.ownership_for(request.actor, number, write=True)
    try:
        verbs.take_back(row, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, OWNED)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages))
    else:
        toasts.say(request, _("Taken back. It stands as before."))
    return _done(request, row.product)


def _place(request: StaffRequest) -> tuple[Product, Module | None]:
    given = request.GET if request.method != "POST" else request.POST
    product, module = given.get("product", ""), given.get("module", "")
    if not product.isdecimal() or not (module.isdecimal() or module == ""):
        raise NotFound("product")
    found = access.product_for(request.actor, int(product), write=True)
    return found, access.module_for(request.actor, int(module), write=True) if module else None


def _say_conflict(form: OwnerForm, conflict: Conflict) -> None:
    """Say beside each field who has changed it, and to what; what was typed stays, and may be kept over it."""
    who = names_of(clash.by for clash in conflict.clashes)
    for clash in conflict.clashes:
        values = {"who": who.get(clash.by, _("Somebody")), "now": form.said(clash.field, clash.theirs)}
        form.add_error(
            clash.field,
            _("%(who)s has changed it meanwhile: %(now)s. Keep yours over it, or leave it.") % values,
        )
        form.look_again(clash.field, clash.theirs)


def _shown(request: StaffRequest, product: Product, opened: Opened, *, status: int = 200) -> HttpResponse:
    show = owners.section if request.htmx else owners.page  # type: ignore[attr-defined]
    return show(request, product, opened, status=status)


def _done(request: StaffRequest, product: Product) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        return owners.section(request, product)
    return redirect(f"{reverse('owners')}#owned-{product.pk}")
