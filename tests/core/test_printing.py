"""Papers: the same for the same, whatever the text; nothing in them vanishes or acts."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.core import clock, printing
from proxeny.core.printing.rendering import PAPERS
from proxeny.core.printing.signs import BREAK, Exact, lacks, printable
from proxeny.core.printing.typefaces import signs
from tests.core.papers import evidence, inside, pages, template

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


def printed(*said: str, language: Any = "zh", title: str = "鲁班建材", at: datetime = NOON) -> bytes:
    return printing.render("evidence", evidence(*said), title=title, language=language, at=at)


def test_the_same_paper_of_the_same_moment_is_the_same_file() -> None:
    assert printed("已提醒") == printed("已提醒")
    assert printed("已提醒") != printed("未提醒")
    assert printed("已提醒") != printed("已提醒", at=datetime(2027, 1, 1, tzinfo=UTC))


def test_without_a_moment_it_is_of_now() -> None:
    with clock.at(NOON):
        assert printing.render("evidence", evidence(), title="鲁班建材", language="zh") == printed()


@pytest.mark.parametrize(("language", "said"), [("zh", b"zh-CN"), ("en", b"en-GB")])
def test_title_and_language_are_in_it_and_it_is_made_to_be_kept(language: str, said: bytes) -> None:
    raw = inside(printed("一", language=language))
    assert raw.startswith(b"%PDF-1.7")
    assert b"/Lang (" + said in raw or b"/Lang(" + said in raw
    assert "鲁班建材".encode() in raw
    assert b"<pdfaid:part>2</pdfaid:part>" in raw
    assert b"2026-11-22T04:00:00" in raw


def test_a_long_table_goes_on_over_pages_of_a4() -> None:
    raw = printed(*(f"第 {number} 条" for number in range(120)))
    assert pages(raw) > 4
    assert b"595.27" in inside(raw)


@pytest.mark.parametrize(
    "sign", ["👍", "가", "ا", "\U00020bb7", "\u202e", "\x07", "\u0000", "\ud800", "\ufeff"]
)
def test_a_sign_that_cannot_be_seen_stands_there_with_its_number(sign: str) -> None:
    shown = printable(f"好{sign}的")
    assert (f"U+{ord(sign):04X}" in shown) == (sign not in signs() or not sign.isprintable())
    assert shown.startswith("好")
    assert shown.endswith("的")
    assert printed(f"好{sign}的")


def test_a_picture_is_named_and_what_is_beside_it_stays() -> None:
    assert (
        printable("行👍🏽，明天")
        == "行[thumbs up sign U+1F44D emoji modifier fitzpatrick type-4 U+1F3FD]，明天"
    )
    assert printable("❤\ufe0f").count("U+") <= 1
    assert lacks("行👍")
    assert not lacks("行，\r\n\t明天 O’Brien – 12 €")


def test_accents_that_are_written_apart_are_no_strangers() -> None:
    assert "[" not in printable("cafe\u0301 Ho\u0302\u0323")


@given(st.text())
def test_every_sign_that_is_left_is_one_that_the_typeface_has(text: str) -> None:
    left = set(printable(text)) - {"\n", BREAK}
    assert left <= signs()


@given(st.text("ab /.", max_size=200))
def test_a_word_is_broken_only_where_nothing_is_lost(text: str) -> None:
    assert printable(text).replace(BREAK, "") == text
    assert printable(Exact(text)) == text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=3), st.text(min_size=1, max_size=40))
def test_whatever_is_said_a_paper_can_be_set(said: list[str], title: str) -> None:
    assert printed(*said, title=title).startswith(b"%PDF")


@pytest.mark.parametrize("word", ["x" * 5000, "http://" + "a/" * 900, "汉" * 5000, "ab" * 32, "=" * 300])
def test_a_word_without_end_is_set(word: str) -> None:
    assert pages(printed(word)) < 12


def test_a_template_that_is_wrong_says_so(tmp_path: Path) -> None:
    with pytest.raises(printing.NotSet, match="test"):
        printing.render(
            "test", {}, title="x", language="zh", folder=template(tmp_path, "#nothing-of-the-kind")
        )


@pytest.mark.parametrize("path", sorted(PAPERS.glob("*.typ")), ids=lambda path: path.name)
def test_no_template_of_ours_opens_anything_or_reads_text_as_markup(path: Path) -> None:
    said = path.read_text("utf-8")
    assert not [
        word
        for word in ("@preview", "read(", "eval(", "plugin(", "image(", "link(", "today(")
        if word in said
    ]
