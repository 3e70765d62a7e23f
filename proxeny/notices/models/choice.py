"""What a person wants to be told of."""

from django.db import models

from proxeny.identity.models import Staff


class Choice(models.Model):
    """How a person wants one kind of notice: at any hour, in working hours, or not at all."""

    class Way(models.TextChoices):
        """When it may show up."""

        ALWAYS = "always"
        WORKING_HOURS = "working-hours"
        NEVER = "never"

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    way = models.CharField(max_length=14, choices=Way.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["staff", "kind"], name="one_choice_of_a_kind_each")]
