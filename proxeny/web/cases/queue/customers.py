"""Which customer is meant by what is typed, and who there may have said it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from proxeny.accounts import recalling
from proxeny.accounts.access import accounts
from proxeny.accounts.models import Account, Contact
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.desk import visiting
from proxeny.identity.roles import Area

MOST = 6
CONTACTS = 60


@dataclass(frozen=True, slots=True)
class Who:
    """The customers that may be meant, the one that is chosen, and its people."""

    typed: str
    offered: Sequence[Account]
    chosen: Account | None
    contacts: Sequence[Contact]

    @property
    def shown(self) -> str:
        """What stands in the field: what was typed, or the name of the one that is chosen."""
        return self.typed or (self.chosen.name if self.chosen else "")


def who(actor: Actor, asked: QueryDict) -> Who:
    """Return it for what was typed (`customer`) or chosen (`account`); typing anew chooses the likeliest."""
    typed = asked.get("customer", "").strip()[:120]
    chosen = account_of(actor, asked.get("account", ""))
    offered = meant(actor, typed) if typed else ([chosen] if chosen else lately(actor))
    if chosen not in offered:
        chosen = offered[0] if typed and offered else None
    return Who(typed, offered, chosen, _PEOPLE(chosen.pk) if chosen else ())


_PEOPLE = Phrased(
    lambda account: Contact.objects.filter(account=account, left_on=None).order_by("name")[:CONTACTS]
)


def account_of(actor: Actor, number: str) -> Account | None:
    """Return the customer of that number, if the actor may open cases for it."""
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        return None
    open_to = accounts(actor, Area.INSIDE, write=True).select_related("spokesperson")
    return open_to.filter(pk=int(number)).order_by().first()


def meant(actor: Actor, typed: str) -> list[Account]:
    """Return the customers that may be meant, the likeliest first."""
    familiar = {int(key): by for key, by in visiting.familiarity(actor, "account").items()}
    found = [one.account for one in recalling.accounts(actor, typed, familiar=familiar)]
    return _writable(actor, found)[:MOST]


def lately(actor: Actor) -> list[Account]:
    """Return the customers that the actor knows best: where nothing is typed, it is often one of them."""
    known = visiting.familiarity(actor, "account")
    best = sorted(known, key=lambda key: -known[key])[:MOST]
    rows = Account.objects.filter(left_on=None).in_bulk([int(key) for key in best])
    return _writable(actor, [rows[int(key)] for key in best if int(key) in rows])


def _writable(actor: Actor, found: list[Account]) -> list[Account]:
    open_to = set(
        accounts(actor, Area.INSIDE, write=True)
        .filter(pk__in=[one.pk for one in found])
        .values_list("pk", flat=True)
    )
    today = clock.today()
    return [one for one in found if one.pk in open_to and (one.left_on is None or one.left_on > today)]
