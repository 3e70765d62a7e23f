"""The front of a docket shows what the whole docket has at its top, and the pages after it the rest, each item once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proxeny.accounts.models import Account
from proxeny.core.findings import Cause, Finding
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.docket import answering, fronting, gathering, reading
from proxeny.docket.models import Sighting
from proxeny.docket.ordering import Order
from proxeny.docket.reading import MOST_SHOWN, Group
from tests.cast import TODAY, Cast, make_account

pytestmark = pytest.mark.usefixtures("on_22_november")
Drawn = tuple[int, int, str, int, int]


def finding(account: Account | None, number: int, yuan: int, currency: str, days: int, doubt: int) -> Finding:
    return Finding(
        "swing",
        account.pk if account else None,
        Cause(f"swing/m{number}/down", TODAY - timedelta(days=days), 0.4),
        Sentence("It fell."),
        stake=Money.of(yuan, currency),
        doubt=doubt / 4,
    )


def laid_out(vendor: Cast, drawn: list[Drawn]) -> None:
    owners = [None, vendor.luban, vendor.star_river, vendor.yunqi]
    gathering.gather(
        TODAY,
        [finding(owners[who], number, *rest) for number, (who, *rest) in enumerate(drawn)],
    )


def numbers(groups: list[Group]) -> list[list[int]]:
    return [[item.number for item in group.items] for group in groups]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.integers(0, 50),
            st.sampled_from(["CNY", "USD"]),
            st.integers(0, 60),
            st.integers(0, 4),
        ),
        max_size=30,
    ),
    st.sampled_from(Order),
    st.sampled_from(["zhou", "lin", "he", "tang"]),
)
def test_front_and_rest_are_the_whole_docket(
    vendor: Cast, drawn: list[Drawn], order: Order, username: str
) -> None:
    laid_out(vendor, drawn)
    actor = vendor.actor(username)
    whole, front = reading.docket(actor, TODAY, order), fronting.front(actor, TODAY, order)
    assert numbers(front.groups) == numbers(whole.groups)
    assert (front.count, front.customers) == (len(whole.items), len(whole.groups) + len(whole.rest))
    page = fronting.rest(actor, TODAY, order, 1)
    assert numbers(page.groups) == numbers(whole.rest)
    assert (front.more, page.more) == (len(whole.rest), 0)
    assert [item.weight for item in front.items] == [item.weight for item in whole.items[: whole.shown]]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.just(1), st.integers(0, 50), st.just("CNY"), st.integers(0, 60), st.integers(0, 4)),
        min_size=1,
        max_size=20,
    ),
    st.sampled_from(Order),
)
def test_the_kept_places_are_the_order_of_the_weights(vendor: Cast, drawn: list[Drawn], order: Order) -> None:
    laid_out(vendor, drawn)
    items = [item for group in reading.docket(vendor.actor("he"), TODAY, order).rest for item in group.items]
    items = items or reading.docket(vendor.actor("he"), TODAY, order).items
    assert items == sorted(items, key=lambda item: (-item.weight.total, item.number))


def test_the_rest_comes_in_pages_and_every_customer_once(vendor: Cast) -> None:
    many = [make_account(f"T-{number}", f"客户{number}") for number in range(40)]
    gathering.gather(TODAY, [finding(one, 0, 1000 + place, "CNY", 1, 1) for place, one in enumerate(many)])
    he = vendor.actor("he")
    pages = [
        fronting.front(he, TODAY),
        *(fronting.rest(he, TODAY, Order.ALL, number) for number in (1, 2, 3)),
    ]
    assert [len(page.groups) for page in pages] == [MOST_SHOWN, 15, 10, 0]
    assert [page.more for page in pages] == [25, 10, 0, 0]
    named = [group.account.name for page in pages for group in page.groups if group.account]
    assert named == [one.name for one in reversed(many)]


def test_a_first_customer_with_many_matters_is_shown_whole_and_alone(vendor: Cast) -> None:
    several = [finding(vendor.luban, number, 90_000 + number, "CNY", 1, 1) for number in range(20)]
    gathering.gather(TODAY, [*several, finding(vendor.yunqi, 0, 1, "CNY", 1, 1)])
    front = fronting.front(vendor.actor("he"), TODAY)
    assert [len(group.items) for group in front.groups] == [20]
    assert (front.count, front.customers, front.more) == (21, 2, 1)


def test_the_number_of_queries_does_not_depend_on_the_rows(vendor: Cast) -> None:
    counts = []
    for size in (5, 200):
        many = [make_account(f"T{size}-{number}", f"客户{number}") for number in range(size)]
        gathering.gather(TODAY, [finding(one, 0, 100 + one.pk, "CNY", 1, 1) for one in many])
        with CaptureQueriesContext(connection) as asked:
            fronting.front(vendor.actor("he"), TODAY)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 5


def test_answers_that_hold_and_answers_taken_back_are_seen_on_every_gathered_day(vendor: Cast) -> None:
    lying = finding(vendor.star_river, 0, 100, "CNY", 10, 1)
    days = [TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=3)]
    for day in days:
        gathering.gather(day, [lying])
    zhou = vendor.actor("zhou")
    answer = answering.snooze(
        reading.item_for(zhou, Sighting.objects.get(on=TODAY).matter_id, TODAY),
        until=TODAY + timedelta(days=3),
        reason="They migrate.",
        by=zhou,
    )

    def counts() -> list[int]:
        return [fronting.front(zhou, day).count for day in days]

    assert counts() == [1, 0, 0, 1]
    gathering.gather(TODAY, [lying])
    assert counts() == [1, 0, 0, 1]
    answering.take_back(answer, by=zhou)
    assert counts() == [1, 1, 1, 1]


def test_what_is_no_longer_found_leaves_the_day(vendor: Cast) -> None:
    both = [finding(vendor.star_river, number, 100, "CNY", 10, 1) for number in (0, 1)]
    gathering.gather(TODAY, both)
    gathering.gather(TODAY, both[1:])
    assert fronting.front(vendor.actor("zhou"), TODAY).count == 1


def test_the_outsider_counts_nothing_of_others(vendor: Cast) -> None:
    gathering.gather(TODAY, [finding(vendor.star_river, 0, 100, "CNY", 1, 1)])
    for outsider in ("lin", "pan", "xu", "zhang", "shen", "nobody"):
        front = fronting.front(vendor.actor(outsider), TODAY)
        assert (front.groups, front.count, front.customers, front.more) == ([], 0, 0, 0)
        assert fronting.rest(vendor.actor(outsider), TODAY, Order.ALL, 1).groups == []
