"""Gathering what the sources found into the docket of a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from proxeny.core.findings import Finding
from proxeny.docket import ordering
from proxeny.docket.models import Matter, Sighting


def gather(on: date, findings: Iterable[Finding]) -> int:
    """Make `findings` the docket of `on`, in one transaction; return how many there are.

    A finding that is a matter seen before keeps its identity, so that an answer given to it holds. Gathering the same
    findings again changes nothing.
    """
    found = list(findings)
    with transaction.atomic():
        known = _known({(finding.account_id, finding.cause.family) for finding in found})
        seen: dict[int, Sighting] = {}
        for finding in found:
            matter = _matter(finding, on, known)
            seen[matter.pk] = _sighting(matter, finding, on)
        Sighting.objects.filter(on=on).exclude(matter__in=seen).delete()
        Sighting.objects.bulk_create(
            seen.values(),
            update_conflicts=True,
            unique_fields=["matter", "on"],
            update_fields=[
                "sentence",
                "evidence",
                "verbs",
                "stake_minor",
                "currency",
                "due",
                "size",
                "urgency",
                "doubt",
            ],
            batch_size=500,
        )
    return len(seen)


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
    matter = Matter.objects.create(
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
    )
