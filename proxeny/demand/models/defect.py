"""Known defects of the product, and the cases in which they showed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.cases.models import Case
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Defect(models.Model):
    """A defect of the product, told so that an engineer can act on it: no customer is named in it.

    How often it came again, and whom it troubles, is no column: it follows from the cases linked to it. `workaround_risk`
    says what the workaround may do, to the accuracy of the customer's data first of all. `fixed_at` is when it was last
    fixed, and stays when it is opened again: a case since then shows that it came back.
    """

    class State(models.TextChoices):
        """What became of it; who said so and when stands beside it."""

        OPEN = "open", pgettext_lazy("defect", "open")
        FIXED = "fixed", _("fixed")
        DECLINED = "declined", _("will not be fixed")

    title = models.CharField(_("title"), max_length=200)
    product = models.CharField(_("product"), max_length=120, blank=True)
    module = models.CharField(_("module"), max_length=120, blank=True)
    symptom = models.TextField(_("what shows"))
    environment = models.TextField(_("in what environment"), blank=True)
    workaround = models.TextField(_("workaround"), blank=True)
    workaround_risk = models.TextField(_("risk of the workaround"), blank=True)
    found_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    found_in = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    found_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN)
    settled_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_with = models.TextField(blank=True)
    fixed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-found_at", "-pk"]
        indexes = [models.Index(fields=["state", "-found_at"], name="defects_by_state")]

    def __str__(self) -> str:
        return self.title

    @property
    def number(self) -> int:
        """The number that colleagues call it by."""
        return int(self.pk)

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("defect", str(self.pk))


class DefectCase(models.Model):
    """That a case showed a defect: said by whom and when, and whether that was taken back."""

    defect = models.ForeignKey(Defect, models.PROTECT, related_name="links")
    case = models.ForeignKey(Case, models.PROTECT, related_name="defect_links")
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["defect", "case"],
                condition=models.Q(ended_at=None),
                name="one_standing_link_of_defect_and_case",
            )
        ]
