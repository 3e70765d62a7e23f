"""What cases hold of a customer's people: their words, their files, and what was said of them."""

from collections.abc import Collection

from django.db.models import Model, Q

from proxeny.cases import texts
from proxeny.cases.models import (
    Assignment,
    Attachment,
    Case,
    CaseClock,
    CaseNumber,
    Classification,
    Framing,
    Learning,
    Merge,
    Message,
    PassedOver,
    PriorityOverride,
    Proposal,
    Relation,
    Satisfaction,
    ServiceHours,
    ServiceTarget,
    Snooze,
    Solution,
    Split,
    StepPass,
    Template,
    View,
    Waiting,
)
from proxeny.core.erasing import ACTOR, CODE, OURS, PRODUCT, Held
from proxeny.core.sentences import N_

CASES, MESSAGES, NOTES = N_("cases"), N_("messages"), N_("notes on cases")
GONE = "cases/erased"
"""Where an erased attachment is said to lie: a place in the store at which there is no file."""
CONFIDENTIAL = Q(case__is_confidential=True)


def _beside(model: type[Model], *texts: str, by: bool = True, **more: object) -> Held:
    """A table of what colleagues said about a case."""
    never = {"by": ACTOR, **more.pop("never", {})} if by else more.pop("never", {})  # type: ignore[dict-item]
    said = {"kind": NOTES, "account": "case__account", "secret": CONFIDENTIAL, **more}
    return Held(model, texts=texts, never=never, **said)  # type: ignore[arg-type]


HELD = (
    Held(
        Case, kind=CASES, texts=("title", "text", "environment", "purpose", "today"),
        whose=("reporter",), said=("title", "text"),
        account="account", reference="case", secret=Q(is_confidential=True),
        never={
            "product": PRODUCT, "source": OURS, "source_reference": CODE, "opened_by": ACTOR, "due_clock": OURS,
        },
    ),
    Held(CaseNumber, never={"series": OURS}),
    _beside(StepPass, "by_name", "reason", lists=("missing",)),
    _beside(Assignment, "staff_name", "team_name", "reason"),
    _beside(Waiting, "why", "by_name", never={"ended_by": ACTOR}),
    _beside(
        Solution, "how", "word", "by_name", "reopened_why", whose=("case__reporter",), said=("word",),
        never={"reopened_by": ACTOR},
    ),
    _beside(Learning, "why", "why_so", "next_time", by=False),
    _beside(Snooze, "reason", by=False),
    Held(CaseClock, never={"clock": OURS}),
    Held(
        Message, kind=MESSAGES, texts=("author_name", "text", "promised"), lists=("recipients",),
        whose=("contact",), named=("author_name",), said=("author_name", "text", "promised"),
        with_customer={"recipients": []}, account="case__account", reference="message", is_theirs=True,
        secret=Q(is_confidential=True) | CONFIDENTIAL,
        never={"mentions": "numbers of colleagues", "source_reference": CODE},
    ),
    Held(
        PassedOver, kind=NOTES, texts=("words", "reason"), account="message__case__account",
        secret=Q(message__case__is_confidential=True), never={"remark": OURS},
    ),
    Held(
        Attachment, kind=N_("files"), texts=("name",), whose=("message__contact",), named=("message__author_name",),
        said=("name",), emptied={"path": GONE, "sha256": ""}, account="case__account", reference="attachment", is_theirs=True,
        secret=CONFIDENTIAL, never={"media_type": CODE},
    ),
    Held(Template, kind=N_("templates"), texts=("name", "text"), never={"language": CODE}),
    _beside(
        Proposal, "text", "owner_name", "environment", "purpose", "because", "look_again_when", "by_name", "ended_why",
        reference="proposal", never={"ended_by": ACTOR},
    ),
    _beside(Relation, "reason", account="first__account", secret=Q(first__is_confidential=True)),
    _beside(Merge, "reason", "by_name", account="source__account", secret=Q(source__is_confidential=True)),
    _beside(
        Split, "reason", "by_name", account="source__account", secret=Q(source__is_confidential=True),
        never={"messages": "numbers of messages"},
    ),
    Held(ServiceTarget, never={"clock": OURS, "changed_by": ACTOR}),
    Held(
        ServiceHours, account="account",
        never={"hours": "hours of the week", "country": CODE, "zone": CODE, "changed_by": ACTOR},
    ),
    _beside(Framing, "hoped_conclusion", by=False, whose=("asked_by",), said=("hoped_conclusion",)),
    _beside(Satisfaction, "when", "word", whose=("contact",), said=("when", "word")),
    _beside(View, "answer", "hidden_bug", "data_accuracy", "clumsier", by=False),
    _beside(Classification, "reason", by=False, never={"value": OURS}),
    _beside(PriorityOverride, "reason", by=False),
)  # fmt: skip


def files_of(attachments: Collection[int]) -> list[str]:
    """Return where the files of these attachments lie in the store."""
    kept = Attachment.objects.filter(pk__in=attachments).exclude(path=GONE)
    return sorted(set(kept.values_list("path", flat=True)))


def lay_texts_anew(cases: Collection[int]) -> None:
    """Keep in the search what the rows of these cases say now."""
    for case in Case.objects.filter(pk__in=cases):
        texts.put_case(case)
