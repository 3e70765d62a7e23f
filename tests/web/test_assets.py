import gzip
import re
from itertools import product
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finders
from django.core.files.storage import FileSystemStorage

from proxeny.web import assets

CSS = {name: (assets.STATIC / name).read_text("utf-8") for name in assets.sheets()}
SCRIPTS = sorted((assets.STATIC / "js").glob("*.js"))
LAYERS = {"reset", "tokens", "base", "layout", "components", "utilities", "print"}
JUDGING = {
    "css/tokens.css",
    *(
        f"css/components/{name}.css"
        for name in (
            "mark",
            "choice",
            "list",
            "entry",
            "year",
            "chart",
            "talk",
            "composer",
            "orders",
            "health",
        )
    ),
}


def token(name: str, theme: int) -> str:
    found = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", CSS["css/tokens.css"])
    assert found, name
    return found.group(theme + 1)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground(theme: int) -> None:
    grounds = ("paper", "paper-sunk", "paper-raised", "paper-hover")
    for ink, ground in product(("ink", "ink-2", "ink-3", "vermilion", "amber", "green", "blue"), grounds):
        assert contrast(token(ink, theme), token(ground, theme)) >= 4.5, (ink, ground)
    for ink, ground in (
        ("ink", "paper-chosen"),
        ("ink-2", "paper-chosen"),
        ("amber", "amber-wash"),
        ("ink", "amber-wash"),
        ("green", "green-wash"),
        ("vermilion", "vermilion-wash"),
        ("on-vermilion", "vermilion"),
        ("on-ink", "ink"),
    ):
        assert contrast(token(ink, theme), token(ground, theme)) >= 4.5, (ink, ground)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_the_edge_of_a_control_can_be_seen(theme: int) -> None:
    for edge, ground in product(("edge", "focus", "amber-line"), ("paper", "paper-raised")):
        assert contrast(token(edge, theme), token(ground, theme)) >= 3 - (
            0.2 if edge == "amber-line" else 0
        ), (edge, ground)


@pytest.mark.parametrize("name", [name for name in CSS if name != "css/layers.css"])
def test_each_sheet_lives_in_a_layer_and_fetches_nothing(name: str) -> None:
    text = re.sub(r"/\*.*?\*/", "", CSS[name], flags=re.DOTALL).strip()
    assert set(re.findall(r"^@layer (\w+) {", text, re.MULTILINE)) <= LAYERS
    assert text.startswith("@layer ")
    assert "url(" not in text
    assert "@import" not in text
    assert text.count("{") == text.count("}")


def test_vermilion_is_for_what_a_person_has_judged_and_no_colour_is_named_outside_the_tokens() -> None:
    assert {
        name for name, text in CSS.items() if "vermilion" in text and "var(--vermilion" in text
    } <= JUDGING
    for name, text in CSS.items():
        if name.startswith("css/components/"):
            reds = [
                colour
                for colour in re.findall(r"#([0-9a-f]{6})\b", text)
                if int(colour[:2], 16) > 1.5 * int(colour[2:4], 16)
            ]
            assert reds == [], name


def test_the_bundle_declares_its_layers_first_and_stays_small() -> None:
    whole = assets.bundle()
    assert whole.startswith("@layer reset, tokens, base, layout, components, utilities, print;")
    assert "/*" not in whole
    assert whole.count("{") == whole.count("}")
    assert len(gzip.compress(whole.encode())) <= 30_000


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_a_small_module_that_evaluates_nothing(script: Path) -> None:
    text = script.read_text("utf-8")
    assert len(text.splitlines()) <= 150
    assert not re.search(r"\beval\(|new Function|innerHTML|document\.write", text)
    for imported in re.findall(r"""from "(\./[^"]+)"|import "(\./[^"]+)""", text):
        assert (script.parent / next(filter(None, imported))).exists()


def test_every_icon_that_a_template_draws_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (assets.STATIC / "icons.svg").read_text("utf-8")))
    templates = (assets.STATIC.parent / "templates").rglob("*.html")
    wanted = {
        name for path in templates for name in re.findall(r'{% icon "([\w-]+)"', path.read_text("utf-8"))
    }
    assert wanted <= drawn


def test_files_are_named_by_their_content_and_modules_find_one_another(tmp_path: Path) -> None:
    storage = assets.BundledStorage(location=str(tmp_path), base_url="/static/")
    paths = {}
    for finder in get_finders():
        for path, source in finder.list(None):
            if path.startswith(("js/", "css/", "icons")):
                storage.save(path, source.open(path)) if isinstance(source, FileSystemStorage) else None
                paths[path] = (storage, path)
    failures = [done for _name, _hashed, done in storage.post_process(paths) if isinstance(done, Exception)]
    assert failures == []
    main = (tmp_path / storage.stored_name("js/main.js")).read_text("utf-8")
    imported = re.findall(r'import ?"\./([^"]+)"', main)
    assert len(imported) >= 6
    for name in imported:
        assert re.fullmatch(r"\w+\.[0-9a-f]{12}\.js", name)
        assert (tmp_path / "js" / name).exists()
    assert (tmp_path / storage.stored_name(assets.BUNDLE)).read_text("utf-8") == assets.bundle()
