from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from django.db.models import F, QuerySet
from pytest_django import DjangoAssertNumQueries

from proxeny.core.phrased import Phrased
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Role
from tests.cast import Cast


def holding(role: str, number: int) -> QuerySet[Staff]:
    """Who holds that role, but for one colleague."""
    found = Staff.objects.filter(grants__role=role, grants__ended_at=None).exclude(pk=number)
    return found.annotate(since=F("grants__granted_by"))


def test_a_phrased_question_finds_what_its_queryset_finds_for_each_of_its_values(vendor: Cast) -> None:
    ask: Phrased[Staff] = Phrased(holding)
    for role, but in ((Role.LEAD, "zhou"), (Role.LEAD, "he"), (Role.SPOKESPERSON, "lin"), ("", "lin")):
        expected = list(holding(role, vendor[but].pk))
        assert ask(str(role), vendor[but].pk) == expected
    assert [(one.name, one.hints_put_away, one.since) for one in ask("lead", 0)] == [  # type: ignore[attr-defined]
        ("何苗", [], "system:test")
    ]


def test_a_word_with_quotes_and_percents_is_a_word_and_nothing_else(vendor: Cast) -> None:
    ask: Phrased[Staff] = Phrased(lambda name: Staff.objects.filter(name=name))
    assert ask("何苗") == [vendor["he"]]
    for word in ("' OR 1=1 --", "%s", "%", '"', "\ue0000\ue001", ""):
        assert ask(word) == []


def test_it_costs_one_question_each_time(
    vendor: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ask: Phrased[Staff] = Phrased(lambda number: Staff.objects.filter(pk=number))
    with django_assert_num_queries(2):
        assert ask(vendor["he"].pk) == [vendor["he"]]
        assert ask(vendor["lin"].pk) == [vendor["lin"]]


@pytest.mark.django_db
def test_a_value_that_the_query_does_not_carry_is_refused() -> None:
    forgetful: Phrased[Team] = Phrased(lambda _number: Team.objects.all())
    with pytest.raises(ValueError, match="not among the values"):
        forgetful(1)


def test_threads_that_come_first_together_take_turns_and_phrase_it_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QuerySet, "raw", lambda _self, *_said: [])
    asked: list[int] = []

    def phrase(number: int) -> QuerySet[Staff]:
        asked.append(number)
        sleep(0.02)
        return Staff.objects.filter(pk=number)

    phrased = Phrased(phrase)
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(phrased, range(8))) == [[]] * 8
    assert len(asked) == 1
