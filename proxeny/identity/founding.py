"""The first colleague of an empty installation: its owner."""

from django.db import connection, transaction

from proxeny.core.actors import Actor
from proxeny.identity import adding, founding_code
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role

FOUNDING_LOCK = 0x70726F79  # one advisory lock on PostgreSQL
SYSTEM = Actor.system("setup")


class AlreadyFounded(Exception):  # noqa: N818  (it says what is the case)
    """Somebody else was quicker."""


class WrongCode(Exception):  # noqa: N818
    """The set-up code is not this installation's."""


def is_founded() -> bool:
    """Tell whether there is any colleague, be it one who has left."""
    return Staff.objects.exists()


def found(
    username: str,
    name: str,
    *,
    code: str,
    password: str,
    email: str = "",
    language: str = "",
    time_zone: str = "",
    also: Role | None = None,
) -> Staff:
    """Make the first colleague the owner, and what else they are (`also`: lead or spokesperson); the code is used up.

    Raises WrongCode, AlreadyFounded, and ValidationError when the password is too weak or a name cannot be.
    """
    with transaction.atomic():
        _take_turn()
        if is_founded():
            raise AlreadyFounded
        if not founding_code.fits(code):
            raise WrongCode
        staff = adding.add_staff(
            username,
            name,
            by=SYSTEM,
            email=email,
            password=password,
            roles=[Role.OWNER, *([also] if also else [])],
            language=language,
        )
        staff.time_zone = time_zone
        staff.save(update_fields=["time_zone"])
        transaction.on_commit(founding_code.use_up)
    return staff


def _take_turn() -> None:
    """Let one at a time look whether anybody is there.

    SQLite's IMMEDIATE transactions already exclude each other. On PostgreSQL a lock is held until the transaction ends, so
    that who comes second sees the first.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [FOUNDING_LOCK])
