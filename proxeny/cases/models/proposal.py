"""Proposals: what a case ends in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.cases.models.case import Case
from proxeny.cases.models.message import Message
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Proposal(models.Model):
    """A way ahead: a path, a request to product, or “not now, because …, we look again when …”.

    It stands until `ended_at`; while at least one stands, the case is in solution state. A path has a next step, who takes
    it (`owner`, or `owner_name` for somebody outside) and a day; a request its environment and purpose; a not-now its
    because and a day or a condition.
    """

    class Sort(models.TextChoices):
        """Which of the three ways ahead."""

        PATH = "path", _("path")
        REQUEST = "request", _("request")
        NOT_NOW = "not-now", _("not now")

    class End(models.TextChoices):
        """How it ended."""

        DONE = "done", _("done")
        REPLACED = "replaced", _("replaced by another")
        REFUSED = "refused", _("refused by the customer")
        WITHDRAWN = "withdrawn", _("withdrawn")
        DUE = "due", _("looked at again")

    case = models.ForeignKey(Case, models.CASCADE, related_name="proposals")
    sort = models.CharField(max_length=8, choices=Sort.choices)
    text = models.TextField(_("in one sentence"))
    owner = models.ForeignKey(Staff, models.PROTECT, null=True, blank=True, related_name="+")
    owner_name = models.CharField(_("who"), max_length=120, blank=True)
    due_on = models.DateField(_("by"), null=True, blank=True)
    environment = models.TextField(_("environment"), blank=True)
    purpose = models.TextField(_("purpose"), blank=True)
    because = models.TextField(_("because"), blank=True)
    look_again_on = models.DateField(_("look again on"), null=True, blank=True)
    look_again_when = models.CharField(_("or when"), max_length=300, blank=True)
    message = models.ForeignKey(Message, models.SET_NULL, null=True, blank=True, related_name="proposals")
    by = models.CharField(max_length=120)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_as = models.CharField(max_length=10, choices=End.choices, blank=True)
    ended_by = models.CharField(max_length=120, blank=True)
    ended_why = models.TextField(blank=True)
    batch = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [
            models.Index(
                fields=["look_again_on"],
                name="proposals_to_look_at",
                condition=models.Q(ended_at=None, look_again_on__isnull=False),
            ),
        ]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("proposal", str(self.pk))

    @property
    def stands(self) -> bool:
        """Tell whether it still holds."""
        return self.ended_at is None
