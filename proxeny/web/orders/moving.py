"""Making a move of an order: each through its form, and never over what somebody else did meanwhile."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from proxeny.dispatch import access
from proxeny.dispatch.models import Move, Order
from proxeny.dispatch.overtaken import ASIDE, Overtaken
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms.drafted import sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.orders.acts import BY_KEY, Act, part_of
from proxeny.web.orders.forms import MoveForm
from proxeny.web.orders.moves import lines
from proxeny.web.orders.page import Meanwhile, blank, key_of, page
from proxeny.web.orders.reading import reading
from proxeny.web.policy import StaffRequest, writers_of

TO_CASE = "case"


@writers_of(Area.DISPATCHED)
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: StaffRequest, number: int, key: str) -> HttpResponse:
    """Show the form of a move, or make it; by itself the form stands on the page of the order.

    A move that is made is not asked beforehand whose it is: the verb does, and who was overtaken is told so.
    """
    order = access.order_for(request.actor, number)
    act = BY_KEY.get(key)
    if act is None:
        raise NotFound(f"move {key}")
    if request.method != "POST":
        return _opened(request, order, act)
    form = act.form(request.POST, order=order, auto_id=f"{act.key}-%s")
    form.instead_of(blank(request, reading(order), act))
    if not form.is_valid():
        return _again(request, order, act, form)
    try:
        with sending(request.actor, key_of(order, act)):
            act.verb(order, by=request.actor, seen=form.cleaned_data["seen"], **form.said())
    except ValidationError as error:
        refuse(form, error)
        return _again(request, order, act, form)
    except Overtaken as overtaken:
        return _overtaken(request, number, act, form, overtaken.move)
    toasts.say(request, str(act.said))
    return redirect(_back(request, order))


def _opened(request: StaffRequest, order: Order, act: Act) -> HttpResponse:
    """The form alone where htmx asked for it in another page, else the page with the form open."""
    if not part_of(request.actor, order).makes(act):
        raise NotFound(f"{act.key} of order {order.pk}")
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{reverse('order', args=[order.number])}?do={act.key}#{act.key}")
    context = {
        "order": order,
        "act": act,
        "form": blank(request, reading(order), act),
        "address": reverse("order-move", args=[order.number, act.key]),
        "back": TO_CASE,
    }
    return render(request, "orders/_form_in_case.html", context)


def _again(request: StaffRequest, order: Order, act: Act, form: MoveForm) -> HttpResponse:
    """Show the form with what is wrong, or, where the move is not theirs any more, who made that so."""
    if not part_of(request.actor, order).makes(act):
        seen = form.cleaned_data.get("seen") or order.last
        newer = order.moves.filter(number__gt=seen).exclude(kind__in=ASIDE)
        if winner := newer.select_related("by", "team", "to_team").first():
            return _overtaken(request, order.number, act, form, winner)
        raise NotFound(f"{act.key} of order {order.pk}")
    return render(request, "orders/show.html", page(request, order, sent=(act, form)), status=422)


def _overtaken(request: StaffRequest, number: int, act: Act, form: MoveForm, winner: Move) -> HttpResponse:
    """Say who did what meanwhile, show the order as it stands now, and keep what was typed: in its form, or to be copied."""
    order = access.order_for(request.actor, number)
    read = reading(order)
    fits = act.fits(order, read.route) and part_of(request.actor, order).makes(act)
    typed = (
        []
        if fits
        else [(str(form.fields[name].label), str(value)) for name, value in form.said().items() if value]
    )
    if fits:
        again = {**request.POST.dict(), "seen": str(order.last)}
        form = act.form(again, order=order, auto_id=f"{act.key}-%s").instead_of(form)
    told = Meanwhile(lines([winner])[0], typed)
    context = page(request, order, sent=(act, form) if fits else None, meanwhile=told)
    return render(request, "orders/show.html", context, status=422)


def _back(request: StaffRequest, order: Order) -> str:
    """The page that the form was opened on: the case, or the order itself; neither, where it has left the reader's sight."""
    if (
        request.POST.get("back") == TO_CASE
        and access.orders_of_us(request.actor).filter(pk=order.pk).exists()
    ):
        return f"{reverse('case', args=[order.case.number])}#panel-orders"
    if access.orders(request.actor).filter(pk=order.pk).exists():
        return reverse("order", args=[order.number])
    return reverse("orders")
