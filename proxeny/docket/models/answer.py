"""How a person answered a matter."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.docket.models.matter import Matter
from proxeny.judgement.models import Judgement


class Answer(models.Model):
    """A judgement, a snooze or a dismissal: on which day, by whom, why. Taken back, it stays as a row that no longer counts.

    `size` is how large the matter was when it was answered: grown by half, it is news and comes back.
    """

    class Kind(models.TextChoices):
        """What the person did."""

        JUDGED = "judged", _("judged")
        SNOOZED = "snoozed", _("snoozed")
        DISMISSED = "dismissed", _("dismissed")

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.TextField()
    on = models.DateField()
    until = models.DateField(null=True)
    size = models.FloatField(null=True)
    judgement = models.ForeignKey(Judgement, models.PROTECT, null=True, related_name="answers")
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["matter", "on"], name="answers_by_matter")]
