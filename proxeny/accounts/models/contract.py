"""Contracts and their lines."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models.account import Account
from proxeny.core.money import Money


class Contract(models.Model):
    """What a customer has bought for a period, both ends included; its amount is the sum of its lines."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="contracts")
    number = models.CharField(_("contract number"), max_length=120, unique=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    edition = models.CharField(_("edition"), max_length=80, blank=True)
    currency = models.CharField(_("currency"), max_length=3)
    renews_by_itself = models.BooleanField(_("renews by itself"), default=False)
    added_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["account", "-ends_on", "number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="contract_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.number

    def runs_on(self, day: date) -> bool:
        """Tell whether `day` lies within the period."""
        return self.starts_on <= day <= self.ends_on

    @property
    def days(self) -> int:
        """The length of the period."""
        return (self.ends_on - self.starts_on).days + 1

    @property
    def amount(self) -> Money:
        """The sum of the lines, for the whole period."""
        return Money(sum(line.amount_minor for line in self.lines.all()), self.currency)

    @property
    def yearly(self) -> Money:
        """The amount a year: the whole amount × 365 ÷ the days of the period; one to 366 days count as a year at most once."""
        whole = self.amount
        return whole if 365 <= self.days <= 366 else Money.of(whole.amount * 365 / self.days, self.currency)


class ContractLine(models.Model):
    """One thing bought: which product or module, how many, for how much in the whole period."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField(default=1)
    product = models.CharField(_("product"), max_length=120)
    quantity = models.DecimalField(_("quantity"), max_digits=18, decimal_places=4, default=1)
    amount_minor = models.BigIntegerField()

    class Meta:
        ordering = ["contract", "position"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "position"], name="one_line_at_a_position")
        ]
