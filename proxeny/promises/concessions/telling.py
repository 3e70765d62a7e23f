"""Telling colleagues at once what was given away: who sells to the customer and who speaks for it, and who gave it."""

from collections.abc import Collection
from typing import Any

from proxeny.accounts.telling import has_own
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.models import Choice
from proxeny.notices.telling import take_back, tell
from proxeny.promises.concessions import access
from proxeny.promises.models import Concession

GIVEN = "concession.given"


def _sees(actor: Actor, about: Collection[str]) -> Collection[str]:
    numbers = {int(Reference.parse(one).key): one for one in about}
    found = access.concessions(actor).filter(pk__in=numbers)
    return [numbers[number] for number in found.values_list("pk", flat=True)]


kinds.register(
    NoticeKind(
        GIVEN,
        N_("What is given away to your customers"),
        N_("Somebody gave a customer of yours something away, or it was approved, refused or withdrawn."),
        _sees,
        way=Choice.Way.ALWAYS,
        is_urgent=True,
        concerns=has_own(Area.CONCESSIONS),
    )
)
SPEAKS = Sentence(N_("because you speak for this customer"))
SELLS = Sentence(N_("because you sell to this customer"))
GAVE = Sentence(N_("because you are said to have given it"))
MADE = N_("%(giver)s gave %(account)s %(worth)s away, noted by %(who)s: %(what)s")
APPROVED = N_("%(who)s approved what was given to %(account)s, worth %(worth)s: %(what)s")
REFUSED = N_("%(who)s refused what was given to %(account)s, somebody has to tell them: %(what)s")
UNDECIDED = N_("%(who)s took back the decision on what was given to %(account)s: %(what)s")
WITHDRAWN = N_("%(who)s withdrew what was given to %(account)s: %(what)s")
RESTORED = N_("%(who)s put what was given to %(account)s in force again: %(what)s")


def made(concession: Concession, *, by: Actor) -> None:
    """Tell that something was given away."""
    _tell(concession, MADE, "made", by)


def taken_back(concession: Concession) -> None:
    """Take away the news of what was never given."""
    take_back(f"{concession.record}/made")


def approved(concession: Concession, *, by: Actor) -> None:
    """Tell that somebody with the authority said yes."""
    _tell(concession, APPROVED, f"decided/{concession.decided_at}", by)


def refused(concession: Concession, *, by: Actor) -> None:
    """Tell that somebody with the authority said no."""
    _tell(concession, REFUSED, f"decided/{concession.decided_at}", by)


def undecided(concession: Concession, *, by: Actor) -> None:
    """Tell that nobody has decided it any more."""
    _tell(concession, UNDECIDED, f"undecided/{clock.now()}", by)


def withdrawn(concession: Concession, *, by: Actor) -> None:
    """Tell that it is not given any more."""
    _tell(concession, WITHDRAWN, f"withdrawn/{concession.withdrawn_at}", by)


def restored(concession: Concession, *, by: Actor) -> None:
    """Tell that it is given again."""
    _tell(concession, RESTORED, f"restored/{clock.now()}", by)


def _tell(concession: Concession, pattern: str, key: str, by: Actor) -> None:
    account = concession.account
    people: dict[Staff, Sentence] = {}
    for person, reason in (
        (account.spokesperson, SPEAKS),
        (account.sales, SELLS),
        (concession.by_person, GAVE),
    ):
        if person is not None:
            people.setdefault(person, reason)
    text = Sentence(pattern, {**_values(concession), "who": by.name})
    for person, reason in people.items():
        said: dict[str, Any] = {"kind": GIVEN, "about": concession.record, "text": text, "reason": reason}
        tell([person], **said, key=f"{concession.record}/{key}", by=by)


def _values(concession: Concession) -> dict[str, Any]:
    worth = {"type": "money", "amount": concession.worth_minor, "currency": concession.currency}
    return {
        "account": concession.account.name,
        "giver": concession.giver,
        "what": concession.what,
        "worth": worth,
    }
