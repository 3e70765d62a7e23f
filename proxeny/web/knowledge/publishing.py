"""Publishing an article, retiring it, and taking either back."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.desk import drafting as desk
from proxeny.identity.roles import Area
from proxeny.knowledge import access, retiring
from proxeny.knowledge import publishing as verbs
from proxeny.web import toasts
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, writers_of


class RetireForm(Drafted):
    """Why an article does not hold any more."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Nobody finds it any more. Who writes articles can still read it, with the reason."
        ),
    )


@writers_of(Area.DOSSIER)
@require_POST
def publish(request: StaffRequest, number: int) -> HttpResponse:
    """Publish a draft."""
    verbs.publish(access.article_for(request.actor, number, write=True), by=request.actor)
    undo = reverse("article-publication-withdrawal", args=[number])
    toasts.say(request, _("Published. From now on it is found."), undo=undo)
    return redirect("article", number)


@writers_of(Area.DOSSIER)
@require_POST
def unpublish(request: StaffRequest, number: int) -> HttpResponse:
    """Make it a draft again."""
    verbs.take_back(access.article_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("Taken back. It is a draft again."))
    return redirect("article", number)


@writers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def retire(request: StaffRequest, number: int) -> HttpResponse:
    """Ask for the reason, or retire the article."""
    article = access.article_for(request.actor, number, write=True)
    key = f"article:retire:{number}"
    unsent = begun(RetireForm, key, desk.of(request.actor, key))
    form = unsent if request.method != "POST" else RetireForm(request.POST).instead_of(unsent)
    if request.method == "POST" and form.is_valid():
        try:
            with sending(request.actor, key):
                retiring.retire(article, reason=form.cleaned_data["reason"], by=request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            undo = reverse("article-retirement-withdrawal", args=[number])
            toasts.say(request, _("Retired. Nobody finds it any more."), undo=undo)
            return redirect("article", number)
    status = 422 if form.is_bound else 200
    return render(request, "knowledge/retire.html", {"article": article, "form": form}, status=status)


@writers_of(Area.DOSSIER)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Bring a retired article back."""
    retiring.restore(access.article_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("Taken back. It stands as before."))
    return redirect("article", number)
