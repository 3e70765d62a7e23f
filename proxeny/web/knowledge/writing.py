"""Writing an article: drafting it, and changing it, also while somebody else does."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.accounts.changing import texts
from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.core import words
from proxeny.desk import drafting as desk
from proxeny.identity.roles import Area
from proxeny.knowledge import access, changing, drafting
from proxeny.knowledge.fields import FIELDS
from proxeny.knowledge.models import Article
from proxeny.web import toasts
from proxeny.web.forms import conflicts
from proxeny.web.forms.drafted import Drafted, begun, sending
from proxeny.web.forms.refusing import refuse
from proxeny.web.forms.undoing import say_overtaken
from proxeny.web.policy import StaffRequest, writers_of
from proxeny.web.sources import source_of

LABELS = {
    "title": gettext_lazy("Title"),
    "body": gettext_lazy("Text"),
    "kind": gettext_lazy("Kind"),
    "language": gettext_lazy("Language"),
    "product": gettext_lazy("Product"),
}
CHOICES = {"kind": dict(Article.Kind.choices), "language": dict(Article.Language.choices)}


class ArticleForm(Drafted):
    """What an article holds."""

    title = forms.CharField(label=LABELS["title"], max_length=200)
    kind = forms.ChoiceField(label=LABELS["kind"], choices=Article.Kind.choices)
    language = forms.ChoiceField(label=LABELS["language"], choices=Article.Language.choices)
    product = forms.CharField(label=LABELS["product"], max_length=120, required=False)
    body = forms.CharField(
        label=LABELS["body"],
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=gettext_lazy(
            "Blank lines part paragraphs; # begins a heading, - or 1. a list, &gt; a quotation; **strong**, `code`."
        ),
    )


@writers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Show the form, filled with what the address brings (`title`, `body`, `kind`, `product`, `source`), or keep the draft."""
    source = source_of(request.actor, request.GET.get("source", ""))
    key = f"article:{source.reference}" if source else "article:new"
    initial = {name: request.GET[name] for name in FIELDS if name in request.GET}
    initial.setdefault("language", words.here())
    unsent = begun(ArticleForm, key, desk.of(request.actor, key), initial=initial)
    if request.method != "POST":
        return _page(request, unsent, source=source)
    form = ArticleForm(request.POST).instead_of(unsent)
    if form.is_valid():
        reference = source.reference if source else ""
        try:
            with sending(request.actor, key):
                article = drafting.draft(**form.cleaned_data, source=reference, by=request.actor)
        except ValidationError as error:
            refuse(form, error)
        else:
            toasts.say(request, _("Kept as a draft. It is found when it is published."))
            return redirect("article", article.pk)
    return _page(request, form, source=source, status=422)


@writers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form with what stands there, or keep what was sent."""
    article = access.article_for(request.actor, number, write=True)
    key, standing = f"article:{number}", texts(FIELDS, article)
    unsent = begun(ArticleForm, key, desk.of(request.actor, key), initial=standing)
    if request.method != "POST":
        return _page(request, unsent, article, seen=standing)
    wanted, seen = conflicts.sent(request.POST, FIELDS)
    form = ArticleForm({**standing, **wanted}).instead_of(unsent)
    if not form.is_valid():
        return _page(request, form, article, seen={**standing, **seen}, status=422)
    try:
        with sending(request.actor, key):
            made = changing.change(article, wanted, by=request.actor, seen=seen)
    except ValidationError as error:
        refuse(form, error)
        return _page(request, form, article, seen={**standing, **seen}, status=422)
    except Conflict as conflict:
        return _page(request, form, article, conflict=_asked(request, article, conflict, seen), status=422)
    if made:
        undo = reverse("article-change-withdrawal", args=[number, made.sequence])
        toasts.say(request, _("Kept, and on record."), undo=undo)
    else:
        toasts.say(request, _("It was so already; nothing was changed."))
    return redirect("article", number)


@writers_of(Area.DOSSIER)
@require_POST
def take_back(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take one's own change back, or say who changed it since."""
    article = access.article_for(request.actor, number, write=True)
    try:
        changing.take_back(article, sequence, by=request.actor)
    except Overtaken as since:
        say_overtaken(request, since, LABELS)
    else:
        toasts.say(request, _("Taken back. It stands as before."))
    return redirect("article", number)


def _asked(
    request: StaffRequest, article: Article, conflict: Conflict, seen: dict[str, str]
) -> conflicts.Shown:
    return conflicts.shown(
        conflict,
        seen,
        labels={name: str(label) for name, label in LABELS.items()},
        say=lambda name, text: str(CHOICES[name].get(text, text)) if name in CHOICES else text,
        address=request.path,
        back=reverse("article", args=[article.pk]),
        closed=CHOICES,
    )


def _page(
    request: StaffRequest,
    form: ArticleForm,
    article: Article | None = None,
    *,
    seen: dict[str, str] | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {"form": form, "article": article, "seen": (seen or {}).items(), **more}
    return render(request, "knowledge/write.html", context, status=status)
