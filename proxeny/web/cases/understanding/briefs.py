"""The briefs of one case: facts as they are now, and a text for each reader that its writer goes on with."""

from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from proxeny.cases.briefing import AUDIENCE, Facts, Point, Reader, gathered, points, readers_for, wording
from proxeny.core.sentences import LANGUAGES
from proxeny.core.words import here
from proxeny.desk import drafting
from proxeny.desk.models import Draft
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import Reader as CaseReader
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.understanding.two_views import handed
from proxeny.web.forms.drafted import Drafted, begun
from proxeny.web.policy import StaffRequest, writers_of

TITLES = {
    Reader.PRODUCT: gettext_lazy("For product"),
    Reader.SALES: gettext_lazy("For sales"),
    Reader.CUSTOMER: gettext_lazy("For the customer"),
    Reader.BOSS: gettext_lazy("For our boss"),
    Reader.ASKS: gettext_lazy("Who asks"),
    Reader.DECIDES: gettext_lazy("Who decides"),
    Reader.PAYS: gettext_lazy("Who pays"),
}
LEADS = {
    Reader.PRODUCT: gettext_lazy("Leads with the scene: where, for what, how they do it today."),
    Reader.SALES: gettext_lazy("Leads with what the customer will hear, so that nobody promises past it."),
    Reader.CUSTOMER: gettext_lazy("Leads with what they can do at once."),
    Reader.BOSS: gettext_lazy(
        "Five lines: the money, how it stands, who matters, what we do, what is asked."
    ),
    Reader.ASKS: gettext_lazy("Leads with whether it can be done."),
    Reader.DECIDES: gettext_lazy("Leads with what there is to decide."),
    Reader.PAYS: gettext_lazy("Leads with what it brings; what it costs is for you to add."),
}
NAMES = {"zh": "中文", "en": "English"}
FOUR = (Reader.PRODUCT, Reader.SALES, Reader.CUSTOMER, Reader.BOSS)
THERE = (Reader.CUSTOMER, Reader.ASKS, Reader.DECIDES, Reader.PAYS)


class Wording(Drafted):
    """The text of one brief."""

    text = forms.CharField(max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 8}))


@dataclass(frozen=True, slots=True)
class Brief:
    """One brief on the page: its facts, its text as it was left, and what the text would be by the facts alone."""

    reader: Reader
    title: object
    leads: object
    points: list[Point]
    form: Drafted
    fresh: str
    others: tuple[tuple[str, object, bool], ...] = ()

    @property
    def missing(self) -> list[Point]:
        """What is still missing for it."""
        return [one for one in self.points if not one.text.strip()]

    @property
    def is_older(self) -> bool:
        """Tell whether the text is a draft that differs from what the facts say by now."""
        draft = self.form.draft
        return draft is not None and str(draft.content.get("text", "")).strip() != self.fresh.strip()


@writers_of(Area.INSIDE)
@require_safe
def briefs(request: StaffRequest, number: int) -> HttpResponse:
    """Show the four briefs; `to` says for whom there the customer’s is, `language` in which language they are written."""
    reader = reader_of(request.actor, number, write=True)
    language = _language(request.GET.get("language"))
    to = request.GET.get("to", "")
    there = Reader(to) if to in THERE else Reader.CUSTOMER
    wanted = [there if one is Reader.CUSTOMER else one for one in FOUR if one in readers_for(reader.case)]
    facts = gathered(reader.case)
    drafts = drafting.of_several(request.actor, [_key(reader, one, language) for one in wanted])
    shown = [_brief(reader, one, facts, language, drafts.get(_key(reader, one, language))) for one in wanted]
    page = {"case": reader.case, "reader": reader, "briefs": shown, "written": language, "to": there}
    page["chosen"] = [(code, NAMES[code]) for code in LANGUAGES]
    return render(request, "cases/understanding/briefs.html", page)


@writers_of(Area.INSIDE)
@require_POST
def keep(request: StaffRequest, number: int, who: str) -> HttpResponse:
    """Keep the text as a draft, write it anew from the facts (`anew`), or hand it to the composer (`send`)."""
    reader = reader_of(request.actor, number, write=True)
    if who not in readers_for(reader.case):
        raise NotFound(f"brief for {who}")
    which, language = Reader(who), _language(request.POST.get("language"))
    key, text = _key(reader, which, language), str(request.POST.get("text", ""))
    address = f"{reverse('case-briefs', args=[number])}?language={language}"
    back = f"{address}{f'&to={which}' if which in THERE else ''}#brief-{which}"
    if "anew" in request.POST:
        drafting.discard(request.actor, key)
        toasts.say(request, _("Written anew from the facts."), undo=reverse("draft-restore", args=[key]))
        return redirect(back)
    standing = drafting.of(request.actor, key)
    try:
        drafting.keep(request.actor, key, {"text": text}, since=standing.changed_at if standing else None)
    except drafting.TooMuch:
        toasts.say(request, _("Not kept: it is longer than a draft may be."))
        return redirect(back)
    if "send" in request.POST and text.strip():
        return handed(request, reader, AUDIENCE[which], text)
    toasts.say(request, _("Kept as your draft."))
    return redirect(back)


def _brief(reader: CaseReader, one: Reader, facts: Facts, language: str, draft: Draft | None) -> Brief:
    with translation.override(LANGUAGES[language]):
        fresh = wording(one, facts)
    form = begun(
        Wording,
        _key(reader, one, language),
        draft,
        initial={"text": fresh},
        auto_id=f"{one}-%s",
    )
    others = tuple((str(who), TITLES[who], who is one) for who in THERE) if one in THERE else ()
    title = TITLES[Reader.CUSTOMER] if one in THERE else TITLES[one]
    return Brief(one, title, LEADS[one], points(one, facts), form, fresh, others)


def _key(reader: CaseReader, who: Reader, language: str) -> str:
    return f"case-brief:{reader.case.pk}:{who}:{language}"


def _language(asked: str | None) -> str:
    return asked if asked in LANGUAGES else here()
