"""What happened to an order, move by move."""

from django.db import models
from django.utils.translation import pgettext_lazy

from proxeny.dispatch.models.order import Order
from proxeny.identity.models import Staff, Team


class MoveKind(models.TextChoices):
    """What a move is."""

    SENT = "sent", pgettext_lazy("move", "sent")
    ACCEPTED = "accepted", pgettext_lazy("move", "accepted")
    RETURNED = "returned", pgettext_lazy("move", "returned")
    ASKED = "asked", pgettext_lazy("move", "asked")
    ANSWERED = "answered", pgettext_lazy("move", "answered")
    HANDED_OVER = "handed-over", pgettext_lazy("move", "handed over")
    DONE = "done", pgettext_lazy("move", "reported done")
    CONFIRMED = "confirmed", pgettext_lazy("move", "confirmed")
    NOT_SOLVED = "not-solved", pgettext_lazy("move", "not solved")
    DESIGNATED = "designated", pgettext_lazy("move", "designated")
    OBJECTED = "objected", pgettext_lazy("move", "objected")
    ADDED = "added", pgettext_lazy("move", "fact added")
    WITHDRAWN = "withdrawn", pgettext_lazy("move", "withdrawn")


class Move(models.Model):
    """One step of an order: by whom, when, with which words; rows are only ever added.

    `team` is the team that had it when the move was made, `to_team` where it went (sent, handed over, designated) or, of a
    return, the team that is believed right. `entry` is its line in the ledger. `customer_word` of a confirmation: whose word
    it was.
    """

    order = models.ForeignKey(Order, models.PROTECT, related_name="moves")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=MoveKind.choices)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    to_team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(blank=True)
    customer_word = models.CharField(max_length=120, blank=True)
    entry = models.PositiveBigIntegerField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["order", "number"], name="one_move_at_a_time")]
