"""Joining a request to the one that it repeats, and parting them; look-alikes are offered."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts import access as accounts
from proxeny.core.actors import Actor
from proxeny.demand import access, joining
from proxeny.demand.models import Request
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.demand.alike import alike
from proxeny.web.policy import StaffRequest, readers_of, writers_of

LEAST = 4
MOST_DIGITS = 18


class JoinForm(forms.Form):
    """Which request leads."""

    leader = forms.IntegerField(
        label=gettext_lazy("Number of the request that leads"),
        min_value=1,
        max_value=10**MOST_DIGITS,
        help_text=gettext_lazy("Both stay to be read. What is decided for it holds for this one."),
    )


@writers_of(Area.REQUESTS)
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: StaffRequest, number: int) -> HttpResponse:
    """Show what resembles the request and ask which one leads, or join it."""
    one = access.one_of(access.handled(request.actor), number)
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            leader = access.one_of(access.handled(request.actor), form.cleaned_data["leader"])
            joining.join(one, leader, by=request.actor)
        except NotFound:
            form.add_error("leader", _("There is no such request."))
        except ValidationError as error:
            form.add_error("leader", error.messages)
        else:
            undo = reverse("request-parting", args=[number])
            toasts.say(request, _("Joined. They are decided together."), undo=undo)
            return redirect("request", number)
    found = alike(request.actor, one.what + "\n" + one.purpose, one.account, besides=one)
    context = {"one": one, "account": one.account, "form": form, "alike": found}
    return render(request, "demand/join.html", context, status=422 if form.is_bound else 200)


@writers_of(Area.REQUESTS)
@require_POST
def part(request: StaffRequest, number: int) -> HttpResponse:
    """Take the joining back."""
    joining.part(access.one_of(access.handled(request.actor), number), by=request.actor)
    toasts.say(request, _("Parted. It is decided by itself."))
    return redirect("request", number)


@readers_of(Area.INSIDE)
@require_POST
def typing(request: StaffRequest) -> HttpResponse:
    """Show the requests that resemble the words being typed, to be joined."""
    text = "\n".join(request.POST.get(name, "") for name in ("what", "purpose")).strip()
    account = accounts.accounts(request.actor).filter(pk=_number(request.GET.get("account", ""))).first()
    found = alike(request.actor, text, account) if len(text) >= LEAST else []
    chosen = request.POST.get("join", "")
    return render(request, "demand/_alike.html", {"alike": found, "chosen": chosen})


def join_chosen(made: Request, chosen: str, *, by: Actor) -> None:
    """Join what was just noted to the one chosen in its form, if any. Raises ValidationError where they cannot go together."""
    leader = access.handled(by).filter(pk=_number(chosen)).first()
    if leader is not None:
        joining.join(made, leader, by=by)


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS else 0
