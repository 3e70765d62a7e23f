"""What a bundle is about, and which lines of the record its reader may take out of the house."""

from dataclasses import dataclass, field

from proxeny.accounts import access as customers
from proxeny.accounts.models import Account
from proxeny.cases.access import case_for, cases, merged_into
from proxeny.cases.models import Case
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, right
from proxeny.ledger import kinds
from proxeny.ledger.bundles.gathering import Asked


@dataclass(frozen=True, slots=True)
class Scope:
    """A customer, or one of its cases, as one reader sees it; `asked` are the lines that are theirs to read."""

    account: Account
    asked: Asked
    case: Case | None = None
    withheld: frozenset[int] = field(default_factory=frozenset)

    @property
    def record(self) -> Reference:
        """What it is about, first of all."""
        return self.case.record if self.case else self.account.record

    @property
    def title(self) -> str:
        """How that is called."""
        if self.case is None:
            return self.account.name
        return f"{self.account.name} · {self.case.number} {self.case.title}"


def of_account(actor: Actor, number: int) -> Scope:
    """Return what the actor may read on record about a customer, or raise NotFound."""
    account = customers.account_for(actor, number)
    return Scope(account, _asked(actor, account, account.record))


def named(actor: Actor, reference: str) -> Scope:
    """Return the same for the customer with that reference or, where none has it, that number; or raise NotFound."""
    open_to = customers.accounts(actor)
    found = open_to.filter(reference=reference).first()
    if found is None and reference.isdecimal():
        found = open_to.filter(pk=int(reference)).first()
    if found is None:
        raise NotFound(f"account:{reference}")
    return of_account(actor, found.pk)


def of_case(actor: Actor, number: int) -> Scope:
    """Return what the actor may read on record about a case and those merged into it, or raise NotFound."""
    case = case_for(actor, number)
    merged = [references.to("case", row) for row in merged_into(case)]
    return Scope(case.account, _asked(actor, case.account, case.record, *merged), case)


def _asked(actor: Actor, account: Account, *about: Reference) -> Asked:
    """The ledger's own rule (docs/access.md): all that is open, or what is open of one's own customers.

    What was told in confidence is asked for only where that channel is open; for others it is not there.
    """
    reach = right(actor, Area.LEDGER).read
    if reach is Reach.NONE or (reach is Reach.OWN and not _open(actor, account, Area.DOSSIER)):
        raise NotFound(str(about[0]))
    is_whole = reach is Reach.ALL or (
        _open(actor, account, Area.HEALTH) and _open(actor, account, Area.INSIDE)
    )
    closed = frozenset() if is_whole else kinds.of_area(Area.HEALTH) | kinds.of_area(Area.INSIDE)
    is_trusted = _open(actor, account, Area.CONFIDENTIAL)
    return Asked(
        about, closed, with_confidential=is_trusted, closed=() if is_trusted else _confided(actor, account)
    )


def _confided(actor: Actor, account: Account) -> tuple[Reference, ...]:
    """Cases that became confidential: what went on record while they were open is not the reader's any more."""
    hidden = Case.objects.filter(account=account, is_confidential=True).exclude(
        pk__in=cases(actor).values("pk")
    )
    return tuple(one.record for one in hidden)


def _open(actor: Actor, account: Account, area: Area) -> bool:
    return customers.accounts(actor, area).filter(pk=account.pk).exists()
