"""What was decided on a request, what was promised with it, and that the customer heard."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.accounts.models import Contact
from proxeny.demand.models.noted import Noted, one_standing
from proxeny.demand.models.request import Request
from proxeny.promises.models import Promise


class Decision(Noted):
    """Yes, no or later, with its reason; it holds for the request and for all that are joined to it.

    A yes has a day, which is promised; a later has one on which it is looked at again. `without` names the voices that nobody
    had given by then.
    """

    class Answer(models.TextChoices):
        """The decision in a word."""

        YES = "yes", pgettext_lazy("decision", "yes")
        NO = "no", pgettext_lazy("decision", "no")
        LATER = "later", pgettext_lazy("decision", "later")

    request = models.ForeignKey(Request, models.PROTECT, related_name="decisions")
    answer = models.CharField(_("answer"), max_length=5, choices=Answer.choices)
    reason = models.TextField(_("reason"))
    promised_on = models.DateField(null=True)
    again_on = models.DateField(null=True)
    without = models.JSONField(default=list)

    class Meta(Noted.Meta):
        constraints = [
            one_standing("one_standing_decision", "request"),
            models.CheckConstraint(
                condition=(
                    models.Q(answer="yes", promised_on__isnull=False, again_on=None)
                    | models.Q(answer="later", promised_on=None, again_on__isnull=False)
                    | models.Q(answer="no", promised_on=None, again_on=None)
                ),
                name="decision_has_the_day_it_needs",
            ),
        ]


class Pledge(models.Model):
    """The promise that a decision made to the customer of one request."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="pledges")
    request = models.ForeignKey(Request, models.PROTECT, related_name="pledges")
    promise = models.ForeignKey(Promise, models.PROTECT, related_name="+")


class Told(Noted):
    """That the customer of a request heard what was decided: how, in what words, and who heard it."""

    class How(models.TextChoices):
        """How it was said."""

        MESSAGE = "message", pgettext_lazy("told", "by message")
        CALL = "call", pgettext_lazy("told", "in a call")
        VISIT = "visit", pgettext_lazy("told", "on a visit")

    request = models.ForeignKey(Request, models.PROTECT, related_name="tellings")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="tellings")
    how = models.CharField(max_length=8, choices=How.choices)
    words = models.TextField(blank=True)
    to_contact = models.ForeignKey(Contact, models.SET_NULL, null=True, related_name="+")

    class Meta(Noted.Meta):
        constraints = [one_standing("one_standing_telling", "request", "decision")]
