"""How a case is told: who opened it, and what happened then. Moments are (days ago, time of day)."""

from dataclasses import dataclass

from proxeny.cases.models import Audience, Cause, Kind, Proposal, Severity
from proxeny.demo.ordering import Orders

Ago = tuple[int, str]
PATH, NOT_NOW = Proposal.Sort.PATH, Proposal.Sort.NOT_NOW
CUSTOMER, NOTE, SALES = Audience.CUSTOMER, Audience.NOTE, Audience.SALES


@dataclass(frozen=True, slots=True)
class Writes:
    """Who has the case in hand writes."""

    at: Ago
    audience: Audience
    text: str
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class CustomerWrites:
    """Somebody there writes."""

    at: Ago
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Asks:
    """Who stands behind the case."""

    asked_by: str
    on_behalf_of: str
    decides: str
    pays: str
    hopes: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What sort of matter it is, and with that the second step."""

    at: Ago
    kind: Kind
    cause: Cause
    environment: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Views:
    """The two views and their risks."""

    at: Ago
    business: str
    product: str
    clumsier: str = ""
    hidden_bug: str = ""


@dataclass(frozen=True, slots=True)
class Proposes:
    """A way ahead, due or looked at again in so many days from then."""

    at: Ago
    sort: Proposal.Sort
    text: str
    owner: str = ""
    in_days: int = 3
    because: str = ""


@dataclass(frozen=True, slots=True)
class Finds:
    """A private note."""

    at: Ago
    text: str


@dataclass(frozen=True, slots=True)
class Waits:
    """The customer is waited for."""

    at: Ago
    why: str


@dataclass(frozen=True, slots=True)
class Solves:
    """It was solved."""

    at: Ago
    how: str
    word: str


@dataclass(frozen=True, slots=True)
class Learns:
    """What was learned; the case is closed with it."""

    at: Ago
    why: str
    why_so: str
    next_time: str


Act = Writes | CustomerWrites | Asks | Matter | Views | Proposes | Finds | Waits | Orders | Solves | Learns


@dataclass(frozen=True, slots=True)
class Told:
    """One case: of which customer, in whose words, since when, and what happened then."""

    reference: str
    text: str
    who: str
    began: Ago
    severity: Severity = Severity.NORMAL
    product: str = ""
    acts: tuple[Act, ...] = ()
