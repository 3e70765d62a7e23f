import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "proxeny").rglob("templates/**/*.html"))
COMMENT = re.compile(r"{#.*?#}|{% *comment.*?endcomment *%}|<!--.*?-->", re.DOTALL)
SAID = re.compile(r"{% *blocktrans(?:late)?\b.*?{% *endblocktrans(?:late)? *%}", re.DOTALL)
CODE = re.compile(r"<(script|style|code|samp)\b.*?</\1>", re.DOTALL)
CLASS = re.compile(r"{% *block \w*_class *%}.*?{% *endblock *%}", re.DOTALL)
KEYS = re.compile(r"<kbd\b.*?</kbd>", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
ATTRIBUTE = re.compile(r"\b(?:data|hx)-[\w:-]+=")
SPOKEN_ATTRIBUTE = re.compile(r"""\b(?:title|aria-label|placeholder|alt)=("[^"]*"|'[^']*')""")
LETTERS = re.compile(r"[A-Za-z\u4e00-\u9fff]{2,}")
# Names of people, customers, file formats and keys are the same in both languages.
NAMES = {"Ctrl", "Excel", "鲁班建材", "星河物流", "陈静", "张小雨", "CSV", "XLSX", "JSONL", "SVG"}


def bare_words(text: str) -> list[str]:
    for pattern in (COMMENT, SAID, CODE, CLASS, KEYS, ATTRIBUTE):
        text = pattern.sub(" ", text)
    text = TAG.sub(" ", text)
    spoken = SPOKEN_ATTRIBUTE.findall(text)
    shown = re.sub(r"<[^<>]*>", " ", text)
    return [word for part in (*spoken, shown) for word in LETTERS.findall(part) if word not in NAMES]


def test_every_sentence_has_its_chinese_and_no_other_places_than_the_english() -> None:
    checked = subprocess.run(
        [sys.executable, ROOT / "bin" / "messages", "--check"], capture_output=True, text=True, check=False
    )
    assert checked.stderr.strip() == ""
    assert checked.returncode == 0


@pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda path: path.relative_to(ROOT / "proxeny").as_posix()
)
def test_no_word_stands_bare_in_a_template(template: Path) -> None:
    # What customers write in the samples of the styleguide is nobody's to translate.
    is_sample = template.parent.name == "samples"
    found = bare_words(template.read_text("utf-8"))
    assert [word for word in found if not (is_sample and re.match(r"[\u4e00-\u9fff]", word))] == []


def test_the_look_for_bare_words_finds_them() -> None:
    assert bare_words("<p>Hello</p>") == ["Hello"]
    assert bare_words('<b title="Close it">{% translate "Close" %}</b>') == ["Close", "it"]
    assert (
        bare_words(
            '<b title="{% translate "Close" %}">{{ name }}</b>{% blocktranslate %}Hi{% endblocktranslate %}'
        )
        == []
    )


@pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda path: path.relative_to(ROOT / "proxeny").as_posix()
)
def test_a_template_is_short_and_holds_no_inline_style_or_script(template: Path) -> None:
    text = template.read_text("utf-8")
    assert len(text.splitlines()) <= 80
    assert not re.search(r"""<[^>]*\s(?:style|on[a-z]+|hx-on[:\w-]*)=""", text)
    assert not re.search(r"<style\b|<script(?![^>]*\bsrc=)[^>]*>\s*[^<\s]", text)
