from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.cases.replycheck import Kind, Mark, Span, Way, check, has_path, path, promise
from proxeny.cases.replycheck.checking import HINTS, LONGEST, RETURNING, TABLES
from proxeny.cases.replycheck.reading import LONGEST as LONGEST_CLAUSE
from proxeny.cases.replycheck.reading import read
from proxeny.core.sentences import LANGUAGES

RETURNED = st.sampled_from(
    [
        "导出模板目前不支持自定义。",
        "系统没有问题，是您理解错了。",
        "这个找你们网管看看吧。",
        "See the manual.",
        "That's not possible.",
        "没有这个功能，别的客户也没提过",
        "I'll ask product about the roadmap.",
    ]
)
SOUND_PATH = st.sampled_from(
    [
        "由王工在下周三前给您替代方案。",
        "我把您的场景登记为需求 R-512，产品在评估。",
        "眼下可以先用批量导入，步骤我写好放在附件里了。",
        "Li from our team will send you a plan by Friday.",
        "I've opened case 77105 with your scenario.",
        "You can use the batch import instead: Settings > Import.",
    ]
)
WORDS = st.sampled_from(
    [
        "保证",
        "不",
        "下周三前",
        "免费",
        "送您",
        "是我们的错",
        "打八折",
        "“",
        "”",
        '"',
        "> ",
        "\n",
        "，",
        "。",
        "□",
        "we'll",
        " by Friday ",
        "our fault",
        " free ",
        "→",
    ]
)
ANY_TEXT = st.text() | st.lists(WORDS | st.text(max_size=3), max_size=25).map("".join)


def kinds(text: str) -> set[Kind]:
    return {remark.kind for remark in check(text)}


def test_a_reply_that_only_compares_is_told_what_it_does_and_offered_three_ways_on() -> None:
    (remark,) = check("这是功能对比，其实表格编辑我们也是支持的，不比他们差。")
    assert remark.kind is Kind.RETURNS_THE_QUESTION
    assert remark.ways == (Way.PATH, Way.REQUEST, Way.NOT_NOW)


def test_the_same_no_with_a_date_and_an_owner_is_a_promise_and_no_return() -> None:
    (remark,) = check("IE 不支持，我们下周三前给您 Edge 的方案，由王工负责。")
    assert remark.kind is Kind.PROMISE
    assert remark.ways == (Way.RECORD_PROMISE,)
    assert {mark.mark for mark in has_path("IE 不支持，我们下周三前给您 Edge 的方案，由王工负责。")} >= {
        Mark.DATE,
        Mark.OWNER,
    }


@pytest.mark.parametrize(
    ("draft", "who", "when"),
    [
        ("事件报告由小方在 12 月 3 日前发给您。", "小方", "12 月 3 日前"),
        ("We'll send you the report by Friday.", "We", "by Friday"),
        ("绝对不会再丢单。", "", ""),
    ],
)
def test_a_promise_brings_who_and_when_along_for_the_record(draft: str, who: str, when: str) -> None:
    (remark,) = check(draft)
    (promised,) = remark.promised
    assert (promised.who, promised.when) == (who, when)
    assert promised.what in draft


def test_several_remarks_stand_together() -> None:
    assert kinds("这次是我们的错，周五前修好，另外给您加送一个月，续费再打九折。") == {
        Kind.ADMISSION,
        Kind.PROMISE,
        Kind.FREE_GIFT,
        Kind.COMMERCIAL,
    }


def test_one_who_only_names_a_date_has_no_path() -> None:
    assert not has_path("不支持，周五。")


def test_asking_product_is_no_path_and_handing_on_with_a_number_is_one() -> None:
    assert not has_path("我去问问产品后续有没有安排。")
    assert {mark.mark for mark in has_path("已登记需求 R-77，交给产品评估。")} >= {Mark.HANDED_ON}


def test_every_remark_says_its_reason_in_both_languages() -> None:
    for draft in ["不支持", "周五前修好。", "是我们的错。", "送您两个月。", "打八折。"]:
        for remark in check(draft):
            assert remark.because
            for sentence in (remark.sentence, *remark.because, *(way.label for way in remark.ways)):
                assert all(sentence.in_language(language) for language in LANGUAGES)


def test_every_rule_has_a_name_of_its_own_in_its_table() -> None:
    ways_on = tuple(one for _, one in path.TABLE)
    tables = [(*RETURNING, *HINTS), promise.ASSURED, *TABLES.values(), ways_on]
    for table in tables:
        names = [one.name for one in table]
        assert len(names) == len(set(names))


@given(ANY_TEXT)
def test_any_text_can_be_read_and_every_span_lies_within_it(text: str) -> None:
    spans = [span for remark in check(text) for span in remark.spans] + [mark.span for mark in has_path(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(ANY_TEXT)
def test_spans_of_a_remark_stand_in_order_and_apart(text: str) -> None:
    for remark in check(text):
        pairs = zip(remark.spans, remark.spans[1:], strict=False)
        assert all(before.end < after.start for before, after in pairs)


@given(RETURNED, SOUND_PATH, st.booleans())
def test_a_sound_path_takes_the_remark_away(returned: str, path: str, path_first: bool) -> None:
    assert Kind.RETURNS_THE_QUESTION in kinds(returned)
    draft = f"{path} {returned}" if path_first else f"{returned} {path}"
    assert Kind.RETURNS_THE_QUESTION not in kinds(draft)


@settings(max_examples=50)
@given(
    st.sampled_from(["好的，已经收到。", "Thanks, I have it.", "导出不支持自定义。", "周五前给您结果。"]),
    ANY_TEXT,
)
def test_quoting_the_customer_adds_no_remark(answer: str, theirs: str) -> None:
    quoted = "".join(f"> {line}\n" for line in theirs.splitlines())
    assert kinds(quoted + answer) <= kinds(answer)


def test_the_words_of_the_customer_between_quotation_marks_are_not_ours() -> None:
    assert kinds("“你们保证过免费送两个月，还说续费打八折” 这句我转给客户经理了。") == set()


@given(ANY_TEXT, st.integers(1, 400))
def test_a_text_without_end_is_read_in_pieces_of_bounded_length(text: str, times: int) -> None:
    reading = read((text * times)[:LONGEST])
    begins = (*reading.clauses, len(reading.said))
    assert all(after - before <= LONGEST_CLAUSE for before, after in pairwise(begins))


@settings(max_examples=5, deadline=None)
@given(
    st.lists(
        WORDS | st.sampled_from(["we ", "我们", "您", "a", "？", "12月3日", "not now "]),
        min_size=1,
        max_size=3,
    )
)
def test_the_same_words_over_and_over_are_read_to_the_end(words: list[str]) -> None:
    text = "".join(words) * 300
    assert all(span.end <= LONGEST for remark in check(text) for span in remark.spans)


def test_only_touching_words_are_one_span() -> None:
    assert Span(0, 3).meets(Span(2, 5))
    assert not Span(0, 3).meets(Span(3, 5))
