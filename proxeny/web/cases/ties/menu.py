"""What the head of a case offers."""

from dataclasses import dataclass

from proxeny.cases import confiding, watching
from proxeny.core import clock
from proxeny.web.cases.reader import Reader


@dataclass(frozen=True, slots=True)
class Menu:
    """What this reader can do to the case, and how it stands for them."""

    may_write: bool
    may_watch: bool
    watches: bool
    may_confide: bool
    sleeps: bool


def menu(reader: Reader) -> Menu:
    """Return it."""
    case = reader.case
    return Menu(
        may_write=reader.may_write,
        may_watch=reader.inside,
        watches=reader.inside and watching.watches(case, reader.actor),
        may_confide=reader.may_write and confiding.may_confide(reader.actor, case),
        sleeps=case.snoozed_until is not None and case.snoozed_until > clock.today(),
    )
