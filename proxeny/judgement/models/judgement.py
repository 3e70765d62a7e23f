"""A person's word on a customer."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Account
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Judgement(models.Model):
    """What a person holds of a customer, why, and until when it stands; nothing automatic changes it.

    `forecast` is the chance, between 0 and 1, that the customer renews, as the person put it at that moment.
    """

    class Band(models.TextChoices):
        """How the customer stands."""

        GREEN = "green", _("fine")
        YELLOW = "yellow", _("doubtful")
        RED = "red", _("in trouble")

    account = models.ForeignKey(Account, models.PROTECT, related_name="judgements")
    band = models.CharField(max_length=6, choices=Band.choices)
    reason = models.TextField()
    evidence = models.JSONField(default=list)
    forecast = models.FloatField(null=True)
    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    expires_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["account", "-at"], name="judgements_by_account")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(forecast=None) | models.Q(forecast__gte=0, forecast__lte=1),
                name="forecast_is_a_chance",
            )
        ]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("judgement", str(self.pk))
