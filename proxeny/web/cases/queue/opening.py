"""Opening a case: quickly taken in."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from proxeny.cases import opening
from proxeny.cases.models import Case, Channel
from proxeny.cases.opening import Opening
from proxeny.desk import drafting
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may
from proxeny.web import toasts
from proxeny.web.cases.queue.customers import Who, account_of, who
from proxeny.web.cases.queue.forms import OpenForm
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.policy import StaffRequest, writers_of

DRAFT = "case-new"


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form, or open the case and go there."""
    draft = drafting.of(request.actor, DRAFT)
    asked = request.GET.copy()
    if draft and "account" not in asked:
        for name in ("customer", "account"):
            asked[name] = str(draft.content.get(name, ""))
    if request.method != "POST":
        known = who(request.actor, asked)
        initial = {"account": known.chosen, "customer": known.typed}
        form = begun(OpenForm, DRAFT, draft, initial=initial, **_given(request, known))
        return _page(request, form, known)
    known = who(request.actor, request.POST)
    form = OpenForm(request.POST, **_given(request, known))
    form.draft_key, form.draft = DRAFT, draft
    if form.is_valid():
        try:
            with sending(request.actor, DRAFT):
                case = _open(request, form)
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                form.add_error(name if name in form.fields else None, messages)
        else:
            name = case.owner.name if case.owner else _("nobody")
            said = _("Case %(number)s is open, in the hands of %(name)s.")
            toasts.say(request, said % {"number": case.number, "name": name})
            return redirect("case", case.number)
    return _page(request, form, known, status=422)


@writers_of(Area.INSIDE)
@require_safe
def customers(request: StaffRequest) -> HttpResponse:
    """Show the customers that may be meant, and the people of the one that is chosen."""
    known = who(request.actor, request.GET)
    form = OpenForm(initial=_said(request.GET), **_given(request, known))
    return render(request, "cases/queue/_who.html", {"who": known, "form": form})


def _open(request: StaffRequest, form: OpenForm) -> Case:
    said = form.cleaned_data
    if said.get("is_confidential") and account_of(request.actor, str(said["account"].pk)) is None:
        raise NotFound("account")
    return opening.open_case(
        said["account"],
        Opening(
            title=said["title"],
            text=said["text"],
            severity=said["severity"],
            channel=Channel(said["channel"] or Channel.CHAT),
            product=said["product"],
            reporter=said["reporter"],
            reporter_name=said["reporter_name"],
            owner=said["owner"],
            is_confidential=said.get("is_confidential", False),
        ),
        by=request.actor,
    )


def _given(request: StaffRequest, known: Who) -> dict[str, Any]:
    may_confide = may(request.actor, Area.CONFIDENTIAL, write=True)
    return {"account": known.chosen, "may_confide": may_confide}


def _said(asked: QueryDict) -> dict[str, str]:
    return {name: asked.get(name, "") for name in ("reporter", "reporter_name")}


def _page(request: StaffRequest, form: OpenForm, known: Who, *, status: int = 200) -> HttpResponse:
    return render(request, "cases/queue/new.html", {"form": form, "who": known}, status=status)
