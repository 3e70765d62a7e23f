"""What consumption itself hands in to the docket: lines of unknown customers, feeds that stopped."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings

from proxeny.accounts.models import Account
from proxeny.core.findings import Cause, Evidence, Finding, Verb
from proxeny.core.money import Money
from proxeny.core.sentences import N_, Sentence
from proxeny.intake.models import Batch
from proxeny.usage import series, store

MOST_NAMED = 5
STALE_AFTER = timedelta(days=3)
STRANGER = N_(
    "%(lines)s lines of consumption belong to a customer that nobody has added; they do not count yet."
)
STRANGERS = N_(
    "%(lines)s lines of consumption belong to %(count)s customers that nobody has added; they do not count yet."
)
FOR_ALL = (Verb.SNOOZE, Verb.DISMISS, Verb.OPEN)


def set_aside(on: date) -> Iterator[Finding]:
    """Yield a finding when there are lines of customers that nobody has added, and one when lines name no customer at all."""
    facts = store.facts()
    covered = series.span(facts)
    if covered is None or covered.first >= on or not _may_be_any():
        return
    known = list(Account.objects.values_list("reference", flat=True))
    strangers: dict[str, dict[str, Any]] = {}
    for row in facts.unknown(known).to_pylist():
        one = strangers.setdefault(row["account"], {"lines": 0, "amounts": {}, "last_day": row["last_day"]})
        one["lines"] += int(row["lines"])
        one["amounts"][row["currency"]] = row["amount"]
    nameless = strangers.pop("", None)
    if nameless:
        yield _nameless(nameless)
    if not strangers:
        return
    yield Finding(
        kind="set-aside",
        account_id=None,
        cause=Cause("set-aside", None, float(len(strangers))),
        sentence=Sentence(
            STRANGER if len(strangers) == 1 else STRANGERS,
            {
                "lines": {"type": "number", "value": sum(one["lines"] for one in strangers.values())},
                "count": {"type": "number", "value": len(strangers)},
            },
        ),
        evidence=tuple(_named(name, one) for name, one in _largest(strangers)),
        doubt=0.1,
        verbs=FOR_ALL,
    )


def _may_be_any() -> bool:
    """Tell without reading a fact whether lines can lie aside: some batch set lines aside, or customers were taken back."""
    done = Batch.objects.filter(kind=Batch.Kind.USAGE, state=Batch.State.DONE, report__rows__aside__gt=0)
    return done.exists() or Batch.objects.filter(state=Batch.State.UNDONE).exists()


def stale_feeds(on: date) -> Iterator[Finding]:
    """Yield one finding when no consumption at all has come in for days: nothing can be said of the time since."""
    covered = series.span(store.facts())
    if covered is None or on - covered.last <= STALE_AFTER:
        return
    yield Finding(
        kind="stale-feed",
        account_id=None,
        cause=Cause("stale-feed", covered.last),
        sentence=Sentence(
            N_(
                "No consumption has come in since %(last)s; what happened after that day cannot be seen here."
            ),
            {"last": {"type": "date", "date": covered.last.isoformat()}},
        ),
        doubt=0.1,
        verbs=FOR_ALL,
    )


def _largest(strangers: dict[str, dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    return sorted(strangers.items(), key=lambda item: -item[1]["lines"])[:MOST_NAMED]


def _named(name: str, one: dict[str, Any]) -> Evidence:
    values = {"name": name, **_amounts(one)}
    pattern = (
        N_("%(name)s: %(lines)s lines, %(amount)s") if "amount" in values else N_("%(name)s: %(lines)s lines")
    )
    return Evidence(Sentence(pattern, values), "imports:", "neither")


def _nameless(one: dict[str, Any]) -> Finding:
    values = _amounts(one)
    pattern = (
        N_("%(lines)s lines of consumption name no customer, %(amount)s in all; they count for nobody.")
        if "amount" in values
        else N_("%(lines)s lines of consumption name no customer; they count for nobody.")
    )
    return Finding(
        kind="nameless",
        account_id=None,
        cause=Cause("nameless", None, float(one["lines"])),
        sentence=Sentence(pattern, values),
        doubt=0.1,
        verbs=FOR_ALL,
    )


def _amounts(one: dict[str, Any]) -> dict[str, Any]:
    """The lines, and the largest of the sums where there are any."""
    values: dict[str, Any] = {"lines": {"type": "number", "value": one["lines"]}}
    currency, amount = max(one["amounts"].items(), key=lambda pair: abs(pair[1] or 0))
    if amount is not None:
        money = Money.of(Decimal(amount), currency or settings.CURRENCY)
        values["amount"] = {"type": "money", "amount": money.minor, "currency": money.currency}
    return values
