import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proxeny.core.erasing import Sought, mark
from proxeny.core.erasing.sought import identifiers, sentences

AT_EASE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
LETTERS = st.text("张三李四王五abc 你好，。", min_size=0, max_size=40)


def without(text: str, *known: str) -> str:
    return Sought(identifiers(*known)).without(text)


@pytest.mark.parametrize(
    "written",
    [
        "13907318846",
        "139-0731-8846",
        "139 0731 8846",
        "+86 139 0731 8846",
        "(139)0731.8846",
        "0086 13907318846",
    ],
)
def test_a_phone_number_is_found_however_its_digits_are_parted(written: str) -> None:
    assert without(f"打{written}找我", "139 0731 8846") == f"打{mark()}找我"


def test_a_number_within_a_longer_one_is_another_number() -> None:
    assert without("订单 9139073188461", "13907318846") == "订单 9139073188461"


def test_a_latin_name_is_found_as_a_word_whatever_its_case() -> None:
    assert (
        without("Ann and ANN, not Annual nor Joann", "Ann") == f"{mark()} and {mark()}, not Annual nor Joann"
    )


def test_a_name_of_two_words_is_found_across_any_blanks() -> None:
    assert without("from Wang\n  Fang.", "Wang Fang") == f"from {mark()}."


def test_a_name_in_an_address_is_found_as_it_is_written_there() -> None:
    assert without("q=%E4%BA%93%E5%AE%98%E9%B9%AE&x=1", "亓官鹮") == f"q={mark()}&x=1"


def test_what_is_too_short_is_not_looked_for_and_neither_is_the_mark() -> None:
    assert identifiers("李", "12345", mark(), "", "  ") == ()


def test_sentences_of_eight_letters_are_known_again_also_behind_a_quote_sign() -> None:
    assert sentences(["好的。\n> 我们下周一整天都不在"]) == ("我们下周一整天都不在",)


def test_json_keeps_its_fields_and_figures() -> None:
    value = {"王五": [1, None, "王五说", {"who": "王五"}]}
    assert Sought(("王五",)).out_of(value) == {"王五": [1, None, f"{mark()}说", {"who": mark()}]}


@AT_EASE
@given(LETTERS, LETTERS)
def test_afterwards_the_name_is_nowhere_and_a_second_time_changes_nothing(before: str, after: str) -> None:
    once = without(f"{before}张三{after}", "张三")
    assert "张三" not in once
    assert without(once, "张三") == once


@AT_EASE
@given(LETTERS.filter(lambda text: "张三" not in text))
def test_a_text_without_the_name_stays_as_it_is(text: str) -> None:
    assert without(text, "张三") == text


@AT_EASE
@given(st.text(min_size=2, max_size=30))
def test_any_name_makes_an_expression_that_finds_it(name: str) -> None:
    for known in identifiers(name):
        sought = Sought((known,))
        assert sought.within(f"，{known}，")
        assert all(re.compile(one) for one in sought.everywhere)
