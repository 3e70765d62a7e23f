"""What judgement hands in to the docket: swings in consumption, said so that a colleague can act on them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from proxeny.accounts.models import Account, Contact, Contract
from proxeny.core import clock
from proxeny.core.findings import Cause, Evidence, Finding
from proxeny.core.money import Money
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement import standing
from proxeny.judgement.models import Judgement, Sweep, Swing

RENEWAL_NEAR = timedelta(days=120)
LEFT_LATELY = timedelta(days=120)
FELL = N_(
    "%(meter)s has fallen by %(change)s since %(since)s, about %(amount)s a month; this is not a holiday."
)
FELL_UNPRICED = N_("%(meter)s has fallen by %(change)s since %(since)s; this is not a holiday.")
ROSE = N_("%(meter)s has risen by %(change)s since %(since)s, about %(amount)s more a month.")
ROSE_UNPRICED = N_("%(meter)s has risen by %(change)s since %(since)s.")
STOPPED = N_("%(meter)s: nothing since %(since)s; before, it was about %(amount)s a month.")
STOPPED_UNPRICED = N_("%(meter)s: nothing since %(since)s.")
OVERDUE = N_(
    "%(meter)s: nothing for %(silent)s, though an order came about every %(gap)s; about %(amount)s a month."
)
SEASON_DOWN = N_("%(meter)s is %(change)s lower than at the same time last year, about %(amount)s a month.")
SEASON_UP = N_(
    "%(meter)s is %(change)s higher than at the same time last year, about %(amount)s more a month."
)
PATTERNS = {
    ("down", True): FELL,
    ("down", False): FELL_UNPRICED,
    ("up", True): ROSE,
    ("up", False): ROSE_UNPRICED,
}


def swings(on: date) -> Iterator[Finding]:
    """Yield one finding for each swing of the sweep of `on`, with what else is known about the customer at that time."""
    sweep = Sweep.objects.filter(on=on).first()
    if sweep is None:
        return
    found = list(sweep.swings.select_related("account"))
    known = Surroundings.of({swing.account_id for swing in found}, on)
    for swing in found:
        yield Finding(
            kind="swing",
            account_id=swing.account_id,
            cause=Cause(
                f"swing/{swing.meter}/{swing.currency}/{swing.direction}", swing.since, abs(swing.change)
            ),
            sentence=sentence(swing, on),
            evidence=tuple(_evidence(swing, known)),
            stake=_stake(swing),
            due=None,
            doubt=round(1 - swing.certainty, 4),
        )


def sentence(swing: Swing, on: date) -> Sentence:
    """Return the one sentence that says what happened."""
    compared = swing.compared_with
    values: dict[str, Any] = {
        "meter": swing.meter,
        "change": {"type": "share", "value": abs(swing.change)},
        "since": {"type": "date", "date": swing.since.isoformat()},
    }
    if swing.per_month is not None:
        values["amount"] = _money(Money(abs(swing.per_month.minor), swing.currency))
    if swing.direction == "down" and compared.get("typical_gap_days") and "amount" in values:
        values["silent"] = {"type": "days", "value": compared.get("silent_days") or (on - swing.since).days}
        values["gap"] = {"type": "days", "value": round(compared["typical_gap_days"])}
        return Sentence(OVERDUE, values)
    if compared.get("yardstick") == "same_season_last_year" and "amount" in values:
        return Sentence(SEASON_DOWN if swing.direction == "down" else SEASON_UP, values)
    if swing.direction == "down" and swing.change <= -0.995:
        return Sentence(STOPPED if "amount" in values else STOPPED_UNPRICED, values)
    return Sentence(PATTERNS[swing.direction, "amount" in values], values)


class Surroundings:
    """What else is known about some customers on a day: contracts that end, people who left, standing judgements."""

    def __init__(
        self,
        contracts: Iterable[Contract],
        gone: Iterable[Contact],
        judgements: dict[int, Judgement],
        on: date,
    ) -> None:
        self.on = on
        self.ending: dict[int, list[Contract]] = defaultdict(list)
        self.gone: dict[int, list[Contact]] = defaultdict(list)
        self.judgements = judgements
        for contract in contracts:
            self.ending[contract.account_id].append(contract)
        for contact in gone:
            self.gone[contact.account_id].append(contact)

    @classmethod
    def of(cls, account_ids: set[int], on: date) -> "Surroundings":
        """Look them up, three queries for any number of customers."""
        ids = Account.objects.filter(pk__in=account_ids)
        ending = Contract.objects.filter(
            account__in=ids, ends_on__range=(on, on + RENEWAL_NEAR)
        ).prefetch_related("lines")
        gone = Contact.objects.filter(account__in=ids, left_on__range=(on - LEFT_LATELY, on))
        return cls(ending, gone, standing.judgements_of(account_ids, on), on)


def _evidence(swing: Swing, known: Surroundings) -> Iterator[Evidence]:
    yield Evidence(_levels(swing), f"swing:{swing.pk}")
    yield Evidence(
        Sentence(
            N_("How sure the computation is: %(certainty)s"),
            {"certainty": {"type": "share", "value": swing.certainty}},
        ),
        f"swing:{swing.pk}",
        "neither",
    )
    for contact in known.gone[swing.account_id]:
        values = {"name": contact.name, "title": contact.title, "day": _day(contact.left_on)}
        said = N_("%(name)s (%(title)s) left on %(day)s") if contact.title else N_("%(name)s left on %(day)s")
        yield Evidence(
            Sentence(said, values), f"contact:{contact.pk}", "for" if swing.direction == "down" else "against"
        )
    for contract in known.ending[swing.account_id]:
        values = {
            "number": contract.number,
            "left": {"type": "days", "value": (contract.ends_on - known.on).days},
            "amount": _money(contract.yearly),
        }
        text = Sentence(N_("Contract %(number)s ends in %(left)s: %(amount)s a year"), values)
        yield Evidence(text, f"contract:{contract.pk}", "neither")
    if judgement := known.judgements.get(swing.account_id):
        text = Sentence(
            _JUDGED[judgement.band], {"name": judgement.by.name, "day": _day(clock.day_of(judgement.at))}
        )
        yield Evidence(
            text, f"judgement:{judgement.pk}", "against" if judgement.band == Judgement.Band.GREEN else "for"
        )


_JUDGED = {
    "green": N_("%(name)s judged on %(day)s: fine"),
    "yellow": N_("%(name)s judged on %(day)s: doubtful"),
    "red": N_("%(name)s judged on %(day)s: in trouble"),
}
_COMPARED = {
    "own_weekday_rhythm": N_(
        "Before: %(before)s on a typical day, now %(now)s (held against %(weeks)s weeks of its own rhythm)"
    ),
    "same_season_last_year": N_("A year ago at this time: %(before)s on a typical day, now %(now)s"),
    "same_offset_from_spring_festival": N_(
        "As many days after the last Spring Festival: %(before)s on a typical day, now %(now)s"
    ),
    "order_rhythm": N_(
        "Before: %(before)s on an average day, now %(now)s (held against its own order rhythm)"
    ),
    "order_amounts": N_(
        "Before: %(before)s on an average day, now %(now)s (held against the amounts of earlier orders)"
    ),
}


def _levels(swing: Swing) -> Sentence:
    values: dict[str, Any] = {
        "before": _level(swing.level_before, swing),
        "now": _level(swing.level_now, swing),
    }
    values["weeks"] = swing.compared_with.get("weeks") or ""
    return Sentence(_COMPARED[swing.compared_with["yardstick"]], values)


def _level(level: float, swing: Swing) -> dict[str, Any]:
    if swing.measure == "amount":
        return _money(Money.of(f"{level:.6f}", swing.currency))
    return {"type": "number", "value": level}


def _stake(swing: Swing) -> Money | None:
    return None if swing.month_minor is None else Money(abs(swing.month_minor) * 12, swing.currency)


def _money(money: Money) -> dict[str, Any]:
    return {"type": "money", "amount": money.minor, "currency": money.currency}


def _day(day: date | None) -> dict[str, Any]:
    return {"type": "date", "date": day.isoformat() if day else ""}
