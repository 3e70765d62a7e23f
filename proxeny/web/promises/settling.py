"""What becomes of a promise: kept, moved, withdrawn; each on a page of its own, each to be taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise as Words
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.core import clock
from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.promises import access, keeping, moving, withdrawing
from proxeny.promises.models import Promise
from proxeny.web import toasts
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, readers_of, writers_of
from proxeny.web.promises.forms import KeepForm, MoveForm, WithdrawForm
from proxeny.web.templatetags.words import day_text


@dataclass(frozen=True, slots=True)
class Settling:
    """One thing that can become of a promise: its form, its words, the verb that does it, which gives toast and way back."""

    name: str
    title: Words
    button: Words
    form: type[Drafted]
    do: Callable[[Promise, Any, StaffRequest], tuple[str, str]]
    initial: Callable[[], dict[str, Any]] = dict


def _keep(promise: Promise, said: Any, request: StaffRequest) -> tuple[str, str]:
    row = keeping.keep(promise, by=request.actor, **said)
    late = row.kept_on is not None and row.kept_on > row.due_on
    text = _("Noted: kept, but late.") if late else _("Noted: kept.")
    return text, reverse("promise-keeping-withdrawal", args=[promise.pk])


def _move(promise: Promise, said: Any, request: StaffRequest) -> tuple[str, str]:
    moved = moving.move(promise, by=request.actor, seen=_seen(request), **said)
    text = _("Moved to %(day)s. The day before it stays to be read.") % {"day": day_text(moved.to_day)}
    return text, reverse("promise-move-withdrawal", args=[promise.pk, moved.pk])


def _withdraw(promise: Promise, said: Any, request: StaffRequest) -> tuple[str, str]:
    withdrawing.withdraw(promise, by=request.actor, **said)
    text = _("Withdrawn. Nothing is owed any more; the reason stands on record.")
    return text, reverse("promise-withdrawal-withdrawal", args=[promise.pk])


KEEP = Settling(
    "keep",
    gettext_lazy("Note it as kept"),
    gettext_lazy("Note as kept"),
    KeepForm,
    _keep,
    lambda: {"kept_on": clock.today().isoformat()},
)
MOVE = Settling("move", gettext_lazy("Move the day"), gettext_lazy("Move"), MoveForm, _move)
WITHDRAW = Settling(
    "withdraw", gettext_lazy("Withdraw the promise"), gettext_lazy("Withdraw"), WithdrawForm, _withdraw
)


@readers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: StaffRequest, number: int) -> HttpResponse:
    """Note that the promise was kept, with its proof."""
    return _settle(request, access.promise_to_keep(request.actor, number), KEEP)


@writers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: StaffRequest, number: int) -> HttpResponse:
    """Move the day, on the customer's word."""
    return _settle(request, access.promise_for(request.actor, number, write=True), MOVE)


@writers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: StaffRequest, number: int) -> HttpResponse:
    """Withdraw the promise, with a reason."""
    return _settle(request, access.promise_for(request.actor, number, write=True), WITHDRAW)


@readers_of(Area.DOSSIER)
@require_POST
def unkeep(request: StaffRequest, number: int) -> HttpResponse:
    """Take back that it was kept."""
    keeping.take_back(access.promise_to_keep(request.actor, number), by=request.actor)
    toasts.say(request, _("Taken back. It is owed again."))
    return redirect("promise", number)


@writers_of(Area.DOSSIER)
@require_POST
def unmove(request: StaffRequest, number: int, move_number: int) -> HttpResponse:
    """Take one's own move back."""
    promise = access.promise_for(request.actor, number, write=True)
    if moving.take_back(promise, move_number, by=request.actor):
        toasts.say(request, _("Taken back. The day stands as before."))
    else:
        toasts.say(request, _("Something became of it since. The day was left as it is."), level=30)
    return redirect("promise", number)


@writers_of(Area.DOSSIER)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Put a withdrawn promise in force again."""
    withdrawing.restore(access.promise_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("Taken back. It is owed again."))
    return redirect("promise", number)


def _settle(request: StaffRequest, promise: Promise, how: Settling) -> HttpResponse:
    key = f"promise:{how.name}:{promise.pk}"
    unsent = begun(how.form, key, drafting.of(request.actor, key), initial=how.initial())
    if request.method != "POST":
        return _page(request, promise, how, unsent)
    form = how.form(request.POST).instead_of(unsent)
    if form.is_valid():
        try:
            with sending(request.actor, key):
                said, undo = how.do(promise, form.cleaned_data, request)
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, said, undo=undo)
            return redirect("promise", promise.pk)
    return _page(request, promise, how, form, status=422)


def _page(
    request: StaffRequest, promise: Promise, how: Settling, form: Drafted, *, status: int = 200
) -> HttpResponse:
    context = {"promise": promise, "how": how, "form": form, "seen": _seen(request) or promise.due_on}
    return render(request, "promises/settle.html", context, status=status)


def _seen(request: StaffRequest) -> date | None:
    """The day that stood there when the form was opened."""
    try:
        return date.fromisoformat(request.POST.get("seen", ""))
    except ValueError:
        return None
