"""Who of a team is on duty on a day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch

from proxeny.catalogue.models import Rota, RotaTurn, StandIn
from proxeny.identity.models import Staff, TeamMembership


@dataclass(frozen=True, slots=True)
class Turn:
    """Days on which the same person is on duty; `staff` None: nobody, because there is no rota yet.

    `has_left` tells that the one whose turn it is no longer belongs to the team, or to the house: nobody is on duty then.
    `instead_of` is whose turn it would be where somebody stands in.
    """

    first: date
    last: date
    staff: Staff | None
    has_left: bool = False
    instead_of: Staff | None = None
    stand_in: StandIn | None = None

    @property
    def days(self) -> int:
        """How many days it takes."""
        return (self.last - self.first).days + 1


class Duties:
    """The rotas of teams and who stands in, loaded once for any number of days."""

    def __init__(self, teams: Iterable[int]) -> None:
        wanted = list(teams)
        self._rotas: dict[int, list[tuple[Rota, list[Staff]]]] = {}
        by_place = Prefetch("turns", RotaTurn.objects.select_related("staff"))
        for rota in Rota.objects.filter(team__in=wanted).order_by("begins_on").prefetch_related(by_place):
            turns = [turn.staff for turn in rota.turns.all()]
            self._rotas.setdefault(rota.team_id, []).append((rota, turns))
        self._instead: dict[int, list[StandIn]] = {}
        standing = StandIn.objects.filter(team__in=wanted, ended_at=None).select_related("staff")
        for one in standing.order_by("said_at", "pk"):
            self._instead.setdefault(one.team_id, []).append(one)
        self._members: dict[int, set[int]] = {}
        if self._rotas:
            belong = TeamMembership.objects.filter(team__in=list(self._rotas), left_at=None)
            for team, staff in belong.values_list("team", "staff"):
                self._members.setdefault(team, set()).add(staff)

    def on(self, team: int, day: date) -> Turn:
        """Return who is on duty for the team on that day, as a turn of one day."""
        whose = self._whose(team, day)
        for one in reversed(self._instead.get(team, [])):
            if one.begins_on <= day <= one.ends_on and one.staff.is_active:
                return Turn(day, day, one.staff, instead_of=whose, stand_in=one)
        has_left = whose is not None and not self._belongs(team, whose)
        return Turn(day, day, whose, has_left=has_left)

    def between(self, team: int, first: date, last: date) -> list[Turn]:
        """Return the turns from `first` to `last`, each as long as the same person has it for the same reason."""
        turns: list[Turn] = []
        for ahead in range((last - first).days + 1):
            one = self.on(team, first + timedelta(days=ahead))
            if turns and _is_same(turns[-1], one):
                before = turns[-1]
                one = Turn(before.first, one.last, one.staff, one.has_left, before.instead_of, one.stand_in)
                turns.pop()
            turns.append(one)
        return turns

    def rota_on(self, team: int, day: date) -> Rota | None:
        """Return the rota that holds on that day."""
        return self._holding(team, day)[0]

    def _holding(self, team: int, day: date) -> tuple[Rota | None, list[Staff]]:
        begun = [pair for pair in self._rotas.get(team, []) if pair[0].begins_on <= day]
        return begun[-1] if begun else (None, [])

    def _whose(self, team: int, day: date) -> Staff | None:
        rota, turns = self._holding(team, day)
        return turns[(day - rota.begins_on).days // rota.days % len(turns)] if rota and turns else None

    def _belongs(self, team: int, staff: Staff) -> bool:
        members: Collection[int] = self._members.get(team, ())
        return staff.is_active and staff.pk in members


def on_duty(teams: Iterable[int], on: date) -> dict[int, Staff]:
    """Return who is on duty on that day, by team; a team without a rota, or whose turn has left, is missing."""
    wanted = list(teams)
    duties = Duties(wanted)
    turns = {team: duties.on(team, on) for team in wanted}
    return {team: turn.staff for team, turn in turns.items() if turn.staff and not turn.has_left}


def _is_same(one: Turn, other: Turn) -> bool:
    return (one.staff, one.has_left, one.stand_in) == (other.staff, other.has_left, other.stand_in)
