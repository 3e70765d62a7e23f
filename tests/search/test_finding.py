from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Q
from hypothesis import given
from hypothesis import strategies as st

from proxeny.core import references
from proxeny.search import finding, keeping
from proxeny.search.asking import ask
from proxeny.search.keeping import Text
from proxeny.search.tokens import asked, tokens

pytestmark = pytest.mark.django_db
NAMES = {"客户": "account", "account": "account", "before": "before"}
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _sizes_are_counted_anew() -> None:
    finding.forget_sizes()


def keep(key: str, text: str, *, title: str = "", account: int | None = 1, days_ago: int = 0) -> None:
    about = references.to("message", key)
    keeping.put(
        Text(
            about=about,
            within=references.to("case", key),
            area="dossier",
            at=MORNING - timedelta(days=days_ago),
            title=title,
            text=text,
            account=account,
        )
    )


def found(typed: str, within: Q | None = None) -> list[str]:
    hits = finding.find(ask(typed, NAMES).wanted, within or Q())
    return [hit.document.about for hit in hits]


def test_a_word_of_two_characters_is_found_inside_running_text() -> None:
    keep("1", "客户要求全额退款并道歉")
    keep("2", "退还的款项已经到账")
    assert found("退款") == ["message:1"]


def test_a_single_character_is_found() -> None:
    keep("1", "页面很慢")
    keep("2", "页面很快")
    assert found("慢") == ["message:1"]


def test_words_with_the_same_pairs_in_another_order_are_not_taken_for_it() -> None:
    keep("1", "数据库存储,存储数据")
    assert found("数据存储") == []
    assert found("数据库存储") == ["message:1"]


def test_all_words_must_be_there_in_either_language_and_any_case() -> None:
    keep("1", "导出 Excel 超时 ERROR 504")
    keep("2", "导出 PDF 正常")
    assert found("excel 导出") == ["message:1"]
    assert found("error") == ["message:1"]
    assert found("导出") == ["message:2", "message:1"]


def test_a_latin_word_is_found_by_its_beginning_and_by_its_parts() -> None:
    keep("1", "升级到 v2.13 后 OutOfMemory")
    assert found("outof") == ["message:1"]
    assert found("v2.13") == ["message:1"]
    assert found("memory") == []


def test_full_width_letters_are_the_same_as_half_width() -> None:
    keep("1", "ERP对接失败")
    assert found("erp") == ["message:1"]


def test_a_phrase_must_stand_there_as_it_is() -> None:
    keep("1", "timeout of the export job")
    keep("2", "export job hit its timeout")
    assert set(found('"export job"')) == {"message:1", "message:2"}
    assert found('"job hit"') == ["message:2"]
    assert found("“对账 三天”") == []


def test_what_changes_is_found_by_its_new_words_only_and_what_is_dropped_not_at_all() -> None:
    keep("1", "对账要三天")
    keep("1", "开票要一周")
    assert (found("对账"), found("开票")) == ([], ["message:1"])
    keeping.drop(references.to("message", "1"))
    assert found("开票") == []


def test_nobody_finds_what_is_not_open_to_them() -> None:
    keep("1", "私下说销售乱承诺", account=1)
    keep("2", "销售说的功能没有上", account=2)
    assert found("销售", Q(account=2)) == ["message:2"]
    assert found("乱承诺", Q(account=2)) == []


def test_the_title_counts_more_than_the_text() -> None:
    keep("1", "其中也提到导出。" + "其他内容很多。" * 20, days_ago=0)
    keep("2", "其他内容很多。" * 20, title="导出失败", days_ago=9)
    assert found("导出") == ["message:2", "message:1"]


def test_a_question_finds_what_comes_nearest_although_no_text_holds_all_of_it() -> None:
    keep("1", "报表导出到 Excel 时超时,分批导出可以绕过")
    keep("2", "登录页面打不开")
    keep("3", "发票抬头写错了")
    hits = finding.resembling("为什么我们每次导出报表都会超时呢?", Q())
    assert hits[0].document.about == "message:1"
    assert not hits[0].exact


def test_filters_are_read_and_what_is_no_filter_is_a_word() -> None:
    read = ask("客户:鲁班建材 before:2026-11-01 错误:超时", NAMES)
    assert read.filters == (("account", "鲁班建材"), ("before", "2026-11-01"))
    assert [one.text for one in read.wanted] == ["错误", "超时"]


def test_a_filter_takes_a_value_with_blanks_in_quotes() -> None:
    assert ask('account:"Star River" 退款', NAMES).filters == (("account", "Star River"),)


def test_punctuation_alone_finds_nothing_and_breaks_nothing() -> None:
    keep("1", "什么都有")
    for typed in ("", "   ", "'\"*:()", "——", "AND OR NOT", "''' & | !", "\x00"):
        assert found(typed) in ([], ["message:1"])


texts = st.text(alphabet="退款对账导出超时慢a1b .,,。ABC-_'\"", max_size=30)


@given(texts)
def test_a_text_holds_every_token_that_each_of_its_own_words_asks_for(text: str) -> None:
    held = set(tokens(text))
    for one in ask(text.replace('"', " ").replace(":", " "), {}).wanted:
        assert set(one.tokens) <= held


@given(st.text(alphabet="退款对账导出", min_size=1, max_size=12), st.integers(0, 11), st.integers(1, 12))
def test_every_part_of_a_chinese_text_is_found_in_it(text: str, start: int, length: int) -> None:
    part = text[start : start + length]
    if part:
        assert set(asked(part)) <= set(tokens(text))
