"""What somebody may see, in parts: together they are all of it, and nothing stands there twice."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Q
from hypothesis import given
from hypothesis import strategies as st

from proxeny.core.references import Reference
from proxeny.search import keeping
from proxeny.search.keeping import Text
from proxeny.search.models import Document
from proxeny.search.parting import BY_ACCOUNT, BY_NUMBER, LATEST, OF_KIND, along, parts_of
from proxeny.search.seeing import Seen

MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)
AREAS, KINDS = ("dossier", "inside", "knowledge"), ("case", "message", "article")
ACCOUNTS = (None, 1, 2)


@pytest.fixture
def one_of_each(db: None) -> None:
    every = [(area, kind, account) for area in AREAS for kind in KINDS for account in ACCOUNTS]
    for number, (area, kind, account) in enumerate(every):
        keeping.put(
            Text(
                Reference(kind, str(number)),
                Reference("case", str(number % 5)),
                area,
                MORNING + timedelta(hours=number % 4, milliseconds=number % 2),
                text="系统",
                account=account,
            )
        )


leaves = st.one_of(
    st.sampled_from(AREAS).map(lambda area: Q(area=area)),
    st.lists(st.sampled_from(KINDS), max_size=2).map(lambda kinds: Q(kind__in=kinds)),
    st.lists(st.sampled_from((1, 2)), max_size=2).map(lambda numbers: Q(account__in=numbers)),
    st.lists(st.integers(0, 4), max_size=2).map(lambda numbers: Q(within_number__in=numbers)),
    st.just(Q(pk=None)),
    st.just(Q()),
)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: two[0] & two[1]),
        st.tuples(inner, inner).map(lambda two: two[0] | two[1]),
        inner.map(lambda one: ~one if one else one),
    ),
    max_leaves=6,
)


@pytest.mark.usefixtures("one_of_each")
def test_whatever_the_condition_its_parts_are_all_of_it_and_the_latest_come_first() -> None:
    @given(conditions, st.integers(1, 40))
    def agree(within: Q, most: int) -> None:
        every = list(Document.objects.filter(within).order_by("-at", "-pk"))
        seen = Seen.of(within)
        numbers = [row.pk for row in every]
        assert seen.latest(most) == numbers[:most]
        assert seen.latest_of(numbers, most) == every[:most]
        assert [row.at for row in seen.latest_of(numbers, most)] == [row.at for row in every[:most]]
        narrowed = Seen.of(within).narrowed(Q(account__in=[1]))
        assert narrowed.latest(99) == [row.pk for row in every if row.account == 1]

    agree()


def test_each_part_is_found_along_the_index_that_leads_to_it_soonest() -> None:
    cases = Q(kind__in=("case", "message"))
    within = (Q(pk=None) | Q(area="dossier", account__in=[1]) | Q(within_number__in=[3])) & cases
    assert [along(part) for part in parts_of(within)] == [BY_ACCOUNT, BY_NUMBER]
    assert [along(part) for part in parts_of(Q(area="dossier") & cases)] == [LATEST]
    assert along(Q(area="knowledge", kind="article")) == OF_KIND
    assert parts_of(Q(pk=None) & cases) == [Q(pk=None) & cases]
