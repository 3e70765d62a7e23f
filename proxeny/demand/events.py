"""What can happen to defects and requests."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.identity.roles import Area
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    DEFECT_OPENED = "defect.opened"
    DEFECT_CHANGED = "defect.changed"
    DEFECT_LINKED = "defect.linked"
    DEFECT_UNLINKED = "defect.unlinked"
    DEFECT_FIXED = "defect.fixed"
    DEFECT_DECLINED = "defect.declined"
    DEFECT_REOPENED = "defect.reopened"
    REQUEST_ASKED = "request.asked"
    REQUEST_WITHDRAWN = "request.withdrawn"
    REQUEST_RESTORED = "request.restored"
    REQUEST_LINKED = "request.linked"
    REQUEST_UNLINKED = "request.unlinked"
    REQUEST_JOINED = "request.joined"
    REQUEST_PARTED = "request.parted"
    VOICE_OF_PRODUCT = "request.voice-of-product"
    VOICE_OF_SALES = "request.voice-of-sales"
    VOICE_OF_CUSTOMER = "request.voice-of-customer"
    VOICE_TAKEN_BACK = "request.voice-taken-back"
    USE_EXPECTED = "request.use-expected"
    USE_EXPECTED_TAKEN_BACK = "request.use-expected-taken-back"
    DECIDED_YES = "request.decided-yes"
    DECIDED_NO = "request.decided-no"
    DECIDED_LATER = "request.decided-later"
    DECISION_TAKEN_BACK = "request.decision-taken-back"
    CUSTOMER_TOLD = "request.customer-told"
    CUSTOMER_TOLD_TAKEN_BACK = "request.customer-told-taken-back"
    DELIVERED = "request.delivered"
    DELIVERY_TAKEN_BACK = "request.delivery-taken-back"
    USE_SEEN = "request.use-seen"
    USE_SEEN_TAKEN_BACK = "request.use-seen-taken-back"
    CREDITED = "request.credited"
    CREDIT_TAKEN_BACK = "request.credit-taken-back"
    HELP_DECLINED = "request.help-declined"
    HELP_DECLINED_TAKEN_BACK = "request.help-declined-taken-back"
    PROMISE_LINKED = "promise.linked"
    PROMISE_UNLINKED = "promise.unlinked"


kinds.register(
    {
        Kind.DEFECT_OPENED: N_("%(actor)s noted a defect: %(title)s"),
        Kind.DEFECT_CHANGED: N_("%(actor)s changed the defect %(title)s"),
        Kind.DEFECT_LINKED: N_("%(actor)s noted that case %(number)s shows the defect %(title)s"),
        Kind.DEFECT_UNLINKED: N_("%(actor)s took back that case %(number)s shows the defect %(title)s"),
        Kind.DEFECT_FIXED: N_("%(actor)s noted that the defect %(title)s is fixed: %(said)s"),
        Kind.DEFECT_DECLINED: N_("%(actor)s noted that the defect %(title)s will not be fixed: %(said)s"),
        Kind.DEFECT_REOPENED: N_("%(actor)s opened the defect %(title)s again"),
        Kind.REQUEST_ASKED: N_("%(actor)s noted a request: %(what)s"),
        Kind.REQUEST_WITHDRAWN: N_("%(actor)s withdrew a request: %(what)s. %(reason)s"),
        Kind.REQUEST_RESTORED: N_("%(actor)s put a withdrawn request in force again: %(what)s"),
        Kind.REQUEST_LINKED: N_("%(actor)s noted that case %(number)s asks for the same: %(what)s"),
        Kind.REQUEST_UNLINKED: N_("%(actor)s took back that case %(number)s asks for the same: %(what)s"),
        Kind.REQUEST_JOINED: N_("%(actor)s joined request %(number)s to request %(leader)s"),
        Kind.REQUEST_PARTED: N_("%(actor)s parted request %(number)s from request %(leader)s"),
        Kind.VOICE_OF_PRODUCT: N_("%(actor)s said for product to “%(what)s”: %(words)s"),
        Kind.VOICE_OF_SALES: N_("%(actor)s said for sales to “%(what)s”: %(words)s"),
        Kind.VOICE_OF_CUSTOMER: N_("%(actor)s said for the customer to “%(what)s”: %(words)s"),
        Kind.VOICE_TAKEN_BACK: N_("%(actor)s took back what was said to “%(what)s”: %(words)s"),
        Kind.USE_EXPECTED: N_(
            "%(actor)s said what use is expected of “%(what)s” by %(day)s: %(count)s %(measure)s"
        ),
        Kind.USE_EXPECTED_TAKEN_BACK: N_(
            "%(actor)s took back what use is expected of “%(what)s”: %(measure)s"
        ),
        Kind.DECIDED_YES: N_("%(actor)s decided yes to “%(what)s”, until %(until)s: %(reason)s"),
        Kind.DECIDED_NO: N_("%(actor)s decided no to “%(what)s”: %(reason)s"),
        Kind.DECIDED_LATER: N_("%(actor)s put off “%(what)s” until %(again)s: %(reason)s"),
        Kind.DECISION_TAKEN_BACK: N_("%(actor)s took back what was decided on “%(what)s”: %(reason)s"),
        Kind.CUSTOMER_TOLD: N_("%(actor)s noted that the customer heard what was decided on “%(what)s”"),
        Kind.CUSTOMER_TOLD_TAKEN_BACK: N_(
            "%(actor)s took back that the customer heard what was decided on “%(what)s”"
        ),
        Kind.DELIVERED: N_("%(actor)s noted that “%(what)s” was delivered on %(day)s: %(delivered)s"),
        Kind.DELIVERY_TAKEN_BACK: N_("%(actor)s took back that “%(what)s” was delivered: %(delivered)s"),
        Kind.USE_SEEN: N_("%(actor)s noted the use of “%(what)s”: %(count)s. %(words)s"),
        Kind.USE_SEEN_TAKEN_BACK: N_(
            "%(actor)s took back what was noted of the use of “%(what)s”: %(count)s"
        ),
        Kind.CREDITED: N_("%(actor)s credited %(team)s with help for “%(what)s”: %(what_for)s"),
        Kind.CREDIT_TAKEN_BACK: N_("%(actor)s took back the credit of %(team)s for “%(what)s”"),
        Kind.HELP_DECLINED: N_("%(actor)s noted that %(team)s cannot help with “%(what)s”. %(words)s"),
        Kind.HELP_DECLINED_TAKEN_BACK: N_("%(actor)s took back that %(team)s cannot help with “%(what)s”"),
    }
)
kinds.register(
    {
        Kind.PROMISE_LINKED: N_("%(actor)s noted that case %(number)s is about the promise: %(what)s"),
        Kind.PROMISE_UNLINKED: N_("%(actor)s took back that case %(number)s is about the promise: %(what)s"),
    },
    area=Area.INSIDE,
)
