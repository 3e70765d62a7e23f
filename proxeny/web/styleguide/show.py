"""The style guide: one page, each component in four sheets (light and dark, Chinese and English)."""

from datetime import timedelta
from itertools import product

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.web.policy import colleagues

SAMPLES = ("buttons", "marks", "status", "fields", "rows", "panels", "waiting")


@colleagues
def show(request: HttpRequest) -> HttpResponse:
    """Show all components; only where the program is worked on."""
    if not settings.DEBUG:
        raise Http404
    sheets = [
        {"language": language, "theme": theme, "key": f"{language}-{theme}"}
        for language, theme in product(("zh-hans", "en"), ("light", "dark"))
    ]
    context = {
        "samples": [{"name": name, "template": f"styleguide/samples/{name}.html"} for name in SAMPLES],
        "sheets": sheets,
        "stake": Money(86_000_000, "CNY"),
        "drop": -0.38,
        "rise": 0.12,
        "part": 0.4,
        "moment_ago": clock.now() - timedelta(days=3),
    }
    return render(request, "styleguide/show.html", context)
