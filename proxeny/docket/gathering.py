"""Gathering what the sources found into the docket of a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction

from proxeny.core.findings import Finding
from proxeny.docket import ordering
from proxeny.docket.holding import held_on
from proxeny.docket.models import Matter, Sighting

AT_ONCE = 500
LAID_DOWN = [
    "sentence", "evidence", "verbs", "stake_minor", "currency", "due", "size", "urgency", "doubt", "account", "is_open",
    "stake_factor", "place", "place_by_stake", "place_by_urgency", "place_by_doubt",
]  # fmt: skip


def gather(on: date, findings: Iterable[Finding]) -> int:
    """Make `findings` the docket of `on`, in one transaction; return how many there are.

    A finding that is a matter seen before keeps its identity, so that an answer given to it holds. Gathering the same
    findings again changes nothing.
    """
    found = list(findings)
    with transaction.atomic():
        known = _known({(finding.account_id, finding.cause.family) for finding in found})
        matters = [_matter(finding, on, known) for finding in found]
        Matter.objects.bulk_create((one for one in _each_once(matters) if one.pk is None), batch_size=AT_ONCE)
        seen = {
            matter.pk: _sighting(matter, finding, on) for matter, finding in zip(matters, found, strict=True)
        }
        held = held_on(on)
        for sighting in seen.values():
            sighting.is_open = sighting.matter_id not in held
        ordering.arrange(list(seen.values()))
        _forget_others(on, seen.keys())
        Sighting.objects.bulk_create(
            seen.values(),
            update_conflicts=True,
            unique_fields=["matter", "on"],
            update_fields=LAID_DOWN,
            batch_size=AT_ONCE,
        )
    return len(seen)


def _each_once(matters: Iterable[Matter]) -> Iterable[Matter]:
    return {id(one): one for one in matters}.values()


def _forget_others(on: date, seen: Collection[int]) -> None:
    """Remove what a former gathering of the day found and this one did not."""
    standing = Sighting.objects.filter(on=on).values_list("matter", flat=True)
    gone = [number for number in standing if number not in seen]
    for start in range(0, len(gone), AT_ONCE):
        Sighting.objects.filter(on=on, matter__in=gone[start : start + AT_ONCE]).delete()


Known = dict[tuple[int | None, str], list[Matter]]


def _known(keys: set[tuple[int | None, str]]) -> Known:
    known: Known = defaultdict(list)
    families = sorted({family for _, family in keys})
    for start in range(0, len(families), 500):
        for matter in Matter.objects.filter(family__in=families[start : start + 500]).order_by(
            "-first_seen", "-pk"
        ):
            known[matter.account_id, matter.family].append(matter)
    return known


def _matter(finding: Finding, on: date, known: Known) -> Matter:
    alike = known[finding.account_id, finding.cause.family]
    for matter in alike:
        if matter.cause.covers(finding.cause):
            return matter
    matter = Matter(
        account_id=finding.account_id,
        kind=finding.kind,
        family=finding.cause.family,
        since=finding.cause.since,
        size=finding.cause.size,
        first_seen=on,
    )
    alike.insert(0, matter)
    return matter


def _sighting(matter: Matter, finding: Finding, on: date) -> Sighting:
    return Sighting(
        matter=matter,
        on=on,
        sentence=finding.sentence.as_json(),
        evidence=[
            {"text": one.text.as_json(), "reference": one.reference, "speaks": one.speaks}
            for one in finding.evidence
        ],
        verbs=[str(verb) for verb in finding.verbs],
        stake_minor=finding.stake.minor if finding.stake else None,
        currency=finding.stake.currency if finding.stake else "",
        due=finding.due,
        size=finding.cause.size,
        urgency=ordering.urgency(on, finding.due, finding.cause.since),
        doubt=finding.doubt,
        account_id=matter.account_id,
    )
