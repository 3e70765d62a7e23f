"""Complaints to the head of a team about what happened to an order."""

from django.db import models
from django.utils.translation import pgettext_lazy

from proxeny.core.references import Reference
from proxeny.dispatch.models.order import Order
from proxeny.identity.models import Staff, Team


class Complaint(models.Model):
    """A complaint, drafted by itself with the timeline when a target is missed or an order returned again; a person sends it.

    `facts` are locked as they stood when it was drafted; `text` is free until it is sent. One is drafted once for a cause.
    """

    class Cause(models.TextChoices):
        """Why it was drafted."""

        NOT_ACCEPTED = "not-accepted", pgettext_lazy("complaint", "not accepted in time")
        NOT_DONE = "not-done", pgettext_lazy("complaint", "not done in time")
        RETURNED_AGAIN = "returned-again", pgettext_lazy("complaint", "returned a second time")
        LOOP = "loop", pgettext_lazy("complaint", "sent round in a loop")

    order = models.ForeignKey(Order, models.PROTECT, related_name="complaints")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    cause = models.CharField(max_length=14, choices=Cause.choices)
    facts = models.JSONField(default=list)
    text = models.TextField(blank=True)
    drafted_at = models.DateTimeField()
    to = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    sent_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    dropped_at = models.DateTimeField(null=True)
    dropped_because = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["drafted_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["order", "team", "cause"], name="one_complaint_for_a_cause")
        ]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("complaint", str(self.pk))
