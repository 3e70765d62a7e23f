"""Adding a product on the screen, changing it, noting that it is no longer sold; each with a way back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.changing import texts
from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.catalogue import access, products
from proxeny.catalogue.fields import OF_PRODUCTS
from proxeny.catalogue.models import Product
from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.catalogue.forms import OF_PRODUCT, ProductForm
from proxeny.web.forms import conflicts
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.CATALOGUE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form, or add what was sent."""
    key = "product:new"
    unsent = begun(
        ProductForm, key, drafting.of(request.actor, key), initial={"name": request.GET.get("name", "")}
    )
    if request.method != "POST":
        return _page(request, unsent)
    form = ProductForm(request.POST).instead_of(unsent)
    if form.is_valid():
        try:
            with sending(request.actor, key):
                made = products.add(**form.cleaned_data, by=request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, _("Added. Say who is asked when something is wrong with it."))
            return redirect("product", made.pk)
    return _page(request, form, status=422)


@writers_of(Area.CATALOGUE)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form with what stands there, or keep what was sent."""
    product = access.product_for(request.actor, number, write=True)
    key, standing = f"product:{number}", texts(OF_PRODUCTS, product)
    unsent = begun(ProductForm, key, drafting.of(request.actor, key), initial=standing)
    if request.method != "POST":
        return _page(request, unsent, product, seen=standing)
    wanted, seen = conflicts.sent(request.POST, OF_PRODUCTS)
    form = ProductForm({**standing, **wanted}).instead_of(unsent)
    if form.is_valid():
        try:
            with sending(request.actor, key):
                made = products.change(product, wanted, by=request.actor, seen=seen)
        except ValidationError as error:
            refuse(form, error)
        except Conflict as conflict:
            return _page(request, form, product, conflict=_asked(product, conflict, seen), status=422)
        else:
            undo = reverse("product-withdrawal", args=[number, made.sequence]) if made else ""
            said = _("Kept, and on record.") if made else _("It was so already; nothing was changed.")
            toasts.say(request, said, undo=undo)
            return redirect("product", number)
    return _page(request, form, product, seen={**standing, **seen}, status=422)


@writers_of(Area.CATALOGUE)
@require_POST
def take_back(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take one's own change back, or say who changed it since."""
    product = access.product_for(request.actor, number, write=True)
    try:
        products.take_back(product, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, OF_PRODUCT)
    else:
        toasts.say(request, _("Taken back. It stands as before."))
    return redirect("product", number)


@writers_of(Area.CATALOGUE)
@require_POST
def retire(request: StaffRequest, number: int) -> HttpResponse:
    """Note that it is no longer sold."""
    product = products.retire(access.product_for(request.actor, number, write=True), by=request.actor)
    said = _("%(name)s is no longer sold. It stays for those who have it.") % {"name": product.name}
    toasts.say(request, said, undo=reverse("product-restoring", args=[number]))
    return redirect("product", number)


@writers_of(Area.CATALOGUE)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Note that it is sold again."""
    product = products.restore(access.product_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("%(name)s is sold again.") % {"name": product.name})
    return redirect("product", number)


def _asked(product: Product, conflict: Conflict, seen: dict[str, str]) -> conflicts.Shown:
    return conflicts.shown(
        conflict,
        seen,
        labels={name: str(label) for name, label in OF_PRODUCT.items()},
        say=lambda _field, text: text,
        address=reverse("product-change", args=[product.pk]),
        back=reverse("product", args=[product.pk]),
    )


def _page(
    request: StaffRequest,
    form: ProductForm,
    product: Product | None = None,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    seen = more.pop("seen", {}).items()
    context = {"form": form, "product": product, "seen": seen, **more}
    return render(request, "catalogue/write_product.html", context, status=status)
