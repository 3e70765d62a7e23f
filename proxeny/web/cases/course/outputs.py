"""What a case leaves behind for others: a draft article made of what was learned."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.cases.models import Case, Learning, Side, View
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.knowledge import access as knowledge
from proxeny.knowledge import drafting
from proxeny.knowledge.models import Article
from proxeny.web import toasts
from proxeny.web.cases.reader import reader_of
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_POST
def article(request: StaffRequest, number: int) -> HttpResponse:
    """Draft an article from what was learned, once; where there is one already, lead there."""
    case = reader_of(request.actor, number, write=True).case
    learning = Learning.objects.filter(case=case).first()
    if learning is None or case.is_confidential:
        raise NotFound(f"article of case {number}")
    standing = knowledge.articles(request.actor).filter(source=str(case.record)).first()
    if standing is None:
        standing = drafting.draft(
            title=case.title,
            body=body_of(case, learning),
            kind=Article.Kind.ARTICLE,
            product=case.product,
            source=str(case.record),
            by=request.actor,
        )
        toasts.say(
            request,
            _("A draft, made of the three outputs. Take out what names the customer, then publish it."),
        )
    return redirect("article", standing.pk)


def body_of(case: Case, learning: Learning) -> str:
    """Return the draft: the business answer first, then why it happened, why this solution, how it is avoided."""
    view = View.objects.filter(case=case, side=Side.BUSINESS).first()
    solution = case.solutions.filter(reopened_at=None).first()
    parts = [
        (_("What to do"), view.answer if view else solution.how if solution else ""),
        (_("Why it happens"), learning.why),
        (_("Why this solution"), learning.why_so),
        (_("How it is avoided"), learning.next_time),
    ]
    risks = [text for text in (view.hidden_bug, view.data_accuracy, view.clumsier) if text] if view else []
    parts.insert(1, (_("What to mind"), "\n".join(f"- {one}" for one in risks)))
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in parts if text)
