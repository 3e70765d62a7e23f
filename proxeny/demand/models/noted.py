"""What a colleague said and can take back: with who said it, when, and who ended it."""

from django.db import models

from proxeny.identity.models import Staff

STANDING = models.Q(ended_at=None)


class Noted(models.Model):
    """Something said by a colleague. It stands until it is said anew or taken back; either way it stays to be read."""

    by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        ordering = ["at", "pk"]

    @property
    def stands(self) -> bool:
        """Tell whether it holds now."""
        return self.ended_at is None


def one_standing(name: str, *fields: str) -> models.UniqueConstraint:
    """Return the rule that of the rows alike in `fields` one stands at most."""
    return models.UniqueConstraint(fields=fields, condition=STANDING, name=name)
