"""How Chinese and English are set: signs, spaces, and what the style sheet asks of the browser."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from proxeny.web import assets

ROOT = Path(__file__).resolve().parents[2]
PO = ROOT / "proxeny" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
HAN = "\u3400-\u9fff"
FULL = "，。；：？！、（）“”《》…—"
# One plain space stands between a character and a figure or a Latin word, as the filters of `words` write it;
# everything that the browser is to do (`text-autospace`) or that a sign brings with it has none.
AMISS = {
    "half-width punctuation beside a character": rf"[{HAN}][,;:!?](?!\w)|[{HAN}]\.(?!\w)|[,;:!?][{HAN}]",
    "half-width brackets about characters": rf"[{HAN}] ?\(|\([{HAN}]|[{HAN}]\)|\)[{HAN}]",
    "straight quotes beside a character": rf"""[{HAN}]["']|["'][{HAN}]""",
    "a space between two characters": rf"[{HAN}] +[{HAN}]",
    "a space beside a full-width sign": rf" [{FULL}]|[{FULL}] (?!%)",
    "more than one space": r"\S  +\S",
    "a space at an end": r"^ | $",
    "a space that is not the plain one": r"[\u00a0\u2000-\u200b\u3000]",
    "three dots instead of an ellipsis": r"\.\.\.",
    "an exclamation mark": r"[!！]",
    "a full-width sign twice": r"([，。；：？、])\1",
}
ENGLISH = {key: AMISS[key] for key in ("three dots instead of an ellipsis", "an exclamation mark")}
# Commands are typed with their dots, and are not sentences.
SPOKEN_AS_TYPED = re.compile(r"`[^`]*`|!=")


def messages() -> list[Message]:
    with PO.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def sentences(said: object) -> list[str]:
    found = [said] if isinstance(said, str) else list(said) if isinstance(said, list | tuple) else []
    return [SPOKEN_AS_TYPED.sub("", one) for one in found]


def amiss(text: str, rules: dict[str, str]) -> list[str]:
    return [name for name, pattern in rules.items() if re.search(pattern, text)]


@pytest.mark.parametrize("rule", AMISS)
def test_the_chinese_is_set_as_chinese_is(rule: str) -> None:
    wrong = [said for one in messages() for said in sentences(one.string) if amiss(said, {rule: AMISS[rule]})]
    assert wrong == []


@pytest.mark.parametrize("rule", ENGLISH)
def test_the_english_shouts_nowhere_and_writes_its_ellipsis(rule: str) -> None:
    wrong = [said for one in messages() for said in sentences(one.id) if amiss(said, {rule: ENGLISH[rule]})]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("保存,然后看", "half-width punctuation beside a character"),
        ("好了.", "half-width punctuation beside a character"),
        ("客户(全部)", "half-width brackets about characters"),
        ('说"好"', "straight quotes beside a character"),
        ("看 全部", "a space between two characters"),
        ("好， 再看", "a space beside a full-width sign"),
        ("共\u00a012 条", "a space that is not the plain one"),
        ("好 ", "a space at an end"),
        ("请稍等...", "three dots instead of an ellipsis"),
        ("操作成功！", "an exclamation mark"),
        ("好。。", "a full-width sign twice"),
    ],
)
def test_the_look_for_what_is_amiss_finds_it(text: str, rule: str) -> None:
    assert rule in amiss(text, AMISS)


def test_what_is_right_is_left_alone() -> None:
    for text in (
        "共 %(count)s 条，条条对得上。",
        "运行 proxeny up 即可",
        "比例（%）",
        "看“全部”",
    ):
        assert amiss(text, AMISS) == []


def test_the_style_sheet_asks_for_chinese_typography() -> None:
    base = " ".join((assets.STATIC / "css/base.css").read_text("utf-8").split())
    for wanted in (
        "text-autospace: normal",
        "line-break: strict",
        "text-spacing-trim:",
        "font-style: normal",
    ):
        assert wanted in base
    assert re.search(r"\.reading \{[^}]*max-inline-size: 40em", base), "at most forty characters a line"
    assert re.search(r":lang\(en\) \.reading \{ max-inline-size: 72ch", base)


def test_nothing_is_set_in_italics() -> None:
    assert "italic" not in assets.bundle()
