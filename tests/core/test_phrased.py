from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep

import pytest
from django.db.models import F, QuerySet
from pytest_django import DjangoAssertNumQueries

from proxeny.core.phrased import Phrased
from proxeny.desk import viewing
from proxeny.desk.models import SavedView
from proxeny.identity.models import RoleGrant, Staff, Team
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
    monkeypatch.setattr("proxeny.core.phrased._Known.asked", lambda _self, _values: [])
    asked: list[int] = []

    def phrase(number: int) -> QuerySet[Staff]:
        asked.append(number)
        sleep(0.02)
        return Staff.objects.filter(pk=number)

    phrased = Phrased(phrase)
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(phrased, range(8))) == [[]] * 8
    assert len(asked) == 1


def test_what_is_looked_up_along_with_a_row_comes_with_it(
    vendor: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ask = Phrased(
        lambda staff: (
            RoleGrant.objects.select_related("staff").filter(staff=staff).only("role", "staff__name")
        )
    )
    with django_assert_num_queries(1):
        (found,) = ask(vendor["he"].pk)
        assert (found.role, found.staff.name) == ("lead", "何苗")
    assert found.get_deferred_fields()


def test_a_row_that_leads_nowhere_leads_nowhere_here_too(vendor: Cast) -> None:
    ask = Phrased(lambda number: SavedView.objects.select_related("owner", "team").filter(owner=number))
    viewing.keep("cases", "Mine", "state=open", by=vendor.actor("he"))
    (found,) = ask(vendor["he"].pk)
    assert found.owner == vendor["he"]
    assert found.team is None


def test_tuples_and_single_values_come_as_the_queryset_gives_them(vendor: Cast) -> None:
    pairs = Phrased(lambda name: Staff.objects.filter(name=name).values_list("pk", "hints_put_away"))
    singles = Phrased(lambda name: Staff.objects.filter(name=name).values_list("pk", flat=True)[:1])
    assert pairs("何苗") == [(vendor["he"].pk, [])]
    assert singles("何苗") == [vendor["he"].pk]
    assert singles.first("何苗") == vendor["he"].pk
    assert singles.first("nobody") is None


def test_a_moment_is_a_value_like_others(vendor: Cast) -> None:
    since = Phrased(lambda at: RoleGrant.objects.filter(granted_at__gte=at).order_by("pk"))
    every = list(RoleGrant.objects.order_by("pk"))
    assert since(every[0].granted_at) == every
    assert since(every[-1].granted_at + timedelta(days=1)) == []
    assert vendor


def test_what_can_find_nothing_is_not_asked(
    vendor: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    nobody = Phrased(lambda number: Staff.objects.none().filter(pk=number))
    with django_assert_num_queries(0):
        assert nobody(vendor["he"].pk) == []


@pytest.mark.django_db
def test_a_value_may_be_spared_where_that_is_said() -> None:
    assert Phrased(lambda _number: Team.objects.all(), may_spare=True)(1) == []


@pytest.mark.django_db
def test_sorts_of_rows_that_it_does_not_know_are_refused() -> None:
    for unknown in (
        lambda: Staff.objects.values("pk"),
        lambda: Staff.objects.prefetch_related("grants"),
    ):
        with pytest.raises(ValueError, match="a phrased query"):
            Phrased(unknown)()


def test_a_number_that_no_column_holds_is_nobodys(vendor: Cast) -> None:
    ask: Phrased[Staff] = Phrased(lambda number: Staff.objects.filter(pk=number))
    for number in (2**31, 2**63, 10**30, -(10**30)):
        assert ask(number) == []
    assert ask(vendor["he"].pk) == [vendor["he"]]
