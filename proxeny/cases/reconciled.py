"""Which tables of this package are evidence."""

from proxeny.cases import reckoning_anew
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
    Watch,
)
from proxeny.core.sentences import N_
from proxeny.ledger.rows.declaring import not_evidence, on_record

RECKONED = "reckoned from the rows beside it and from targets, hours and the day"
OF_CASE = ("case", "case_id")
on_record(
    Case,
    N_("Case"),
    apart={
        "changed_at": "says when, and the line says it too",
        **dict.fromkeys(
            (
                "due_at", "due_clock", "warns_at", "waits_since", "unanswered_since", "last_word_at", "snoozed_until",
                "stake_minor", "place", *reckoning_anew.COLUMNS,
            ),
            RECKONED,
        ),
    },
    belongs=("case", ""),
    otherwise=reckoning_anew.otherwise,
)  # fmt: skip
on_record(StepPass, N_("Step of a case"), belongs=OF_CASE)
on_record(Assignment, N_("Hand of a case"), belongs=OF_CASE)
on_record(Waiting, N_("Waiting for a customer"), belongs=OF_CASE)
on_record(Solution, N_("Solution of a case"), belongs=OF_CASE)
on_record(Proposal, N_("Proposal"), belongs=OF_CASE)
on_record(Message, N_("Message"), belongs=OF_CASE)
on_record(PassedOver, N_("Remark passed over"))
# A file belongs to nobody's words until the message that it lies beside is sent.
on_record(Attachment, N_("Attachment"), belongs=OF_CASE, uncounted=("message_id", (None,)))
on_record(Learning, N_("Lesson of a case"), belongs=OF_CASE)
on_record(Snooze, N_("Putting off"), belongs=OF_CASE)
on_record(Relation, N_("Tie of two cases"), belongs=("case", "first_id"))
on_record(Merge, N_("Merging"), belongs=("case", "source_id"))
on_record(Split, N_("Splitting"), belongs=("case", "source_id"))
on_record(Framing, N_("Who stands behind a case"), belongs=OF_CASE)
on_record(Satisfaction, N_("What would satisfy"), belongs=OF_CASE)
on_record(View, N_("View of a case"), belongs=OF_CASE)
on_record(Classification, N_("Classification"), belongs=OF_CASE)
on_record(PriorityOverride, N_("Priority set by hand"), belongs=OF_CASE)
on_record(ServiceTarget, N_("Service target"))
on_record(ServiceHours, N_("Service hours"), belongs=("account", "account_id"))
not_evidence(RECKONED, CaseClock)
not_evidence("counts numbers that were given", CaseNumber)
not_evidence("what colleagues keep for their own use", Template, Watch)
