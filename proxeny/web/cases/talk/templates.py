"""Templates and snippets in the composer: chosen by name, shown filled before they are put in."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from proxeny.cases import templating
from proxeny.cases.addressing import addressees, chosen
from proxeny.cases.models import Template
from proxeny.core.spelling.laying import Entry
from proxeny.core.spelling.recall import Index
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.cases.talk.sent import audience_of, number_of
from proxeny.web.policy import StaffRequest, writers_of

MOST = 30


@writers_of(Area.INSIDE)
@require_safe
def choose(request: StaffRequest, number: int) -> HttpResponse:
    """List the templates for an audience, those whose name answers `q`; the first one is shown filled."""
    reader = reader_of(request.actor, number, write=True)
    audience = audience_of(request.GET.get("audience"))
    language = (get_language() or "")[:2]
    found = _named(templating.usable(request.actor, audience, language), request.GET.get("q", ""))
    shown = next((one for one in found if one.pk == number_of(request.GET.get("template", ""))), None)
    shown = shown or (found[0] if found else None)
    return render(
        request,
        "cases/talk/_templates.html",
        {
            "case": reader.case,
            "found": found,
            "shown": shown,
            "filled": _filled(request, reader, shown) if shown else None,
        },
    )


def _named(found: QuerySet[Template], words: str) -> list[Template]:
    rows = list(found[:200])
    if not words.strip():
        return rows[:MOST]
    index = Index(Entry(one.pk, one.name) for one in rows)
    known = {one.pk: one for one in rows}
    hits = index.strong(words, most=MOST) or index.weak(words, most=MOST, at_most=1)
    return [known[hit.key] for hit in hits]


def _filled(request: StaffRequest, reader: Reader, template: Template) -> templating.Filled:
    audience = audience_of(request.GET.get("audience"))
    to = chosen(addressees(reader.case, audience), request.GET.getlist("recipients"))
    values = templating.values_of(
        reader.case, by=request.actor, to=[one.name for one in to], language=template.language
    )
    return templating.fill(template.text, values)
