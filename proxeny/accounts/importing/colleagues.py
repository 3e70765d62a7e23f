"""Finding the colleague whom a file means: by sign-in name, mail or name."""

from collections import defaultdict
from dataclasses import dataclass

from proxeny.core.spelling.units import fold
from proxeny.identity.models import RoleGrant, Staff
from proxeny.identity.roles import Role


@dataclass(frozen=True, slots=True)
class Colleague:
    """A colleague as files name them."""

    reference: str
    name: str
    is_active: bool
    roles: frozenset[str]


class Colleagues:
    """All colleagues with the roles they hold now, loaded once."""

    def __init__(self) -> None:
        roles: defaultdict[int, set[str]] = defaultdict(set)
        for staff_id, role in RoleGrant.objects.filter(ended_at=None).values_list("staff_id", "role"):
            roles[staff_id].add(role)
        self._found: tuple[defaultdict[str, list[Colleague]], ...] = (
            defaultdict(list),
            defaultdict(list),
            defaultdict(list),
        )
        for one in Staff.objects.all():
            colleague = Colleague(one.reference, one.name, one.is_active, frozenset(roles[one.pk]))
            for found, word in zip(self._found, (one.username, one.email, one.name), strict=True):
                if word:
                    found[fold(word)].append(colleague)

    def called(self, word: str) -> list[Colleague]:
        """Return those with this sign-in name; if none, this mail; if none, this name."""
        return next((found[fold(word)] for found in self._found if fold(word) in found), [])

    def able(self, word: str, role: Role) -> list[Colleague]:
        """Return those of them who are here and hold the role."""
        return [one for one in self.called(word) if one.is_active and role in one.roles]
