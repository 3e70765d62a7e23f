"""What ties cases together, and people to cases."""

from django.db import models

from proxeny.cases.models.case import Case
from proxeny.identity.models import Staff


class Relation(models.Model):
    """That two cases have to do with each other; `first` has the lower number."""

    first = models.ForeignKey(Case, models.CASCADE, related_name="+")
    second = models.ForeignKey(Case, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], condition=models.Q(ended_at=None), name="related_once"
            ),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="relation_in_order"
            ),
        ]


class Merge(models.Model):
    """That `source` was found to be the same matter as `target`; its messages show there, and stay where they are."""

    source = models.ForeignKey(Case, models.CASCADE, related_name="merges")
    target = models.ForeignKey(Case, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=120)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source"], condition=models.Q(undone_at=None), name="merged_once")
        ]


class Split(models.Model):
    """That some messages of a case were a matter of their own; `messages` holds their numbers."""

    source = models.ForeignKey(Case, models.CASCADE, related_name="splits")
    target = models.OneToOneField(Case, models.CASCADE, related_name="split_from")
    messages = models.JSONField(default=list)
    reason = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=120)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)


class Watch(models.Model):
    """That a colleague wants to hear of a case that is not in their hands."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="watches")
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "staff"], name="watched_once")]
