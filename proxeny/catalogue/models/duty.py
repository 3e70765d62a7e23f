"""When teams work, and who of them is on duty."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.identity.models import Staff, Team


class TeamHours(models.Model):
    """The hours in which a team works, where they differ from the vendor's own; kept as `core.calendar.kept` reads them."""

    team = models.OneToOneField(Team, models.CASCADE, related_name="team_hours")
    around_the_clock = models.BooleanField(_("around the clock"), default=False)
    hours = models.JSONField(default=dict, blank=True)
    country = models.CharField(max_length=2, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    changed_by = models.CharField(max_length=120)
    changed_at = models.DateTimeField()


class Rota(models.Model):
    """That members of a team take turns of `days` days, from a day on, until another rota begins for the team."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="rotas")
    begins_on = models.DateField(_("from"))
    days = models.PositiveSmallIntegerField(_("days a turn"), default=7)
    set_by = models.CharField(max_length=120)
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["team", "begins_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(days__gte=1), name="a_turn_takes_a_day_at_least"),
            models.UniqueConstraint(fields=["team", "begins_on"], name="one_rota_begins_on_a_day"),
        ]


class RotaTurn(models.Model):
    """Whose turn comes where in a rota; `place` counts from 0."""

    rota = models.ForeignKey(Rota, models.CASCADE, related_name="turns")
    place = models.PositiveSmallIntegerField()
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["rota", "place"], name="one_turn_at_a_place")]


class StandIn(models.Model):
    """That somebody stands in on days, whoever's turn it is; the latest one said counts."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="stand_ins")
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    begins_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    said_by = models.CharField(max_length=120)
    said_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["begins_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("begins_on")), name="stand_in_ends_after_it_begins"
            )
        ]
