"""Who acts. Every verb takes an `Actor`; none is ambient."""

from dataclasses import dataclass, field
from typing import NamedTuple, Self


class Admitted(NamedTuple):
    """Where somebody looks by exception: into the separate channel of a customer, or of its case of that number (0: all)."""

    account: int
    case: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts: a colleague, the program itself, a script.

    `reference` goes on record (`staff:3`, `system:sweep`); `staff_id` is None for all but colleagues; `roles` are the role
    names held at this moment; `admitted` is where they are let in beyond these, for looking only (`identity.admitting`).
    """

    reference: str
    name: str
    staff_id: int | None = None
    roles: frozenset[str] = field(default_factory=frozenset)
    language: str = "zh-hans"
    admitted: frozenset[Admitted] = frozenset()

    @classmethod
    def system(cls, part: str) -> Self:
        """Return the program itself, in its part `part` (sweep, import, demo …)."""
        return cls(reference=f"system:{part}", name=part, roles=frozenset({"system"}))

    @property
    def is_system(self) -> bool:
        """Tell whether the program itself acts."""
        return "system" in self.roles

    def holds(self, *roles: str) -> bool:
        """Tell whether any of `roles` is held."""
        return not self.roles.isdisjoint(roles)
