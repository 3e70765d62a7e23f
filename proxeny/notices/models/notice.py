"""One thing that one person is told."""

from django.db import models

from proxeny.identity.models import Staff


class Notice(models.Model):
    """A sentence for one person, and why it is theirs to know.

    `about` is what it concerns (`account:12`); notices of the same `kind` about the same lie in one group. `text` and
    `reason` are stored sentences (`core.sentences`), said in the reader's language when read. `shown_from` is when it may
    show up: at once in working hours, else when work begins again. `key` makes telling twice the same as once.
    """

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=80)
    key = models.CharField(max_length=160)
    text = models.JSONField()
    reason = models.JSONField()
    address = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    shown_from = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["staff", "done_at", "-shown_from"], name="notices_of_a_person")]
        constraints = [models.UniqueConstraint(fields=["staff", "key"], name="a_person_is_told_once")]
