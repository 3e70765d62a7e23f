"""The style guide: one page, each component in four sheets (light and dark, Chinese and English)."""

from itertools import product

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from proxeny.core import words
from proxeny.web.policy import colleagues
from proxeny.web.styleguide import samples

LANGUAGES: dict[str, words.Language] = {"zh-hans": "zh", "en": "en"}


@colleagues
def show(request: HttpRequest) -> HttpResponse:
    """Show all components; only where the program is worked on."""
    if not settings.DEBUG:
        raise Http404
    return render(request, "styleguide/show.html", context())


def context() -> dict[str, object]:
    """Return what the page shows: the samples, the sheets, and made-up things to fill them."""
    sheets = [_sheet(language, theme) for language, theme in product(LANGUAGES, ("light", "dark"))]
    shown = [{"name": name, "template": f"styleguide/samples/{name}.html"} for name in samples.names()]
    return {"samples": shown, "sheets": sheets, "curve": samples.curve(), **samples.data()}


def _sheet(language: str, theme: str) -> dict[str, object]:
    key = f"{LANGUAGES[language]}-{theme}"
    strip = samples.strip(key, LANGUAGES[language])
    return {"language": language, "theme": theme, "key": key, "strip": strip, "chart": samples.chart(strip)}
