"""An order to an inner team."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.cases.models import Case
from proxeny.cases.models.words import Severity
from proxeny.catalogue.models import Module, Product
from proxeny.core.references import Reference
from proxeny.identity.models import Staff, Team


class Standing(models.TextChoices):
    """With whom an order lies and what it waits for."""

    SENT = "sent", pgettext_lazy("order", "not accepted yet")
    ACCEPTED = "accepted", pgettext_lazy("order", "accepted")
    ASKED = "asked", pgettext_lazy("order", "waits for our answer")
    RETURNED = "returned", pgettext_lazy("order", "returned to us")
    DONE = "done", pgettext_lazy("order", "done, not confirmed")
    CONFIRMED = "confirmed", pgettext_lazy("order", "confirmed")
    WITHDRAWN = "withdrawn", pgettext_lazy("order", "withdrawn")


WITH_TEAM = (Standing.SENT, Standing.ACCEPTED)
WITH_US = (Standing.ASKED, Standing.RETURNED, Standing.DONE)
OPEN = (*WITH_TEAM, *WITH_US)


class Order(models.Model):
    """What a team is asked to do for a case: what is needed, by when, with which facts.

    `facts` are locked when it is sent: `[{"what": "environment", "text": "…"}, …]`; later ones are moves of their own. An order
    out of a confidential case names no customer. `about` is the reference of what it follows from (`defect:12`). All after the
    line below is reckoned from the moves (`dispatch.routing`), never set beside them; `last` is the number of the latest
    move, by which two who act at the same instant are told apart.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="orders")
    wanted = models.TextField(_("what is needed"))
    facts = models.JSONField(default=list)
    names_customer = models.BooleanField(default=True)
    product = models.ForeignKey(Product, models.PROTECT, null=True, blank=True, related_name="+")
    module = models.ForeignKey(Module, models.PROTECT, null=True, blank=True, related_name="+")
    symptom = models.CharField(_("what shows"), max_length=300, blank=True)
    about = models.CharField(max_length=80, blank=True)
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=Severity.choices, default=Severity.NORMAL
    )
    is_urgent = models.BooleanField(_("urgent"), default=False)
    wanted_by = models.DateTimeField(_("by when"), null=True, blank=True)
    sent_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    # --- reckoned from the moves
    team = models.ForeignKey(Team, models.PROTECT, related_name="orders")
    holder = models.ForeignKey(Staff, models.PROTECT, null=True, blank=True, related_name="+")
    standing = models.CharField(max_length=9, choices=Standing.choices, default=Standing.SENT)
    last = models.PositiveIntegerField(default=0)
    lies_since = models.DateTimeField()
    accept_due = models.DateTimeField(null=True)
    done_due = models.DateTimeField(null=True)
    returns = models.PositiveSmallIntegerField(default=0)
    loops = models.PositiveSmallIntegerField(default=0)
    lost_seconds = models.PositiveBigIntegerField(default=0)
    is_designated = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["sent_at", "pk"]
        indexes = [
            models.Index(fields=["team", "standing", "lies_since"], name="orders_of_a_team"),
            models.Index(fields=["case"], name="orders_of_a_case"),
            models.Index(fields=["done_due"], condition=models.Q(closed_at=None), name="orders_open_by_due"),
        ]

    def __str__(self) -> str:
        return self.wanted

    @property
    def number(self) -> int:
        """The number that colleagues call it by."""
        return int(self.pk)

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("order", str(self.pk))
