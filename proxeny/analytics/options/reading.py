"""A document becomes a problem, or a list of everything that is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from proxeny.analytics.options.problem import RISKS, Account, Line, Module, Needed, Pace, Problem, Upgrade
from proxeny.analytics.options.referring import loose_ends
from proxeny.analytics.options.schema import mistakes
from proxeny.analytics.options.wrongs import N_, Wrong

MOST_PLACES = 4


class Invalid(ValueError):  # noqa: N818  (a finding about the file)
    """The document is no problem; `wrongs` are all its mistakes."""

    def __init__(self, wrongs: Iterable[Wrong]) -> None:
        self.wrongs = tuple(wrongs)
        super().__init__("; ".join(map(str, self.wrongs)))


def read(document: Any) -> Problem:
    """Return the problem that a document describes. Raises Invalid with all that is wrong with it.

    Numbers with a point are best read as Decimal (`json.loads(text, parse_float=Decimal)`): amounts are then exact.
    """
    if wrongs := mistakes(document):
        raise Invalid(wrongs)
    if wrongs := [*_too_fine(document), *loose_ends(document)]:
        raise Invalid(wrongs)
    places = max([0, *(_places(amount) for _, amount in _amounts(document))])
    account = document.get("account", {})
    return Problem(
        needed=tuple(_needed(one) for one in document["needed"]),
        modules=tuple(_module(one, places) for one in document["modules"]),
        account=_account(account, places),
        lines=tuple(
            Line(one["id"], one.get("name", one["id"]), one.get("weight", 1))
            for one in document.get("lines", ())
        ),
        goal=document.get("goal", ""),
        currency=document["currency"],
        places=places,
        pace=Pace(document.get("pace", Pace.ONE_AFTER_ANOTHER)),
        date=account.get("date", ""),
    )


def _needed(one: Mapping[str, Any]) -> Needed:
    return Needed(one["id"], one.get("name", one["id"]), one.get("weight", 1), _names(one, "lines"))


def _module(one: Mapping[str, Any], places: int) -> Module:
    return Module(
        id=one["id"],
        name=one.get("name", one["id"]),
        product=one.get("product", ""),
        provides=_names(one, "provides"),
        needs=tuple(frozenset([need] if isinstance(need, str) else need) for need in one.get("needs", ())),
        excludes=_names(one, "excludes"),
        excludes_systems=_names(one, "excludes_systems"),
        editions=_names(one, "editions"),
        people=_names(one, "people"),
        systems=_names(one, "systems"),
        days=one.get("days", 0),
        cost=_minor(one.get("cost", 0), places),
        risk=float(RISKS.get(one.get("risk", 0), one.get("risk", 0))),
        people_days=one.get("people_days", 0),
    )


def _account(one: Mapping[str, Any], places: int) -> Account:
    return Account(
        editions=one.get("editions", {}),
        upgrades=tuple(
            Upgrade(up["product"], up["edition"], _minor(up["cost"], places), up.get("days", 0))
            for up in one.get("upgrades", ())
        ),
        budget=_minor(one["budget"], places) if "budget" in one else None,
        days=one.get("days"),
        people_days=one.get("people_days"),
        people=_names(one, "people"),
        systems=_names(one, "systems"),
        in_place=_names(one, "in_place"),
        stay=_names(one, "stay"),
        never=_names(one, "never"),
    )


def _names(one: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(one.get(key, ()))


def _amounts(document: Mapping[str, Any]) -> Iterator[tuple[str, Decimal]]:
    account = document.get("account", {})
    if "budget" in account:
        yield "account.budget", Decimal(str(account["budget"]))
    for number, one in enumerate(document["modules"]):
        yield f"modules[{number}].cost", Decimal(str(one.get("cost", 0)))
    for number, one in enumerate(account.get("upgrades", ())):
        yield f"account.upgrades[{number}].cost", Decimal(str(one["cost"]))


def _places(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def _too_fine(document: Mapping[str, Any]) -> Iterator[Wrong]:
    for place, amount in _amounts(document):
        if _places(amount) > MOST_PLACES:
            yield Wrong(place, N_("it has more than %(most)s digits after the point"), {"most": MOST_PLACES})


def _minor(amount: Any, places: int) -> int:
    return int(Decimal(str(amount)).scaleb(places))
