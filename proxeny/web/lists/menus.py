"""The filters as they are shown: menus of values with their counts, chips that can be taken off, ways out of an empty list."""

from dataclasses import dataclass

from proxeny.web.lists.filters import Filter, Values
from proxeny.web.lists.finding import Found, narrowed
from proxeny.web.lists.listing import Label

# Up to here a count for each value of each filter is one cheap question per filter; a longer list shows none.
COUNTED = 5_000


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter: whether it is chosen, how many rows it would show, None where that is not counted."""

    value: str
    label: str
    is_chosen: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Menu:
    """A filter with its values; `values` are those chosen."""

    filter: Filter
    options: list[Option]
    values: Values

    @property
    def kind(self) -> str:
        """Which part of the template draws it."""
        return self.filter.kind

    @property
    def written(self) -> list[tuple[str, str]]:
        """What is chosen, as parts of an address."""
        return self.filter.write(self.values) if self.values else []


@dataclass(frozen=True, slots=True)
class Chip:
    """A value that narrows the list, and the address without it."""

    label: Label
    said: str
    query: str


@dataclass(frozen=True, slots=True)
class WayOut:
    """A filter to take off when nothing fits: what then would fit."""

    label: Label
    said: str
    query: str
    count: int


def menus(found: Found, count_of_all: int) -> list[Menu]:
    """Return the filters the reader may use. The counts of one are of what the others let through."""
    return [_menu(found, one, counted=count_of_all <= COUNTED) for one in _known(found)]


def _menu(found: Found, one: Filter, *, counted: bool) -> Menu:
    values = found.wanted.values.get(one.key, ())
    offered = found.offers[one.key]
    counts = one.counts(narrowed(found.readable, found.wanted, found.reader, but=one.key)) if counted else {}
    options = [
        Option(value, label, value in values, counts.get(value, 0) if counts else None)
        for value, label in offered
    ]
    return Menu(one, options, values)


def chips(found: Found) -> list[Chip]:
    """Return a chip for each value that narrows the list."""
    wanted = found.wanted
    return [
        Chip(one.label, said, wanted.with_filter(one.key, rest).query())
        for one in _known(found)
        if one.key in wanted.values
        for said, rest in one.said(wanted.values[one.key], found.offers[one.key])
    ]


def ways_out(found: Found) -> list[WayOut]:
    """Return which single filter to take off so that something fits, the most fruitful first."""
    wanted = found.wanted
    ways = [
        WayOut(
            one.label,
            " · ".join(said for said, _rest in one.said(wanted.values[one.key], found.offers[one.key])),
            wanted.with_filter(one.key, ()).query(),
            narrowed(found.readable, wanted, found.reader, but=one.key).count(),
        )
        for one in _known(found)
        if one.key in wanted.values
    ]
    return sorted((way for way in ways if way.count), key=lambda way: -way.count)


def _known(found: Found) -> list[Filter]:
    return found.listing.filters_for(found.reader.actor)
