"""What was agreed of service: targets, and the hours in which they count."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.models import Account
from proxeny.cases.models.words import Severity

ANY = 0  # a severity that stands for all of them


class ServiceTarget(models.Model):
    """How many service minutes a clock may take, for customers of a level and cases of a severity.

    An empty level and the severity 0 stand for any. The most particular one counts: level and severity before level alone
    before severity alone before neither. What no row says is as `cases.service_levels.DEFAULTS` has it; 0 minutes means that
    nothing is promised.
    """

    level = models.CharField(_("level"), max_length=12, choices=Account.Level.choices, blank=True)
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=[(ANY, _("any")), *Severity.choices], default=ANY
    )
    clock = models.CharField(_("clock"), max_length=16)
    minutes = models.PositiveIntegerField(_("service minutes"), validators=[MinValueValidator(0)])
    changed_by = models.CharField(max_length=120)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["level", "severity", "clock"], name="one_target"),
        ]


class ServiceHours(models.Model):
    """The hours in which one customer is served, where they differ from the vendor’s own.

    `hours` maps weekdays (0 Monday … 6 Sunday) to stretches of minutes of the day, several a day; `zone` is a name such as
    Asia/Shanghai; `around_the_clock` means every minute of every day.
    """

    account = models.OneToOneField(Account, models.CASCADE, related_name="service_hours")
    around_the_clock = models.BooleanField(_("around the clock"), default=False)
    hours = models.JSONField(default=dict, blank=True)
    country = models.CharField(max_length=2, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    changed_by = models.CharField(max_length=120)
    changed_at = models.DateTimeField()
