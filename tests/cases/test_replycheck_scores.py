"""What the reply check reaches on labelled replies; run with `-s` to see the figures."""

from typing import Any

import pytest

from proxeny.cases.replycheck import Kind, check
from tests.cases.replies.scoring import HERE, Share, load, scores, table

PRECISE, THOROUGH = 0.9, 0.8
READ = ("dev", *(f"dev{number}" for number in range(2, 10)))
"""The parts that were read while the rules were mended."""


def kinds_of(text: str) -> set[Kind]:
    return {remark.kind for remark in check(text)}


def by_language(replies: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    return {language: [one for one in replies if one["language"] == language] for language in ("zh", "en")}


@pytest.mark.parametrize("part", [*READ, "sealed"])
def test_nine_remarks_in_ten_are_right_and_four_in_five_are_made(part: str) -> None:
    path = HERE / f"{part}.jsonl"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    replies = load(path)
    print(table(f"{part}, {len(replies)} replies", scores(replies, kinds_of)))
    for language, its in by_language(replies).items():
        print(table(f"{part}, {language}", scores(its, kinds_of)))
    for score in scores(replies, kinds_of):
        assert score.precision.value >= PRECISE, score
        assert score.recall.value >= THOROUGH, score


def test_the_words_that_carry_a_label_are_the_words_that_are_shown() -> None:
    missed, looked_at = [], 0
    for reply in (one for part in READ for one in load(HERE / f"{part}.jsonl")):
        spans = {remark.kind: remark.spans for remark in check(reply["text"])}
        for kind, words in reply["spans"].items():
            begins = reply["text"].index(words)
            shown = spans.get(Kind(kind), ())
            looked_at += bool(shown)
            if shown and not any(one.start < begins + len(words) and begins < one.end for one in shown):
                missed.append((reply["id"], kind))
    assert len(missed) <= looked_at / 20, missed


def test_a_share_comes_with_the_interval_that_so_few_cases_allow() -> None:
    low, high = Share(9, 10).interval
    assert low == pytest.approx(0.596, abs=0.001)
    assert high == pytest.approx(0.982, abs=0.001)
    assert Share(0, 0).interval == (0.0, 1.0)
