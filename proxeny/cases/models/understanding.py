"""What was understood of a case: who asks and pays, the two views, what sort of matter it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Contact
from proxeny.cases.models.case import Case
from proxeny.cases.models.words import Side
from proxeny.identity.models import Staff


class Framing(models.Model):
    """Who stands behind a case: who asks, on whose behalf, who decides, who pays, and which conclusion they hope for."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="framing")
    asked_by = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    on_behalf_of = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    decides = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    pays = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    hoped_conclusion = models.TextField(_("hoped conclusion"), blank=True)
    changed_at = models.DateTimeField()


class Satisfaction(models.Model):
    """What would satisfy one person there; `contact` None stands for the customer as a whole.

    It is met (`met_at`) by the customer's word alone, which stands in `word`.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="satisfactions")
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="+")
    when = models.TextField(_("satisfied when"))
    met_at = models.DateTimeField(null=True, blank=True)
    word = models.TextField(_("the customer’s word"), blank=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class View(models.Model):
    """An answer from one side, with its risks; saying it anew replaces it, and the ledger keeps what was said before."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="views")
    side = models.CharField(max_length=8, choices=Side.choices)
    answer = models.TextField(_("answer"))
    hidden_bug = models.TextField(_("may touch a hidden bug"), blank=True)
    data_accuracy = models.TextField(_("may harm the data"), blank=True)
    clumsier = models.TextField(_("makes work clumsier"), blank=True)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["side"]
        constraints = [models.UniqueConstraint(fields=["case", "side"], name="one_view_of_each_side")]


class Classification(models.Model):
    """That a person called the case this kind, or found this cause, and why; the last one of its sort stands."""

    class Of(models.TextChoices):
        """What was said."""

        KIND = "kind", _("kind")
        CAUSE = "cause", _("cause")

    case = models.ForeignKey(Case, models.CASCADE, related_name="classifications")
    of = models.CharField(max_length=5, choices=Of.choices)
    value = models.CharField(max_length=16)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class PriorityOverride(models.Model):
    """That a person set the priority against the rule; it stands until it is lifted."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="overrides")
    priority = models.PositiveSmallIntegerField()
    reason = models.TextField()
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(lifted_at=None), name="one_standing_override"
            )
        ]
