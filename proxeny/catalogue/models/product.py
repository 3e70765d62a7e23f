"""What is sold: products, their modules, and what these provide, need and exclude."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.core.money import Money
from proxeny.core.references import Reference

BETWEEN = " · "


class Product(models.Model):
    """A product that customers buy; what is no longer sold is retired, and stays for those who have it.

    `also_called` are the other words that people say for it (`["报表平台", "BI"]`).
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    also_called = models.JSONField(_("also called"), default=list, blank=True)
    about = models.TextField(_("what it is"), blank=True)
    editions = models.JSONField(_("editions"), default=list, blank=True)
    added_by = models.CharField(max_length=120)
    added_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("product", str(self.pk))


class Capability(models.Model):
    """Something that a business can do with the product, in the words of the business: 自动对账, not an endpoint's name."""

    name = models.CharField(max_length=120, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Module(models.Model):
    """A part of a product: what it provides, in which editions, and what adopting it takes of a customer.

    `days_to_adopt` are working days from the beginning until it is in use; the cost is that of a year.
    """

    class Risk(models.TextChoices):
        """How likely adopting it goes wrong."""

        LOW = "low", pgettext_lazy("risk", "low")
        MIDDLE = "middle", pgettext_lazy("risk", "middle")
        HIGH = "high", pgettext_lazy("risk", "high")

    product = models.ForeignKey(Product, models.PROTECT, related_name="modules")
    name = models.CharField(_("name"), max_length=120)
    also_called = models.JSONField(_("also called"), default=list, blank=True)
    about = models.TextField(_("what it does"), blank=True)
    editions = models.JSONField(_("in the editions"), default=list, blank=True)
    provides = models.ManyToManyField(Capability, related_name="modules", blank=True)
    days_to_adopt = models.PositiveSmallIntegerField(_("working days to adopt"), null=True, blank=True)
    cost_minor = models.BigIntegerField(null=True)
    cost_currency = models.CharField(max_length=3, blank=True)
    adoption_risk = models.CharField(_("adoption risk"), max_length=6, choices=Risk.choices, blank=True)
    risk_because = models.TextField(_("where the risk lies"), blank=True)
    added_by = models.CharField(max_length=120)
    added_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["product__name", "name"]
        constraints = [models.UniqueConstraint(fields=["product", "name"], name="one_module_of_a_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def currency(self) -> str:
        """The currency of its cost, or that in which a cost would be said."""
        return self.cost_currency or str(settings.CURRENCY)

    @property
    def cost(self) -> Money | None:
        """What it costs a year."""
        return None if self.cost_minor is None else Money(self.cost_minor, self.currency)

    @property
    def full_name(self) -> str:
        """Its name with that of its product; there is one of it: `数据中台 · 报表`."""
        return f"{self.product.name}{BETWEEN}{self.name}"

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("module", str(self.pk))


class ModuleTie(models.Model):
    """That a module needs another, or excludes it (then either excludes the other)."""

    class Tie(models.TextChoices):
        """What the one is to the other."""

        NEEDS = "needs", _("needs")
        EXCLUDES = "excludes", _("excludes")

    module = models.ForeignKey(Module, models.CASCADE, related_name="ties")
    other = models.ForeignKey(Module, models.CASCADE, related_name="tied_by")
    tie = models.CharField(max_length=8, choices=Tie.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["module", "other"], name="one_tie_of_two_modules"),
            models.CheckConstraint(
                condition=~models.Q(module=models.F("other")), name="no_module_is_tied_to_itself"
            ),
        ]
