"""Who of a team is on duty on a day."""

from collections.abc import Iterable
from datetime import date

from proxeny.catalogue.models import Rota, StandIn
from proxeny.identity.models import Staff


def on_duty(teams: Iterable[int], on: date) -> dict[int, Staff]:
    """Return who is on duty on that day, by team; a team without a rota, or whose turn has left, is missing."""
    wanted = list(teams)
    found: dict[int, Staff] = {}
    rotas = Rota.objects.filter(team__in=wanted, begins_on__lte=on).order_by("begins_on")
    for rota in rotas.prefetch_related("turns__staff"):
        turns = list(rota.turns.all())
        if not turns:
            found.pop(rota.team_id, None)
            continue
        found[rota.team_id] = turns[(on - rota.begins_on).days // rota.days % len(turns)].staff
    stand_ins = StandIn.objects.filter(team__in=wanted, begins_on__lte=on, ends_on__gte=on, ended_at=None)
    for one in stand_ins.select_related("staff").order_by("said_at", "pk"):
        found[one.team_id] = one.staff
    return {team: staff for team, staff in found.items() if staff.is_active}
