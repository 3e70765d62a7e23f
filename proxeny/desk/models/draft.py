"""What somebody has begun to write and not sent."""

from django.db import models

from proxeny.identity.models import Staff


class Draft(models.Model):
    """The fields of an unsent form, by name; the writer's alone.

    `key` says which form of which object (`judge:matter:12`).
    """

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    key = models.CharField(max_length=120)
    content = models.JSONField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["staff", "key"], name="one_draft_of_a_form_each")]
