"""The style guide: every component has its sample, and every colour can be read on its ground."""

import re
from pathlib import Path

import pytest
from django.http import Http404
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from pytest_django import Settings

from proxeny.web import assets
from proxeny.web.styleguide import samples, tokens
from proxeny.web.styleguide.show import context, show
from tests.cast import Cast, SignIn

COMPONENTS = sorted((assets.STATIC / "css" / "components").glob("*.css"))
# What is part of one page only, or of the frame around every page, is looked at there.
SEEN_ELSEWHERE = {
    "account": "the page of a customer",
    "docket": "the docket",
    "entrance": "the sign-in page",
    "entry": "the ledger",
    "guide": "the style guide itself",
    "head": "above the style guide, as above every page",
    "imports": "the pages of an import",
    "rail": "beside the style guide, as beside every page",
    "year": "the calendar",
}
CLASS = re.compile(r"\.([a-z][a-z0-9-]*)")


def own_classes(sheet: Path) -> set[str]:
    """The classes that a style sheet gives a look to, without states and without what it only mentions."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    found = {name for selector in re.findall(r"([^{}]+)\{", text) for name in CLASS.findall(selector)}
    return {name for name in found if not name.startswith(("is-", "has-", "from-"))}


@pytest.fixture
def shown(vendor: Cast) -> str:
    """All samples in English in the light."""
    request = RequestFactory().get("/styleguide/")
    request.user = vendor["tang"]
    strip = samples.strip("en-light", "en")
    given = {**context(), "key": strip.key, "theme": "light", "strip": strip, "chart": samples.chart(strip)}
    with translation.override("en"):
        return "".join(
            render_to_string(f"styleguide/samples/{name}.html", given, request) for name in samples.names()
        )


def test_every_component_has_a_sample_or_is_seen_elsewhere(shown: str) -> None:
    used = {name for names in re.findall(r'class="([^"]*)"', shown) for name in names.split()}
    missing = [one.stem for one in COMPONENTS if not own_classes(one) & used]
    assert [name for name in missing if name not in SEEN_ELSEWHERE] == []


def test_what_is_seen_elsewhere_is_still_there() -> None:
    assert set(SEEN_ELSEWHERE) <= {one.stem for one in COMPONENTS}


def test_a_sample_is_found_by_lying_in_the_folder() -> None:
    assert set(samples.names()) == {path.stem for path in samples.FOLDER.glob("*.html")}


@pytest.mark.parametrize(
    "pair", tokens.pairs(), ids=lambda pair: f"{pair.front} on {pair.ground} {pair.least}"
)
def test_every_colour_can_be_read_on_its_ground_in_both_lights(pair: tokens.Pair) -> None:
    assert pair.is_enough, f"{pair.light:.2f} in the light, {pair.dark:.2f} in the dark"


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert tokens.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert tokens.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert tokens.contrast("#c8372d", "#c8372d") == 1


def test_print_has_its_tokens_beside_those_of_the_lights() -> None:
    text = tokens.SHEET.read_text("utf-8")
    paper = re.search(r"@media print \{(.*?)\n  \}", text, re.DOTALL)
    assert paper
    assert "color-scheme: light" in paper[1]
    assert "--paper: #ffffff" in paper[1]


def test_one_file_says_the_order_of_the_layers() -> None:
    ordering = [
        sheet
        for sheet in assets.sheets()
        if re.search(r"@layer [\w, ]+;", (assets.STATIC / sheet).read_text("utf-8"))
    ]
    assert ordering == ["css/layers.css"]


def test_the_page_is_there_only_for_those_who_work_on_the_program(
    vendor: Cast, sign_in: SignIn, rf: RequestFactory, settings: Settings
) -> None:
    assert sign_in("tang").get("/styleguide/").status_code == 404
    request = rf.get("/styleguide/")
    request.user, request.actor = vendor["tang"], vendor.actor("tang")  # type: ignore[attr-defined]
    with pytest.raises(Http404):
        show(request)
    settings.DEBUG = True
    assert show(request).status_code == 200
