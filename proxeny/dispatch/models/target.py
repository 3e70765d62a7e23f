"""How soon teams accept orders and have them done."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.cases.models.words import Severity
from proxeny.identity.models import Team

ANY = 0


class OperationalTarget(models.Model):
    """How many minutes of its own hours a team may take; no team and severity 0 stand for any, the most particular counts.

    What no row says is as `dispatch.targets.DEFAULTS` has it; 0 minutes means that nothing is agreed.
    """

    class Clock(models.TextChoices):
        """What is timed."""

        ACCEPT = "accept", pgettext_lazy("target", "accepted")
        DONE = "done", pgettext_lazy("target", "done")

    team = models.ForeignKey(Team, models.CASCADE, null=True, blank=True, related_name="targets")
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=[(ANY, _("any")), *Severity.choices], default=ANY
    )
    clock = models.CharField(max_length=6, choices=Clock.choices)
    minutes = models.PositiveIntegerField(_("service minutes"))
    changed_by = models.CharField(max_length=120)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "severity", "clock"], name="one_operational_target"),
            models.UniqueConstraint(
                fields=["severity", "clock"],
                condition=models.Q(team=None),
                name="one_operational_target_of_all",
            ),
        ]
