"""Where somebody has been."""

from django.db import models

from proxeny.identity.models import Staff


class Visit(models.Model):
    """That a person opened `about` (`account:12`), how often, and when last; the palette shows the latest first."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    about = models.CharField(max_length=80)
    times = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["staff", "-at"], name="desk_visits_latest")]
        constraints = [models.UniqueConstraint(fields=["staff", "about"], name="one_visit_row_of_each_there")]
