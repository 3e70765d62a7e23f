"""For how long records are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Account
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class RetentionRule(models.Model):
    """How many months after the end of the last contract records are kept: of one customer, or of all that have no rule.

    The newest row of a customer, or of all, holds; `months` empty: nothing is agreed. Rows are never changed.
    """

    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    months = models.PositiveSmallIntegerField(_("months"), null=True)
    set_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["-set_at", "-pk"]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("retention-rule", str(self.pk))
