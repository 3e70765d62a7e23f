"""What became of the promises that the people of a team gave."""

from dataclasses import dataclass
from datetime import date

from proxeny.identity.models import Team
from proxeny.promises.models import Promise


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise of somebody who belonged to the team when it was made: when it was due, whether it was kept, and in time."""

    due: date
    kept_on: date | None

    def is_broken(self, today: date) -> bool:
        """Tell whether its day passed before it was kept."""
        return (self.kept_on or today) > self.due


def promised(team: Team) -> list[Promised]:
    """Return the promises of the team's people, not those withdrawn, nor those told in confidence: records are read by many."""
    stays = list(team.memberships.values_list("staff", "joined_at", "left_at"))
    given = Promise.objects.filter(
        by_person__in=[staff for staff, _joined, _left in stays], withdrawn_at=None, in_confidence=False
    )
    return [
        Promised(one.due_on, one.kept_on)
        for one in given
        if any(
            staff == one.by_person_id
            and joined.date() <= one.made_on
            and (left is None or one.made_on <= left.date())
            for staff, joined, left in stays
        )
    ]
