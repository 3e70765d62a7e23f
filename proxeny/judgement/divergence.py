"""Divergence: where figures of use, how matters stand inside, and what a person holds say different things.

The witnesses fall into two groups, those outside (consumption, breadth …: what a dashboard would show) and those inside
(cases, promises, people, complaints: how matters stand between the customer and us). Each group is summed like the whole.
What is found asks a question; it moves no score and no judgement.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from proxeny.accounts import worth
from proxeny.accounts.models import Account
from proxeny.analytics.weighing import Part, weigh
from proxeny.core import clock
from proxeny.core.findings import Cause, Evidence, Finding
from proxeny.core.money import Money
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement import standing
from proxeny.judgement.health import keeping
from proxeny.judgement.health.bands import DOUBTFUL_FROM, FINE_FROM
from proxeny.judgement.models import Health, Judgement
from proxeny.judgement.signals import all_signals

GAP = 30.0
"""From so many points between the two groups on, they are said to disagree."""
FELL_TO, UNMOVED, WITHIN = 50.0, 5.0, timedelta(days=90)
CONTRADICTED_FOR = timedelta(days=60)
FEW_SPOKE = 2
"""A group of which fewer witnesses speak is not set against the other."""

GREEN_OUTSIDE = N_("Outside it looks fine (%(outside)s), inside it does not (%(inside)s).")
RED_OUTSIDE = N_("Outside it looks bad (%(outside)s), inside matters stand well (%(inside)s).")
FALLING = N_("Consumption has fallen to %(share)s of before, and the score has not moved: still %(score)s.")
CONTRADICTED = N_(
    "%(name)s judged on %(day)s: %(band)s. For %(days)s the witnesses have said otherwise: %(score)s."
)


@dataclass(frozen=True, slots=True)
class Groups:
    """The sums of the two groups; None where too few of one speak."""

    outside: float | None
    inside: float | None


def findings(on: date) -> Iterator[Finding]:
    """Yield what disagrees on the morning of `on`, with what is at stake a year times how far it is apart."""
    accounts = {account.pk: account for account in Account.objects.filter(left_on=None)}
    rows = keeping.latest(accounts, on)
    if not rows:
        return
    judged = standing.judgements_of(rows, on)
    before = keeping.latest(rows, on - WITHIN)
    money = worth.contracted([accounts[key] for key in rows], on)
    for key, health in rows.items():
        for found in _of_one(health, before.get(key), judged.get(key), on):
            yield _finding(found, health, money.get(key))


@dataclass(frozen=True, slots=True)
class _Found:
    """A disagreement: of which sort, since when, how far apart in points, and how it is said."""

    sort: str
    since: date | None
    gap: float
    sentence: Sentence
    evidence: tuple[Evidence, ...]


def _of_one(health: Health, before: Health | None, judgement: Judgement | None, on: date) -> Iterator[_Found]:
    groups = groups_of(health)
    if judgement is None and groups.outside is not None and groups.inside is not None:
        gap = groups.outside - groups.inside
        said = {"outside": round(groups.outside), "inside": round(groups.inside)}
        if gap >= GAP and groups.outside >= FINE_FROM:
            sentence = Sentence(GREEN_OUTSIDE, said)
            yield _Found("green-outside", None, gap, sentence, _said(health, low_is_for=True))
        if gap <= -GAP and groups.outside < DOUBTFUL_FROM:
            sentence = Sentence(RED_OUTSIDE, said)
            yield _Found("red-outside", None, -gap, sentence, _said(health, low_is_for=False))
    if judgement is None and before is not None:
        yield from _falling(health, before)
    if judgement is not None:
        yield from _contradicted(health, judgement, on)


def groups_of(health: Health) -> Groups:
    """Return the sums of the witnesses outside and inside; silent ones count for nothing here."""
    inside = {signal.name for signal in all_signals() if signal.is_inside}
    return Groups(
        _sum(part for part in health.parts if part["name"] not in inside),
        _sum(part for part in health.parts if part["name"] in inside),
    )


def _sum(parts: Iterable[Mapping[str, Any]]) -> float | None:
    spoken = [
        Part(one["name"], one["weight"], one["value"], one["sure"])
        for one in parts
        if one["value"] is not None and one["weight"]
    ]
    return weigh(spoken).score if len(spoken) >= FEW_SPOKE else None


def _falling(health: Health, before: Health) -> Iterator[_Found]:
    consumption = next((one for one in health.parts if one["name"] == "consumption"), None)
    if consumption is None or consumption["value"] is None or consumption["value"] > FELL_TO:
        return
    if abs(health.score - before.score) >= UNMOVED or health.score < FINE_FROM:
        return
    share = consumption["text"]["values"]["share"]
    sentence = Sentence(FALLING, {"share": share, "score": round(health.score)})
    gap = health.score - consumption["value"]
    yield _Found("falling", None, gap, sentence, _said(health, low_is_for=True))


def _contradicted(health: Health, judgement: Judgement, on: date) -> Iterator[_Found]:
    """A judgement that says fine while the witnesses say trouble, or the reverse, for two months on end."""
    opposite = {Judgement.Band.GREEN: Judgement.Band.RED, Judgement.Band.RED: Judgement.Band.GREEN}
    against = opposite.get(Judgement.Band(judgement.band))
    since = max(clock.day_of(judgement.at), on - CONTRADICTED_FOR)
    if against is None or health.band != against or on - since < CONTRADICTED_FOR:
        return
    rows = Health.objects.filter(account=health.account_id, on__gt=since, on__lte=on)
    begun = keeping.latest([health.account_id], since).get(health.account_id)
    if begun is None or any(row.band != against for row in (begun, *rows)):
        return
    sentence = Sentence(
        CONTRADICTED,
        {
            "name": judgement.by.name,
            "day": {"type": "date", "date": clock.day_of(judgement.at).isoformat()},
            "band": _BANDS[judgement.band].as_json(),
            "days": {"type": "days", "value": CONTRADICTED_FOR.days},
            "score": round(health.score),
        },
    )
    middle = 100.0 if judgement.band == Judgement.Band.GREEN else 0.0
    low_is_for = judgement.band == Judgement.Band.GREEN
    evidence = (Evidence(sentence, str(judgement.record), "against"), *_said(health, low_is_for=low_is_for))
    yield _Found("contradicted", clock.day_of(judgement.at), abs(middle - health.score), sentence, evidence)


_BANDS = {
    "green": Sentence(N_("fine")),
    "yellow": Sentence(N_("doubtful")),
    "red": Sentence(N_("in trouble")),
}


def _said(health: Health, *, low_is_for: bool) -> tuple[Evidence, ...]:
    """What each witness says, those first that speak for the finding."""
    spoken = [one for one in health.parts if one["value"] is not None]
    spoken.sort(key=lambda one: one["value"] if low_is_for else -one["value"])
    titles = {signal.name: signal.title for signal in all_signals()}
    return tuple(
        Evidence(
            Sentence(
                N_("%(title)s %(value)s: %(said)s"),
                {
                    "title": Sentence(titles.get(one["name"], "")).as_json(),
                    "value": round(one["value"]),
                    "said": one["text"],
                },
            ),
            one["evidence"][0]["ref"] if one["evidence"] else f"account:{health.account_id}",
            _speaks(one["value"], low_is_for=low_is_for),
        )
        for one in spoken
    )


def _speaks(value: float, *, low_is_for: bool) -> str:
    if DOUBTFUL_FROM <= value < FINE_FROM:
        return "neither"
    return "for" if (value < DOUBTFUL_FROM) is low_is_for else "against"


def _finding(found: _Found, health: Health, money: Money | None) -> Finding:
    strength = min(1.0, found.gap / 100)
    spoken = [one for one in health.parts if one["value"] is not None]
    sure = sum(one["sure"] for one in spoken) / len(spoken)
    return Finding(
        kind="divergence",
        account_id=health.account_id,
        cause=Cause(f"divergence/{found.sort}", found.since, found.gap),
        sentence=found.sentence,
        evidence=found.evidence,
        stake=Money(round(money.minor * strength), money.currency) if money else None,
        due=None,
        doubt=round(1 - sure * strength, 4),
    )
