"""Who is looking at what."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.identity.models import Staff


class Presence(models.Model):
    """That a person had `about` (`account:12`) before them at `seen_at`, and what they were doing there."""

    class State(models.TextChoices):
        """What they were doing."""

        SEEN = "seen", _("looking at it")
        EDITING = "editing", _("writing")
        AWAY = "away", _("away")

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    about = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=State.choices)
    seen_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["about", "seen_at"], name="desk_presence_about")]
        constraints = [models.UniqueConstraint(fields=["staff", "about"], name="one_presence_of_each_there")]
