from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.identity.roles import Role
from proxeny.web.accounts.index import ACCOUNTS
from proxeny.web.imports.listing import IMPORTS
from proxeny.web.lists import address
from proxeny.web.lists.address import Wanted, columns_of

LEAD = Actor("staff:1", "何苗", 1, frozenset({Role.LEAD}))
SALES = Actor("staff:2", "潘磊", 2, frozenset({Role.SALES}))
OFFERS = {
    "level": [(value, value) for value in Account.Level.values],
    "speaker": [("3", "周雨"), ("4", "林可"), ("none", "nobody")],
    "sales": [("5", "潘磊"), ("none", "nobody")],
    "band": [("red", ""), ("yellow", ""), ("green", ""), ("none", "")],
    "swing": [("1", ""), ("0", "")],
    "left": [("0", ""), ("1", "")],
}
SORTABLE = [column.key for column in ACCOUNTS.columns if column.sort]
LETTERS = "aZ9é鲁班 \t&=+%#,;?'\""
CHOOSABLE = [column.key for column in ACCOUNTS.columns if not column.is_fixed]


def read(query: str, actor: Actor = LEAD) -> Wanted:
    return address.read(ACCOUNTS, QueryDict(query), OFFERS, actor)


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    chosen = st.sets(st.sampled_from(values), min_size=1)
    return chosen.map(lambda found: tuple(value for value in values if value in found))


@st.composite
def wishes(draw: Any) -> Wanted:
    """Anything that can be asked of the list of customers."""
    values = {
        key: draw(some([value for value, _ in offered]))
        for key, offered in OFFERS.items()
        if draw(st.booleans())
    }
    if typed := " ".join(draw(st.text(LETTERS, max_size=12)).split()):
        values["q"] = (typed,)
    columns = draw(st.none() | st.permutations(CHOOSABLE).map(lambda keys: tuple(keys[:4])))
    return Wanted(
        ACCOUNTS,
        values,
        draw(st.sampled_from(SORTABLE)),
        draw(st.booleans()),
        columns,
        draw(st.integers(1, 500)),
        None,
        draw(st.none() | st.integers(1, 10**9)),
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(wishes())
def test_what_an_address_says_is_read_from_it_again(wanted: Wanted) -> None:
    again = read(wanted.query())
    assert again == wanted
    assert again.query() == wanted.query()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(["q", "level", "speaker", "sort", "columns", "page", "after", "view", "up"]),
        st.text(LETTERS, max_size=12),
    )
)
def test_any_nonsense_is_read_and_gives_an_address_that_makes_sense(asked: dict[str, str]) -> None:
    query = QueryDict(mutable=True)
    query.update(asked)
    wanted = address.read(ACCOUNTS, query, OFFERS, LEAD)
    assert read(wanted.query()) == wanted


@pytest.mark.parametrize(
    "query",
    [
        "level=huge",
        "speaker=99",
        "sort=password",
        "columns=nothing",
        "page=-1",
        "view=x",
        "colour=red",
        "page=0&after=",
    ],
)
def test_what_makes_no_sense_is_dropped_quietly(query: str) -> None:
    assert read(query).query() == ""


def test_columns_stand_in_the_order_asked_for_and_the_fixed_one_first() -> None:
    asked = read("columns=swing,level,swing,bogus")
    assert [column.key for column in columns_of(asked, LEAD)] == ["name", "swing", "level"]
    assert [column.key for column in columns_of(read("columns="), LEAD)] == ["name"]
    assert read("columns=level&columns=money&up=money").columns == ("money", "level")


def test_who_may_not_know_of_swings_can_neither_see_filter_nor_ask_for_them() -> None:
    asked = read("swing=1&columns=swing,level", SALES)
    assert "swing" not in asked.values
    assert [column.key for column in columns_of(asked, SALES)] == ["name", "level"]


def test_a_view_beside_which_nothing_is_asked_differs_from_one_whose_filters_were_taken_off() -> None:
    assert read("view=12&level=key").cleared().query() == "sort=name&view=12"


def test_days_the_wrong_way_round_are_turned_and_half_a_stretch_is_one() -> None:
    def days(query: str) -> tuple[str, ...]:
        return address.read(IMPORTS, QueryDict(query), {}, LEAD).values.get("when", ())

    assert days("when-from=2026-11-20&when-to=2026-11-02") == ("2026-11-02", "2026-11-20")
    assert days("when-from=2026-11-20&when-to=tomorrow") == ("2026-11-20", "")
    assert days("when-from=&when-to=") == ()
