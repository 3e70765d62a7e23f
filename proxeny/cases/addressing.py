"""To whom a message can go: the people at the customer, our teams, product, the customer’s sales."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from proxeny.accounts.models import Contact
from proxeny.cases.models import Audience, Case, Framing
from proxeny.core import clock
from proxeny.core.phrased import Phrased
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Role


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody a message can be addressed to: `contact`, `team` or `staff`, with a word on who that is."""

    kind: str
    number: int
    name: str
    note: str = ""
    is_usual: bool = False

    @property
    def key(self) -> str:
        """How a form names them: contact:12."""
        return f"{self.kind}:{self.number}"

    def as_json(self) -> dict[str, object]:
        """Return how a message keeps them."""
        return {"kind": self.kind, "id": self.number, "name": self.name}


def addressees(case: Case, audience: Audience) -> list[Addressee]:
    """Return whom a message of that sort can name; `is_usual` marks those it goes to unless somebody says otherwise."""
    if audience == Audience.CUSTOMER:
        return _contacts(case)
    if audience == Audience.TEAM:
        return [Addressee("team", pk, name) for pk, name in Team.objects.values_list("pk", "name")]
    if audience == Audience.PRODUCT:
        return [_colleague(one) for one in _holding(Role.PRODUCT)]
    if audience == Audience.SALES:
        sales = case.account.sales
        return [_colleague(sales, is_usual=True)] if sales and sales.is_active else []
    return []


def chosen(options: Iterable[Addressee], keys: Iterable[str]) -> list[Addressee]:
    """Return those of the options that a form names; what it names beside them is nobody here."""
    wanted = set(keys)
    return [one for one in options if one.key in wanted]


def _contacts(case: Case) -> list[Addressee]:
    usual = _ASKED.first(case.pk) or case.reporter_id
    today = clock.today()
    people = [
        (pk, name, title, part)
        for pk, name, title, part, left_on in _PEOPLE(case.account_id)
        if left_on is None or left_on > today
    ]
    if usual is None and len(people) == 1:
        usual = people[0][0]
    found = [
        Addressee("contact", pk, name, title or (str(Contact.Part(part).label) if part else ""), pk == usual)
        for pk, name, title, part in people
    ]
    return sorted(found, key=lambda one: not one.is_usual)


_ASKED = Phrased(lambda case: Framing.objects.filter(case=case).values_list("asked_by", flat=True)[:1])
_PEOPLE = Phrased(
    lambda account: Contact.objects.filter(account=account).values_list(
        "pk", "name", "title", "part", "left_on"
    )
)


def _colleague(one: Staff, *, is_usual: bool = False) -> Addressee:
    return Addressee("staff", one.pk, one.name, is_usual=is_usual)


def _holding(role: Role) -> Iterable[Staff]:
    return Staff.objects.filter(grants__role=role, grants__ended_at=None, is_active=True).distinct()


def missing(options: Iterable[Addressee], picked: Iterable[Addressee]) -> str:
    """Return what to say where somebody could be named and nobody is."""
    return _("Choose to whom it goes.") if list(options) and not list(picked) else ""
