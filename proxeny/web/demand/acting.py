"""The pages on which something is said of a request: each shows its form, does one verb, and offers to take it back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from proxeny.core.actors import Actor
from proxeny.demand import access
from proxeny.demand.models import Request
from proxeny.desk import drafting as desk
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.demand.act_forms import ActForm
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, View, writers_of

Said = dict[str, Any]


def _nothing(_one: Request) -> Said:
    return {}


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is said of a request.

    `do` gets the request, what was sent and who acts, and returns what it made, which `taken_back` names in the address that
    takes it back (`voices/4`). `within` are the requests of which the actor may say it; `initial` fills the form.
    """

    key: str
    title: Any
    button: Any
    form: type[ActForm]
    do: Callable[[Request, Said, Actor], Any]
    within: Callable[[Actor], QuerySet[Request]]
    done: Any
    taken_back: str = ""
    help: Any = ""
    style: str = "is-primary"
    initial: Callable[[Request], Said] = _nothing
    more: Said = field(default_factory=dict)


def page_of(act: Act) -> View:
    """Return the view of an act."""

    @writers_of(Area.REQUESTS)
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: StaffRequest, number: int) -> HttpResponse:
        """Show the form, or do what was sent."""
        return respond(act, request, number)

    return view


def respond(act: Act, request: StaffRequest, number: int) -> HttpResponse:
    """Show the form of the act, or do what was sent and lead back to the request."""
    one = access.one_of(act.within(request.actor), number)
    key = f"request:{act.key}:{number}"
    more: Said = {"one": one, **act.more}
    unsent = begun(act.form, key, desk.of(request.actor, key), initial=act.initial(one), **more)
    form = unsent if request.method != "POST" else act.form(request.POST, **more).instead_of(unsent)
    if request.method == "POST" and form.is_valid():
        try:
            with sending(request.actor, key):
                made = act.do(one, form.wanted(), request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, act.done, undo=_undo(act, one, made))
            return redirect("request", number)
    context = {"one": one, "account": one.account, "form": form, "act": act}
    return render(request, "demand/act.html", context, status=422 if form.is_bound else 200)


def _undo(act: Act, one: Request, made: Any) -> str:
    if not act.taken_back or made is None:
        return ""
    return reverse("request-taken-back", args=[one.pk, act.taken_back, made.pk])
