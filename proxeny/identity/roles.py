"""Roles, the areas of work, and who may see and do what in each (docs/access.md prints this table)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.db import models
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor


class Role(models.TextChoices):
    """What a colleague is to the customers."""

    SPOKESPERSON = "spokesperson", _("Spokesperson")
    LEAD = "lead", _("Lead")
    OWNER = "owner", _("Owner")
    PRODUCT = "product", _("Product")
    ENGINEER = "engineer", _("Engineer")
    SALES = "sales", _("Sales")
    AUDITOR = "auditor", _("Auditor")


class Area(StrEnum):
    """A part of the work that is opened or closed as one."""

    DOSSIER = "dossier"
    INSIDE = "inside"
    CONFIDENTIAL = "confidential"
    HEALTH = "health"
    COMMERCIAL = "commercial"
    DISPATCHED = "dispatched"
    CATALOGUE = "catalogue"
    REQUESTS = "requests"
    DEFECTS = "defects"
    CONCESSIONS = "concessions"
    TALKS = "talks"
    TEAM_RECORDS = "team-records"
    LEDGER = "ledger"
    IMPORTS = "imports"
    PEOPLE = "people"
    ERASURE = "erasure"


class Reach(StrEnum):
    """How far a right reaches: nowhere, to one's own accounts, or to all."""

    NONE = "none"
    OWN = "own"
    ALL = "all"


_ORDER = [Reach.NONE, Reach.OWN, Reach.ALL]


@dataclass(frozen=True, slots=True)
class Right:
    """What may be read and what may be changed."""

    read: Reach = Reach.NONE
    write: Reach = Reach.NONE

    def __or__(self, other: "Right") -> "Right":
        return Right(
            max(self.read, other.read, key=_ORDER.index), max(self.write, other.write, key=_ORDER.index)
        )


NOTHING = Right()
READ_OWN, READ_ALL = Right(Reach.OWN), Right(Reach.ALL)
WRITE_OWN, WRITE_ALL = Right(Reach.OWN, Reach.OWN), Right(Reach.ALL, Reach.ALL)

MATRIX: dict[Area, dict[Role, Right]] = {
    Area.DOSSIER: {
        Role.SPOKESPERSON: WRITE_OWN,
        Role.LEAD: WRITE_ALL,
        Role.OWNER: READ_ALL,
        Role.SALES: READ_OWN,
        Role.AUDITOR: READ_ALL,
    },
    Area.INSIDE: {
        Role.SPOKESPERSON: WRITE_OWN,
        Role.LEAD: WRITE_ALL,
        Role.OWNER: READ_ALL,
        Role.AUDITOR: READ_ALL,
    },
    Area.CONFIDENTIAL: {Role.SPOKESPERSON: WRITE_OWN, Role.LEAD: WRITE_ALL, Role.OWNER: READ_ALL},
    Area.HEALTH: {Role.SPOKESPERSON: WRITE_OWN, Role.LEAD: WRITE_ALL, Role.OWNER: READ_ALL},
    Area.COMMERCIAL: {Role.LEAD: READ_ALL, Role.OWNER: READ_ALL, Role.SALES: WRITE_OWN},
    Area.DISPATCHED: {
        Role.SPOKESPERSON: WRITE_OWN,
        Role.LEAD: WRITE_ALL,
        Role.OWNER: READ_ALL,
        Role.PRODUCT: WRITE_OWN,
        Role.ENGINEER: WRITE_OWN,
        Role.AUDITOR: READ_ALL,
    },
    Area.CATALOGUE: {
        Role.SPOKESPERSON: READ_ALL,
        Role.LEAD: WRITE_ALL,
        Role.OWNER: WRITE_ALL,
        Role.PRODUCT: WRITE_ALL,
        Role.ENGINEER: READ_ALL,
        Role.SALES: READ_ALL,
        Role.AUDITOR: READ_ALL,
    },
    Area.REQUESTS: {
        Role.SPOKESPERSON: WRITE_OWN,
        Role.LEAD: WRITE_ALL,
        Role.OWNER: READ_ALL,
        Role.PRODUCT: WRITE_ALL,
        Role.SALES: WRITE_OWN,
        Role.AUDITOR: READ_ALL,
    },
    Area.DEFECTS: {
        Role.SPOKESPERSON: WRITE_ALL,
        Role.LEAD: WRITE_ALL,
        Role.OWNER: READ_ALL,
        Role.PRODUCT: WRITE_ALL,
        Role.ENGINEER: WRITE_ALL,
        Role.SALES: READ_ALL,
        Role.AUDITOR: READ_ALL,
    },
    Area.CONCESSIONS: {
        Role.SPOKESPERSON: WRITE_OWN,
        Role.LEAD: WRITE_ALL,
        Role.OWNER: WRITE_ALL,
        Role.SALES: WRITE_OWN,
        Role.AUDITOR: READ_ALL,
    },
    Area.TALKS: {
        Role.SPOKESPERSON: WRITE_OWN,
        Role.LEAD: WRITE_ALL,
        Role.OWNER: READ_ALL,
        Role.SALES: WRITE_OWN,
        Role.AUDITOR: READ_ALL,
    },
    Area.TEAM_RECORDS: {
        Role.SPOKESPERSON: READ_ALL,
        Role.LEAD: READ_ALL,
        Role.OWNER: READ_ALL,
        Role.PRODUCT: READ_OWN,
        Role.ENGINEER: READ_OWN,
        Role.AUDITOR: READ_ALL,
    },
    Area.LEDGER: {
        Role.SPOKESPERSON: READ_OWN,
        Role.LEAD: READ_ALL,
        Role.OWNER: READ_ALL,
        Role.PRODUCT: READ_OWN,
        Role.ENGINEER: READ_OWN,
        Role.SALES: READ_OWN,
        Role.AUDITOR: READ_ALL,
    },
    Area.IMPORTS: {Role.LEAD: WRITE_ALL, Role.OWNER: WRITE_ALL},
    Area.PEOPLE: {Role.LEAD: READ_ALL, Role.OWNER: WRITE_ALL},
    Area.ERASURE: {
        Role.SPOKESPERSON: WRITE_OWN,
        Role.LEAD: WRITE_ALL,
        Role.OWNER: WRITE_ALL,
        Role.AUDITOR: READ_ALL,
    },
}


def right(actor: Actor, area: Area) -> Right:
    """Return the most that the actor's roles allow in `area`; the program itself may do all."""
    return WRITE_ALL if actor.is_system else _of_roles(actor.roles, area)


@cache
def _of_roles(roles: frozenset[str], area: Area) -> Right:
    """What the table says for these roles together; every row of every list asks it."""
    found = NOTHING
    for role, granted in MATRIX[area].items():
        if role in roles:
            found |= granted
    return found


def may(actor: Actor, area: Area, *, write: bool = False) -> bool:
    """Tell whether anything at all is open to the actor in `area`."""
    granted = right(actor, area)
    return (granted.write if write else granted.read) is not Reach.NONE
