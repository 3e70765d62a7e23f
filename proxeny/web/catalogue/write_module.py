"""Adding a module on the screen, changing it, noting that it is no longer sold; each with a way back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.changing import texts
from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.catalogue import access, modules, tying
from proxeny.catalogue.fields import OF_MODULES
from proxeny.catalogue.models import Module, Product
from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.catalogue.forms import OF_MODULE, ModuleForm
from proxeny.web.forms import conflicts
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest, writers_of

CHOSEN = ("editions", "needs", "excludes", "adoption_risk")


@writers_of(Area.CATALOGUE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form for a module of that product, or add what was sent."""
    product = access.product_for(request.actor, number, write=True)
    key = f"module:of:{number}"
    unsent = begun(ModuleForm, key, drafting.of(request.actor, key), product=product)
    if request.method != "POST":
        return _page(request, unsent, product)
    form = ModuleForm(request.POST, product=product).instead_of(unsent)
    if form.is_valid():
        try:
            with sending(request.actor, key):
                made = modules.add(product, **form.wanted(), by=request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, _("Added: %(name)s.") % {"name": made.full_name})
            return redirect("module", made.pk)
    return _page(request, form, product, status=422)


@writers_of(Area.CATALOGUE)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form with what stands there, or keep what was sent."""
    module = tying.load(access.module_for(request.actor, number, write=True))
    key, standing = f"module:{number}", texts(OF_MODULES, module)
    more: dict[str, Any] = {"product": module.product, "module": module}
    unsent = begun(ModuleForm, key, drafting.of(request.actor, key), initial=standing, **more)
    page: dict[str, Any] = {"module": module}
    if request.method != "POST":
        return _page(request, unsent, module.product, seen=standing, **page)
    picked, seen = conflicts.sent(request.POST, OF_MODULES)
    is_decided = any(name.startswith("pick-") for name in request.POST)
    form = ModuleForm(
        _decided(standing, picked) if is_decided else request.POST, initial=dict(standing), **more
    )
    form.instead_of(unsent)
    if form.is_valid():
        # Of a conflict that was decided only what was in question is wanted.
        wanted = {name: text for name, text in form.wanted().items() if not is_decided or name in picked}
        try:
            with sending(request.actor, key):
                made = modules.change(module, wanted, by=request.actor, seen=seen)
        except ValidationError as error:
            refuse(form, error)
        except Conflict as conflict:
            asked = _asked(module, conflict, seen)
            return _page(request, form, module.product, conflict=asked, status=422, **page)
        else:
            undo = reverse("module-withdrawal", args=[number, made.sequence]) if made else ""
            said = _("Kept, and on record.") if made else _("It was so already; nothing was changed.")
            toasts.say(request, said, undo=undo)
            return redirect("module", number)
    return _page(request, form, module.product, seen={**standing, **seen}, status=422, **page)


@writers_of(Area.CATALOGUE)
@require_POST
def take_back(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take one's own change back, or say why that is no longer possible."""
    module = access.module_for(request.actor, number, write=True)
    try:
        modules.take_back(module, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, OF_MODULE)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages), level=messages.WARNING)
    else:
        toasts.say(request, _("Taken back. It stands as before."))
    return redirect("module", number)


@writers_of(Area.CATALOGUE)
@require_POST
def retire(request: StaffRequest, number: int) -> HttpResponse:
    """Note that it is no longer sold, or say what still needs it."""
    module = access.module_for(request.actor, number, write=True)
    try:
        modules.retire(module, by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages), level=messages.WARNING)
    else:
        said = _("%(name)s is no longer sold. It stays for those who have it.") % {"name": module.name}
        toasts.say(request, said, undo=reverse("module-restoring", args=[number]))
    return redirect("module", number)


@writers_of(Area.CATALOGUE)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Note that it is sold again."""
    module = modules.restore(access.module_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("%(name)s is sold again.") % {"name": module.name})
    return redirect("module", number)


def _decided(standing: dict[str, str], picked: dict[str, str]) -> dict[str, Any]:
    """What the form would hold, with what was chosen of a conflict."""
    held: dict[str, Any] = {**standing, **picked}
    for name in ModuleForm.MANY:
        held[name] = [line for line in str(held[name]).split("\n") if line]
    return held


def _asked(module: Module, conflict: Conflict, seen: dict[str, str]) -> conflicts.Shown:
    risks = dict(Module.Risk.choices)
    return conflicts.shown(
        conflict,
        seen,
        labels={name: str(label) for name, label in OF_MODULE.items()},
        say=lambda field, text: str(risks.get(text, text)) if field == "adoption_risk" else text,
        address=reverse("module-change", args=[module.pk]),
        back=reverse("module", args=[module.pk]),
        closed=CHOSEN,
    )


def _page(
    request: StaffRequest, form: ModuleForm, product: Product, *, status: int = 200, **more: Any
) -> HttpResponse:
    seen = more.pop("seen", {}).items()
    context = {"form": form, "product": product, "seen": seen, **more}
    return render(request, "catalogue/write_module.html", context, status=status)
