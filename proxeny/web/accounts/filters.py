"""Which customers the list shows and in which order, as its address says it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf

from django.db.models import QuerySet
from django.http import QueryDict

from proxeny.accounts.finding import matching
from proxeny.accounts.models import Account
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.judgement import standing
from proxeny.judgement.models import Judgement
from proxeny.web.accounts import consumption, money, seeing, swings

SORTS = ("name", "money", "judgement")
GRAVEST_FIRST: dict[str, float] = {Judgement.Band.RED: 0, Judgement.Band.YELLOW: 1, Judgement.Band.GREEN: 2}


@dataclass(frozen=True, slots=True)
class Filters:
    """What was typed, the levels ticked, the spokesperson, whether a swing is asked for, the order."""

    words: str = ""
    levels: tuple[str, ...] = ()
    speaker: int | None = None
    swinging: bool = False
    sort: str = "name"

    @classmethod
    def read(cls, asked: QueryDict) -> "Filters":
        """Read an address; what makes no sense is left out."""
        speaker, sort = asked.get("speaker", ""), asked.get("sort", "")
        return cls(
            words=asked.get("q", "").strip()[:80],
            levels=tuple(level for level in asked.getlist("level") if level in Account.Level.values),
            speaker=int(speaker) if speaker.isascii() and speaker.isdigit() and len(speaker) < 10 else None,
            swinging=asked.get("swing") == "1",
            sort=sort if sort in SORTS else "name",
        )

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.words or self.levels or self.speaker or self.swinging)


@dataclass(frozen=True, slots=True)
class Yearly:
    """An amount a year, and whether it is contracted or was only consumed in the last twelve months."""

    amount: Money
    is_contracted: bool


def filtered(accounts: QuerySet[Account], filters: Filters, actor: Actor, on: date) -> QuerySet[Account]:
    """Return those of `accounts` that the filters let through.

    A swing counts only where the actor may know of it.
    """
    found = matching(accounts, filters.words)
    if filters.levels:
        found = found.filter(level__in=filters.levels)
    if filters.speaker is not None:
        found = found.filter(spokesperson=filters.speaker)
    if filters.swinging:
        swinging = swings.of_last_sweep(on).values("account")
        found = found.filter(seeing.health_open(actor), pk__in=swinging)
    return found


def ordered(accounts: QuerySet[Account], sort: str, actor: Actor, on: date) -> QuerySet[Account] | list[int]:
    """Return the customers in order: as a query, or, where something reckoned decides, as their numbers."""
    if sort not in RECKONED:
        return accounts.select_related("spokesperson", "sales").order_by("name", "pk")
    known = list(accounts.only("pk", "currency", "reference", "spokesperson", "sales", "name"))
    ranks = RECKONED[sort](known, actor, on)
    known.sort(key=lambda one: (ranks.get(one.pk, inf), one.name, one.pk))
    return [one.pk for one in known]


def _by_money(accounts: list[Account], actor: Actor, on: date) -> dict[int, float]:
    """The largest first."""
    return {number: -float(one.amount.amount) for number, one in yearly(accounts, actor, on).items()}


def _by_judgement(accounts: list[Account], actor: Actor, on: date) -> dict[int, float]:
    """Those in trouble first; what the actor may not know counts as not judged."""
    return {
        number: GRAVEST_FIRST[one.band] for number, one in visible_judgements(accounts, actor, on).items()
    }


def visible_judgements(accounts: Iterable[Account], actor: Actor, on: date) -> dict[int, Judgement]:
    """Return the judgements that stand on the day, of those customers whose band the actor may know."""
    return standing.judgements_of([one.pk for one in accounts if seeing.sight(actor, one).band], on)


RECKONED = {"money": _by_money, "judgement": _by_judgement}


def yearly(accounts: list[Account], actor: Actor, on: date) -> dict[int, Yearly]:
    """Return what each brings in a year: by its contracts where the actor may know, else as consumed."""
    open_to_actor = [one for one in accounts if seeing.sight(actor, one).amount]
    contracted = money.yearly(open_to_actor, on)
    rest = [one for one in accounts if one.pk not in contracted]
    spent = consumption.spent(rest, on - timedelta(days=1))
    return {
        **{number: Yearly(amount, is_contracted=False) for number, amount in spent.items()},
        **{number: Yearly(amount, is_contracted=True) for number, amount in contracted.items()},
    }
