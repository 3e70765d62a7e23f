"""Words that very many texts hold: the latest that may be seen are looked at, whichever of the ways is gone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Q

from proxeny.core import references
from proxeny.search import finding, keeping, pooling
from proxeny.search.asking import ask
from proxeny.search.engines import common, fts5, tsvector
from proxeny.search.keeping import Text
from proxeny.search.models import Document
from proxeny.search.seeing import Seen

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _three_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    finding.forget_sizes()
    for module in (common, fts5, tsvector, pooling):
        monkeypatch.setattr(module, "MANY", 3)
    monkeypatch.setattr(pooling, "STRETCHES", (4, 8))


def lay(count: int, text: str = "系统 timeout", *, start: int = 0, account: int = 1, title: str = "") -> None:
    for number in range(start, start + count):
        about = references.to("message", number)
        at = MORNING - timedelta(days=number)
        keeping.put(Text(about, about, "dossier", at, title=title, text=text, account=account))
    finding.forget_sizes()


def pooled(
    typed: str, most: int = 5, within: Q | None = None, *, in_title: bool = False
) -> tuple[list[int], bool]:
    found = pooling.pool(ask(typed, {}).wanted, Seen.of(within or Q()), most, in_title=in_title)
    return [int(row.about.partition(":")[2]) for row in found.rows], found.is_all


@pytest.mark.parametrize("reading", [0, pooling.READING], ids=["read", "asked of the index"])
@pytest.mark.parametrize("typed", ["系统", "timeout", "系统 timeout", "timeo"])
def test_of_a_common_word_the_latest_are_taken_whatever_order_they_came_in(
    typed: str, reading: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pooling, "READING", reading)
    monkeypatch.setattr(pooling, "AT_ONCE", 2)
    lay(20)
    lay(2, "别的 times", start=3, account=2)
    assert pooled(typed) == ([0, 1, 2, 5, 6], False)


def test_a_common_word_is_found_completely_where_few_texts_are_open() -> None:
    lay(20)
    lay(2, start=50, account=2)
    assert pooled("系统", within=Q(account=2)) == ([50, 51], True)
    assert pooled("系统", within=Q(account=3)) == ([], True)


def test_two_common_words_that_stand_together_long_ago_only_are_still_found() -> None:
    lay(12, "系统")
    lay(12, "timeout", start=12)
    lay(1, "系统 timeout", start=90)
    assert pooled("系统 timeout") == ([90], True)


def test_what_holds_a_common_word_in_its_title_is_ranked_however_old() -> None:
    lay(20)
    lay(1, start=300, title="系统停机")
    assert 300 not in pooled("系统")[0]
    assert pooled("系统停机", in_title=True)[0] == [300]


def test_words_whose_pairs_stand_apart_do_not_hide_those_where_they_stand_together() -> None:
    lay(12, "数据库,据存,存储")
    lay(1, "数据存储", start=40)
    assert pooled("数据存储", most=5) == ([40], True)


def test_the_index_can_be_laid_anew() -> None:
    lay(3, title="导出")
    Document.objects.update(within_number=None, length=0)
    assert keeping.lay_anew() == 3
    assert set(Document.objects.values_list("within_number", flat=True)) == {0, 1, 2}
    assert pooled("导出", in_title=True) == ([0, 1, 2], True)
