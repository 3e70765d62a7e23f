"""Customers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.core.money import Money
from proxeny.core.references import Reference
from proxeny.identity.models import Staff


class Account(models.Model):
    """A customer company.

    `reference` is the customer's own number with the vendor, as it stands in bills and exports; `search_key` holds the name's
    pinyin, the name, its initials and the reference, folded: customers are found by it and stand in its order.
    """

    class Level(models.TextChoices):
        """How much weight the customer has."""

        STRATEGIC = "strategic", _("strategic")
        KEY = "key", _("key")
        STANDARD = "standard", _("standard")
        SMALL = "small", _("small")

    reference = models.CharField(_("customer number"), max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=200)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices, default=Level.STANDARD)
    industry = models.CharField(_("industry"), max_length=80, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    customer_since = models.DateField(_("customer since"), null=True, blank=True)
    credit_limit_minor = models.BigIntegerField(null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3)
    overdraft_allowed = models.BooleanField(_("may overdraw"), default=False)
    spokesperson = models.ForeignKey(
        Staff, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("spokesperson")
    )
    sales = models.ForeignKey(
        Staff, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("sales")
    )
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    left_on = models.DateField(_("left on"), null=True, blank=True)
    search_key = models.CharField(max_length=600, editable=False)
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["search_key", "pk"]
        indexes = [
            models.Index(fields=["spokesperson", "search_key"], name="accounts_of_spokesperson"),
            models.Index(fields=["search_key", "id"], name="accounts_in_order"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def record(self) -> Reference:
        """The reference that goes on record."""
        return Reference("account", str(self.pk))

    @property
    def credit_limit(self) -> Money | None:
        """How much the customer may owe."""
        return None if self.credit_limit_minor is None else Money(self.credit_limit_minor, self.currency)
