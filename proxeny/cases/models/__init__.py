"""Cases and what belongs to them."""

from proxeny.cases.models.case import Case, CaseNumber
from proxeny.cases.models.course import (
    Assignment,
    CaseClock,
    Learning,
    Snooze,
    Solution,
    StepPass,
    Waiting,
)
from proxeny.cases.models.message import Attachment, Message, PassedOver, Template
from proxeny.cases.models.proposal import Proposal
from proxeny.cases.models.relation import Merge, Relation, Split, Watch
from proxeny.cases.models.service import ServiceHours, ServiceTarget
from proxeny.cases.models.understanding import Classification, Framing, PriorityOverride, Satisfaction, View
from proxeny.cases.models.words import (
    STEPS,
    Audience,
    Cause,
    Channel,
    Kind,
    Priority,
    Severity,
    Side,
    State,
    Step,
)

__all__ = [
    "STEPS",
    "Assignment",
    "Attachment",
    "Audience",
    "Case",
    "CaseClock",
    "CaseNumber",
    "Cause",
    "Channel",
    "Classification",
    "Framing",
    "Kind",
    "Learning",
    "Merge",
    "Message",
    "PassedOver",
    "Priority",
    "PriorityOverride",
    "Proposal",
    "Relation",
    "Satisfaction",
    "ServiceHours",
    "ServiceTarget",
    "Severity",
    "Side",
    "Snooze",
    "Solution",
    "Split",
    "State",
    "Step",
    "StepPass",
    "Template",
    "View",
    "Waiting",
    "Watch",
]
