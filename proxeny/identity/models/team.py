"""Teams."""

from django.db import models

from proxeny.identity.models.staff import Staff


class Team(models.Model):
    """A group of colleagues that work can be given to."""

    name = models.CharField(max_length=80, unique=True)
    head = models.ForeignKey(Staff, models.PROTECT, null=True, blank=True, related_name="+")
    founded_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TeamMembership(models.Model):
    """That a colleague belongs to a team, and until when."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="memberships")
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="memberships")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "staff"],
                condition=models.Q(left_at=None),
                name="one_standing_membership_of_a_team",
            )
        ]
