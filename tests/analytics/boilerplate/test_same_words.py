"""The same words to many: found in made-up reports, in Chinese and English, and not found where they are allowed."""

import numpy as np
import pytest

from proxeny.analytics.boilerplate import Document, same_words
from tests.analytics.boilerplate.made_up_reports import GREETING, World, made_up


def scores(world: World, house: list[str]) -> tuple[float, float]:
    """Precision and recall: of what was found, how much came from a template, and the other way round."""
    found = np.array([one.is_same for one in same_words(world.documents, house)])
    truth = np.array(world.templates) >= 0
    return float((found & truth).sum() / found.sum()), float((found & truth).sum() / truth.sum())


@pytest.mark.parametrize("english", [False, True])
def test_filled_in_templates_are_told_from_what_was_written(english: bool) -> None:
    found = [scores(made_up(2000, seed, english=english), [GREETING]) for seed in range(3)]
    print("English" if english else "Chinese", [f"precision {p:.4f} recall {r:.4f}" for p, r in found])
    assert min(precision for precision, _ in found) >= 0.98
    assert min(recall for _, recall in found) >= 0.95


REVIEW = "本季度系统整体运行平稳，未发生一级故障。下一阶段我们将围绕数据质量持续优化。关键用户的满意度保持在较高水平。"
OWN = [
    "冷库的温度曲线总是断，老周说是传感器受潮，我答应下周带人去换。",
    "他们的会计还在用手抄的本子，月底对不上账就加班到半夜。",
    "门店想要的其实是少点两下，不是什么新的看板功能。",
    "供应商改了包装规格，扫码枪认不出来，仓库只好手工录入。",
    "老板换人以后，审批链多了两级，出货慢了整整一天。",
    "驻厂代表反映返工的工时没有地方填，最后都算到了夜班头上。",
]


def test_a_review_says_which_clauses_it_shares_and_with_how_many() -> None:
    documents = [Document(f"c{place}", REVIEW + own) for place, own in enumerate(OWN)]
    found = same_words(documents)[0]
    assert found.is_same
    assert found.others == 5
    assert found.share == pytest.approx(44 / 68, abs=0.05)
    assert {one.words for one in found.clauses} >= {"未发生一级故障", "关键用户的满意度保持在较高水平"}
    assert {one.others for one in found.clauses} == {5}


def test_the_same_words_to_one_customer_again_and_again_are_not_the_same_to_many() -> None:
    documents = [Document("one", REVIEW)] * 9 + [Document(str(place), own) for place, own in enumerate(OWN)]
    assert not any(one.is_same for one in same_words(documents))


def test_names_dates_and_numbers_hide_nothing() -> None:
    def text(name: str, day: int) -> str:
        return f"{name}的系统在{day}月{day}日已升级完成，共处理工单{day * 37}个，{name}的各位同事可以照常使用新的报表。"

    documents = [
        Document(name, text(name, day + 1), (name,))
        for day, name in enumerate(["云启", "和众", "鲁班", "新发", "东江"])
    ]
    assert all(one.share == 1 for one in same_words(documents))
    without = [Document(one.customer, one.text) for one in documents]
    assert all(one.share is not None and one.share < 1 for one in same_words(without))


def test_what_the_house_lets_everybody_say_counts_neither_way() -> None:
    notice = "本邮件及其附件可能含有保密信息，仅供收件人使用。如您误收此邮件，请立即通知发件人并删除。"
    documents = [Document(f"c{place}", own + notice) for place, own in enumerate(OWN)]
    assert any(one.is_same for one in same_words(documents))
    found = same_words(documents, [notice])
    assert not any(one.is_same for one in found)
    assert all(one.share == 0 for one in found)


def test_two_that_are_alike_without_five_sharing_a_clause_are_found_as_a_whole() -> None:
    one = Document("a", REVIEW + OWN[0][:8])
    other = Document("b", REVIEW.replace("整体", "总体").replace("关键用户", "骨干用户") + OWN[1][:8])
    found = same_words([one, other, *(Document(f"c{place}", own) for place, own in enumerate(OWN[2:]))])
    assert [place.is_same for place in found] == [True, True, False, False, False, False]
    assert found[0].others == 1
    place, likeness = found[0].alike[0]
    assert (place, 0.5 <= likeness < 1) == (1, True)


def test_of_a_short_text_nothing_is_said() -> None:
    found = same_words([Document(str(n), "好的，已收到，谢谢。") for n in range(9)])
    assert all((one.share, one.is_same) == (None, False) for one in found)


def test_nothing_shares_nothing() -> None:
    assert same_words([]) == ()
