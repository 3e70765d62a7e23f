"""Teams that helped with a request, and teams that could not."""

from django.db import models

from proxeny.demand.models.noted import Noted, one_standing
from proxeny.demand.models.request import Request
from proxeny.identity.models import Team


class Credit(Noted):
    """That a team helped: with what, said by whom. Credits count in the team's record."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="credits")
    team = models.ForeignKey(Team, models.PROTECT, related_name="credits")
    what_for = models.TextField()

    class Meta(Noted.Meta):
        pass


class Unable(Noted):
    """That a team was asked and declined. It costs the team nothing: no figure anywhere is made of these rows."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="declines")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    words = models.TextField(blank=True)

    class Meta(Noted.Meta):
        constraints = [one_standing("one_standing_decline_of_a_team", "request", "team")]
