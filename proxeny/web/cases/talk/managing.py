"""Looking after templates and snippets: one’s own, and everybody’s for those who lead."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proxeny.cases import templating
from proxeny.cases.models import Audience, Template
from proxeny.cases.templating import PLACES, Draft
from proxeny.core import words
from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.policy import StaffRequest, writers_of

LANGUAGES = [("", gettext_lazy("any")), ("zh", "中文"), ("en", "English")]


class TemplateForm(Drafted):
    """What a template holds."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    text = forms.CharField(
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=templating.LONGEST,
        help_text=gettext_lazy(
            "Words in curly brackets are filled when it is used; the places are listed below."
        ),
    )
    audience = forms.ChoiceField(
        label=gettext_lazy("For"),
        required=False,
        choices=[("", gettext_lazy("any message")), *Audience.choices],
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False, choices=LANGUAGES)
    is_snippet = forms.BooleanField(
        label=gettext_lazy("Snippet"),
        required=False,
        help_text=gettext_lazy("put where the cursor stands, instead of being a whole message"),
    )
    is_shared = forms.BooleanField(
        label=gettext_lazy("For everybody"),
        required=False,
        help_text=gettext_lazy("colleagues find it, too; only leads change it"),
    )

    def without_sharing(self) -> None:
        """Leave out what only those who lead decide."""
        del self.fields["is_shared"]


@writers_of(Area.INSIDE)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """List everybody’s and one’s own."""
    found = templating.templates(request.actor)
    rows = [(one, templating.may_change(request.actor, one)) for one in found]
    context = {
        "shared": [row for row in rows if row[0].owner_id is None],
        "own": [row for row in rows if row[0].owner_id is not None],
    }
    return render(request, "cases/talk/templates.html", context)


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Make a new one."""
    return _edit(request, None, "template:new", {})


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, number: int) -> HttpResponse:
    """Change one."""
    row = templating.template_for(request.actor, number, change=True)
    names = ("name", "text", "audience", "language", "is_snippet")
    known = {**{name: getattr(row, name) for name in names}, "is_shared": row.owner_id is None}
    return _edit(request, row, f"template:{number}", known)


@writers_of(Area.INSIDE)
@require_POST
def put_away(request: StaffRequest, number: int) -> HttpResponse:
    """Put one away."""
    row = templating.template_for(request.actor, number, change=True, also_put_away=True)
    templating.put_away(row, by=request.actor)
    undo = reverse("case-template-restoration", args=[number])
    toasts.say(request, _("“%(name)s” is put away.") % {"name": row.name}, undo=undo)
    return redirect("case-templates")


@writers_of(Area.INSIDE)
@require_POST
def bring_back(request: StaffRequest, number: int) -> HttpResponse:
    """Bring one back that was put away."""
    row = templating.template_for(request.actor, number, change=True, also_put_away=True)
    templating.bring_back(row, by=request.actor)
    toasts.say(request, _("“%(name)s” is back.") % {"name": row.name})
    return redirect("case-templates")


def _edit(request: StaffRequest, row: Template | None, key: str, known: dict[str, Any]) -> HttpResponse:
    unsent = begun(TemplateForm, key, drafting.of(request.actor, key), initial=known)
    form = TemplateForm(request.POST).instead_of(unsent) if request.method == "POST" else unsent
    if not templating.may_share(request.actor):
        form.without_sharing()
    if request.method == "POST" and form.is_valid():
        try:
            with sending(request.actor, key):
                kept = templating.keep(Draft(**form.cleaned_data), by=request.actor, instead_of=row)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            toasts.say(request, _("“%(name)s” is kept.") % {"name": kept.name})
            return redirect("case-templates")
    status = 422 if form.is_bound else 200
    is_zh = words.here() == "zh"
    places = [f"{{{zh if is_zh else name}}}" for name, zh in PLACES.items()]
    context = {"form": form, "template": row, "places": places}
    return render(request, "cases/talk/template.html", context, status=status)
