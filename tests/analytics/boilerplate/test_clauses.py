"""Clauses of two languages, and what is folded away."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.analytics.boilerplate.clauses import LEAST_SIZE, clauses, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("截至2026年3月5日共1,204单", "截至 2025 年 11 月 30 日共 9 单"),
        ("可用率９９．９５％", "可用率98.1%"),
        ("Reviewed on 12 March 2026", "reviewed on 3 Sept 2025"),
        ("周三下午开会", "周五下午开会"),
        ("第一季度的收入", "第四季度的收入"),
        ("The Report（final）", "the report final"),
    ],
)
def test_what_changes_from_customer_to_customer_is_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_words_that_differ_stay_different() -> None:
    assert folded("客户满意") != folded("客户不满意")


def test_text_is_cut_at_its_ends_but_not_within_numbers() -> None:
    text = "共处理工单1,204.5个左右，其余留待下周继续；Please have a look at it today. We will call you tomorrow, as agreed!"
    assert [one.words for one in clauses(text)] == [
        "共处理工单1,204.5个左右",
        "其余留待下周继续",
        "Please have a look at it today",
    ]


def test_names_are_folded_whatever_their_case_and_the_longest_first() -> None:
    (one,) = clauses("云启科技的小王和 ACME 的同事都参加了", names=["云启", "云启科技", "acme", "小王"])
    (other,) = clauses("和众的小李和 Beta 的同事都参加了", names=["和众", "小李", "beta", " "])
    assert one.key == other.key


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_clauses_long_enough_to_say_something(text: str) -> None:
    for one in clauses(text):
        assert one.size >= LEAST_SIZE
        assert one.words.strip() == one.words
