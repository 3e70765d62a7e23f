"""What can happen to cases."""

from dataclasses import dataclass
from enum import StrEnum

from proxeny.core.outbox import Event
from proxeny.core.sentences import N_
from proxeny.identity.roles import Area
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    OPENED = "case.opened"
    IMPORTED = "case.imported"
    CHANGED = "case.changed"
    WROTE = "case.wrote"
    WROTE_INSIDE = "case.wrote-inside"
    TAKEN_BACK = "case.message-taken-back"
    CUSTOMER_WROTE = "case.customer-wrote"
    PASSED_OVER = "case.remark-passed-over"
    STEP_PASSED = "case.step-passed"
    STEP_SKIPPED = "case.step-skipped"
    STEP_UNDONE = "case.step-undone"
    PROPOSED = "case.proposed"
    PROPOSAL_ENDED = "case.proposal-ended"
    PROPOSAL_RESTORED = "case.proposal-restored"
    SOLVED = "case.solved"
    REOPENED = "case.reopened"
    LEARNED = "case.learned"
    WAITS = "case.waits"
    WAITS_NO_MORE = "case.waits-no-more"
    ASSIGNED = "case.assigned"
    CLASSIFIED = "case.classified"
    FRAMED = "case.framed"
    SATISFACTION_SAID = "case.satisfaction-said"
    SATISFACTION_MET = "case.satisfaction-met"
    SATISFACTION_OPEN = "case.satisfaction-open"
    SATISFACTION_DROPPED = "case.satisfaction-dropped"
    VIEWED = "case.viewed"
    PRIORITY_SET = "case.priority-set"
    PRIORITY_LIFTED = "case.priority-lifted"
    RELATED = "case.related"
    UNRELATED = "case.unrelated"
    PARENTED = "case.parented"
    UNPARENTED = "case.unparented"
    MERGED = "case.merged"
    UNMERGED = "case.unmerged"
    SPLIT = "case.split"
    UNSPLIT = "case.unsplit"
    SNOOZED = "case.snoozed"
    WOKEN = "case.woken"
    CONFIDED = "case.confided"
    TARGET_SET = "service.target-set"
    HOURS_SET = "service.hours-set"


kinds.register(
    {
        Kind.OPENED: N_("%(actor)s opened case %(number)s: %(title)s"),
        Kind.IMPORTED: N_("%(actor)s imported %(count)s cases from %(file)s"),
        Kind.CHANGED: N_("%(actor)s changed case %(number)s"),
        Kind.WROTE: N_("%(actor)s wrote to %(to)s"),
        Kind.TAKEN_BACK: N_("%(actor)s took a message back before it left"),
        Kind.CUSTOMER_WROTE: N_("%(who)s wrote"),
        Kind.STEP_PASSED: N_("%(actor)s passed a step: %(step)s"),
        Kind.STEP_SKIPPED: N_("%(actor)s passed a step over its gate: %(step)s. %(reason)s"),
        Kind.STEP_UNDONE: N_("%(actor)s went back before a step: %(step)s"),
        Kind.PROPOSED: N_("%(actor)s proposed: %(text)s"),
        Kind.PROPOSAL_ENDED: N_("%(actor)s ended a proposal: %(text)s"),
        Kind.PROPOSAL_RESTORED: N_("%(actor)s let a proposal stand again: %(text)s"),
        Kind.SOLVED: N_("%(actor)s called case %(number)s solved: %(how)s"),
        Kind.REOPENED: N_("%(actor)s reopened case %(number)s: %(reason)s"),
        Kind.WAITS: N_("%(actor)s waits for the customer: %(why)s"),
        Kind.WAITS_NO_MORE: N_("%(actor)s no longer waits for the customer"),
        Kind.ASSIGNED: N_("%(actor)s gave case %(number)s into the hands of %(to)s"),
        Kind.RELATED: N_("%(actor)s tied case %(number)s to case %(other)s"),
        Kind.UNRELATED: N_("%(actor)s untied case %(number)s from case %(other)s"),
        Kind.PARENTED: N_("%(actor)s put case %(number)s under another"),
        Kind.UNPARENTED: N_("%(actor)s took case %(number)s out from under another"),
        Kind.MERGED: N_("%(actor)s merged case %(number)s into case %(other)s"),
        Kind.UNMERGED: N_("%(actor)s took the merging of case %(number)s into case %(other)s back"),
        Kind.SPLIT: N_("%(actor)s split case %(other)s off case %(number)s"),
        Kind.UNSPLIT: N_("%(actor)s took the splitting of case %(number)s back"),
        Kind.TARGET_SET: N_("%(actor)s set a service target"),
        Kind.HOURS_SET: N_("%(actor)s set the service hours of %(name)s"),
    }
)
kinds.register(
    {
        Kind.WROTE_INSIDE: N_("%(actor)s wrote inside: %(to)s"),
        Kind.PASSED_OVER: N_("%(actor)s sent a reply over a remark of the check: %(reason)s"),
        Kind.LEARNED: N_("%(actor)s wrote down what was learned from case %(number)s"),
        Kind.CLASSIFIED: N_("%(actor)s called case %(number)s: %(value)s"),
        Kind.FRAMED: N_("%(actor)s wrote down who stands behind case %(number)s"),
        Kind.SATISFACTION_SAID: N_("%(actor)s wrote down what would satisfy the customer: %(when)s"),
        Kind.SATISFACTION_MET: N_("%(actor)s noted, by the customer’s word, as met: %(when)s"),
        Kind.SATISFACTION_OPEN: N_("%(actor)s took back that it was met: %(when)s"),
        Kind.SATISFACTION_DROPPED: N_("%(actor)s removed what was to satisfy the customer: %(when)s"),
        Kind.VIEWED: N_("%(actor)s gave a view of case %(number)s"),
        Kind.PRIORITY_SET: N_("%(actor)s set the priority of case %(number)s by hand: %(reason)s"),
        Kind.PRIORITY_LIFTED: N_("%(actor)s let the rule decide the priority of case %(number)s again"),
        Kind.SNOOZED: N_("%(actor)s put case %(number)s off: %(reason)s"),
        Kind.WOKEN: N_("%(actor)s took case %(number)s up again"),
        Kind.CONFIDED: N_("%(actor)s made case %(number)s confidential, or no longer so"),
    },
    area=Area.INSIDE,
)


@dataclass(frozen=True)
class MessageLeaves(Event):
    """A message to somebody outside was sent; it leaves when it can no longer be taken back."""

    message: int
