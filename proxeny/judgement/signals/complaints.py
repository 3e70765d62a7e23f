"""Complaints: what the customer complained of within half a year, to sales or in words that a case is about."""

from collections import defaultdict

from proxeny.accounts.models import TalkPoint
from proxeny.cases.models import Case, Classification, Merge
from proxeny.cases.models.words import Kind
from proxeny.core import clock
from proxeny.core.findings import Evidence
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement.signals.known import NAMED, Known
from proxeny.judgement.signals.scale import Scale
from proxeny.judgement.signals.signal import Reading, Readings, Signal

WINDOW = 180
COMPLAINTS = Scale((0, 85), (1, 50), (2, 25), (4, 0))
SHOWN = 3


def read(known: Known) -> Readings:
    """Count what sales passed on as a complaint, and cases over a broken promise; with any talk or case there may be none."""
    found: dict[int, list[Evidence]] = defaultdict(list)
    newest = {}
    for point in _passed_on(known):
        text = Sentence(N_("Complained in a talk: %(words)s"), {"words": point.words})
        found[point.talk.account_id].append(Evidence(text, f"talk:{point.talk_id}"))
        newest[point.talk.account_id] = clock.day_of(point.said_at)
    cases = _cases(known)
    broken = _over_a_promise(cases, known)
    for case in cases:
        text = Sentence(N_("Case %(number)s: %(title)s"), {"number": case.number, "title": case.title})
        if case.pk in broken:
            found[case.account_id].append(Evidence(text, f"case:{case.pk}"))
        else:
            found.setdefault(case.account_id, [])
        opened = clock.day_of(case.opened_at)
        newest[case.account_id] = max(newest.get(case.account_id, opened), opened)
    return {
        account: Reading(
            COMPLAINTS.points(len(evidence)),
            sure=0.8 if evidence else 0.5,
            fresh_on=newest[account],
            text=Sentence(N_("Complaints within half a year: %(count)s"), {"count": len(evidence)}),
            evidence=tuple(evidence[:SHOWN]),
        )
        for account, evidence in found.items()
        if account in known.accounts
    }


def _passed_on(known: Known) -> list[TalkPoint]:
    points = TalkPoint.objects.filter(
        kind=TalkPoint.Kind.COMPLAINT,
        said_at__range=(known.since(WINDOW), known.until),
        talk__account__in=list(known.accounts),
    )
    return list(
        points.exclude(taken_back_at__lt=known.until).select_related("talk").order_by("said_at", "pk")
    )


def _cases(known: Known) -> list[Case]:
    merged = Merge.objects.filter(at__lt=known.until).exclude(undone_at__lt=known.until)
    cases = Case.objects.filter(
        known.these, opened_at__gte=known.since(WINDOW), opened_at__lt=known.until, is_confidential=False
    )
    return list(cases.exclude(pk__in=merged.values("source")).order_by("opened_at", "pk"))


def _over_a_promise(cases: list[Case], known: Known) -> set[int]:
    """Those that a person had called so by then, and not otherwise since."""
    said = Classification.objects.filter(of=Classification.Of.KIND, at__lt=known.until)
    if len(cases) <= NAMED:
        said = said.filter(case__in=[case.pk for case in cases])
    called = dict(said.values_list("case_id", "value"))
    return {case for case, kind in called.items() if kind == Kind.BROKEN_PROMISE}


SIGNAL = Signal(
    "complaints",
    N_("Complaints"),
    N_("What do they complain of?"),
    N_("Neither talks nor cases within half a year in which they could have complained."),
    weight=10,
    read=read,
    is_inside=True,
)
