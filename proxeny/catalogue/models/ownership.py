"""Which team is asked for what."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.catalogue.models.product import Module, Product
from proxeny.core.references import Reference
from proxeny.identity.models import Team


class Ownership(models.Model):
    """That a team answers for a product, or a module of it, or a symptom in either; standing until it is ended.

    `symptoms` are the words by which people name what goes wrong (`["导出超时", "卡死", "timeout"]`); none: whatever it is. The
    most particular one counts: a symptom before a module before the product.
    """

    product = models.ForeignKey(Product, models.PROTECT, related_name="owners")
    module = models.ForeignKey(Module, models.PROTECT, null=True, blank=True, related_name="owners")
    symptoms = models.JSONField(_("symptoms"), default=list, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, related_name="owned")
    set_by = models.CharField(max_length=120)
    set_at = models.DateTimeField()
    ended_by = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["product__name", "module__name", "pk"]
        indexes = [
            models.Index(
                fields=["product", "module"], condition=models.Q(ended_at=None), name="owners_standing"
            )
        ]

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("ownership", str(self.pk))

    @property
    def name(self) -> str:
        """What the team is asked for: `数据中台 · 报表: 导出超时, timeout`."""
        what = self.module.full_name if self.module else self.product.name
        return f"{what}: {', '.join(self.symptoms)}" if self.symptoms else what
