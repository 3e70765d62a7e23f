"""What belongs to what: requests that are the same, cases that ask for one, cases that show a broken promise."""

from django.db import models

from proxeny.cases.models import Case
from proxeny.demand.models.noted import Noted, one_standing
from proxeny.demand.models.request import Request
from proxeny.promises.models import Promise


class Joining(Noted):
    """That a request is the same as another, which leads: it is decided and delivered with it. Both stay to be read."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="joinings")
    leader = models.ForeignKey(Request, models.PROTECT, related_name="carried")

    class Meta(Noted.Meta):
        constraints = [
            one_standing("one_standing_joining", "request"),
            models.CheckConstraint(
                condition=~models.Q(request=models.F("leader")), name="no_request_leads_itself"
            ),
        ]


class RequestCase(Noted):
    """That a case asks for the same as a request of its customer that was heard before."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="case_links")
    case = models.ForeignKey(Case, models.PROTECT, related_name="request_links")

    class Meta(Noted.Meta):
        constraints = [one_standing("one_standing_link_of_request_and_case", "request", "case")]


class PromiseCase(Noted):
    """That a case is about a promise that was not kept."""

    promise = models.ForeignKey(Promise, models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="promise_links")

    class Meta(Noted.Meta):
        constraints = [one_standing("one_standing_link_of_promise_and_case", "promise", "case")]
