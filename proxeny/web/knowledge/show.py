"""The list of articles, and one of them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.desk import visiting
from proxeny.identity.roles import Area
from proxeny.knowledge import access
from proxeny.web.knowledge.listing import ARTICLES
from proxeny.web.knowledge.prose import rendered
from proxeny.web.lists.page import respond
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.sources import source_of


@readers_of(Area.DOSSIER)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the articles that the reader may see and the address asks for."""
    may_write = access.may_write(request.actor)
    return respond(ARTICLES, request, "knowledge/index.html", {"may_write": may_write})


@readers_of(Area.DOSSIER)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show one article to who may read it."""
    article = access.article_for(request.actor, number)
    visiting.note(article.record, by=request.actor)
    context = {
        "article": article,
        "body": rendered(article.body),
        "source": source_of(request.actor, article.source),
        "may_write": access.may_write(request.actor),
    }
    return render(request, "knowledge/show.html", context)
