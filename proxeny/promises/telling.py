"""Telling colleagues of promises: who speaks for the customer and who sells to it, and who promised."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from proxeny.accounts.telling import has_own
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.queue import task
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import take_back, tell
from proxeny.promises import access
from proxeny.promises.models import MovedDate, Promise

PROMISES = "promise.owed"
LATE = timedelta(days=7)
"""Of a promise broken so long ago people are still told when nights were missed."""


def _sees(actor: Actor, about: Collection[str]) -> Collection[str]:
    """Those the actor may read, and their own: who promised knows it. Told in confidence, only the former."""
    numbers = {int(Reference.parse(one).key): one for one in about}
    own = Q(by_person=actor.staff_id, in_confidence=False)
    readable = Q(pk__in=access.promises(actor).values("pk"))
    found = Promise.objects.filter(readable | own, pk__in=numbers)
    return [numbers[number] for number in found.values_list("pk", flat=True)]


def _concerns(actor: Actor) -> bool:
    """Who has customers of their own, and who is said to have promised something."""
    return has_own(Area.DOSSIER)(actor) or Promise.objects.filter(by_person=actor.staff_id).exists()


kinds.register(
    NoticeKind(
        PROMISES,
        N_("Promises of yours and to your customers"),
        N_(
            "A promise to a customer of yours, or one said to be yours, was noted, moved, kept or withdrawn, or is broken."
        ),
        _sees,
        concerns=_concerns,
    )
)
SPEAKS = Sentence(N_("because you speak for this customer"))
SELLS = Sentence(N_("because you sell to this customer"))
GAVE = Sentence(N_("because you are said to have promised it"))
MADE = N_("%(who)s noted that %(promiser)s promised %(account)s until %(due)s: %(what)s")
UNSYNCED = N_(
    "%(who)s noted what %(account)s knew and we did not: %(promiser)s promised until %(due)s: %(what)s"
)
KEPT = N_("%(who)s noted that the promise to %(account)s was kept: %(what)s")
NOT_KEPT = N_("%(who)s took back that the promise to %(account)s was kept: %(what)s")
MOVED = N_("%(who)s moved the promise to %(account)s to %(due)s, as %(word_of)s agreed: %(what)s")
NOT_MOVED = N_("%(who)s took back that the promise to %(account)s was moved, it is due on %(due)s: %(what)s")
WITHDRAWN = N_("%(who)s withdrew the promise to %(account)s: %(what)s")
RESTORED = N_("%(who)s put the withdrawn promise to %(account)s in force again: %(what)s")
BROKE = N_("The promise of %(promiser)s to %(account)s is broken, it was due on %(due)s: %(what)s")


def made(promise: Promise, *, by: Actor) -> None:
    """Tell that a promise was noted."""
    _tell(promise, UNSYNCED if promise.noticed_by_customer else MADE, "made", by)


def taken_back(promise: Promise) -> None:
    """Take away the news of a promise that was never one; who has read it finds it gone."""
    take_back(f"{promise.record}/made")


def kept(promise: Promise, *, by: Actor) -> None:
    """Tell that it was kept; nobody has to read any more that it was broken."""
    take_back(_broken_key(promise))
    _tell(promise, KEPT, f"kept/{promise.kept_at}", by)


def keeping_taken_back(promise: Promise, *, by: Actor) -> None:
    """Tell that it is owed again."""
    _tell(promise, NOT_KEPT, f"not-kept/{clock.now()}", by)


def moved(promise: Promise, move: MovedDate, *, by: Actor) -> None:
    """Tell to which day it was moved."""
    take_back(f"{promise.record}/broken/{move.from_day}")
    _tell(promise, MOVED, f"move/{move.pk}", by, word_of=move.word_of)


def move_taken_back(promise: Promise, move: MovedDate, *, by: Actor) -> None:
    """Tell those who had read of the move that the day stands as before."""
    unread = take_back(f"{promise.record}/move/{move.pk}")
    _tell(promise, NOT_MOVED, f"move/{move.pk}/taken-back", by, spared=unread)


def withdrawn(promise: Promise, *, by: Actor) -> None:
    """Tell that nothing is owed any more."""
    take_back(_broken_key(promise))
    _tell(promise, WITHDRAWN, f"withdrawn/{promise.withdrawn_at}", by)


def restored(promise: Promise, *, by: Actor) -> None:
    """Tell that it is owed again."""
    _tell(promise, RESTORED, f"restored/{clock.now()}", by)


@task(priority=-10)
def tell_of_broken() -> int:
    """Tell who promised, and who speaks for the customer, of each promise whose day has passed; return how many were new.

    Each is told once of a day, also when nights were missed; moved and passed again, it is told once more.
    """
    today, told = clock.today(), 0
    owed = Promise.objects.filter(kept_on=None, withdrawn_at=None)
    late = owed.filter(due_on__range=(today - LATE, today - timedelta(days=1)))
    for promise in late.select_related("account__spokesperson", "by_person"):
        text = Sentence(BROKE, _values(promise))
        people = [(promise.account.spokesperson, SPEAKS), (promise.by_person, GAVE)]
        for person, reason in _each_once(people):
            told += len(
                tell(
                    [person],
                    kind=PROMISES,
                    about=promise.record,
                    text=text,
                    reason=reason,
                    key=_broken_key(promise),
                )
            )
    return told


def _tell(
    promise: Promise, pattern: str, key: str, by: Actor, *, spared: Collection[int] = (), **more: str
) -> None:
    account = promise.account
    people = [(account.spokesperson, SPEAKS), (account.sales, SELLS), (promise.by_person, GAVE)]
    text = Sentence(pattern, {**_values(promise), "who": by.name, **more})
    for person, reason in _each_once(people):
        if person.pk not in spared:
            said = {"kind": PROMISES, "about": promise.record, "text": text, "reason": reason}
            tell([person], **said, key=f"{promise.record}/{key}", by=by)  # type: ignore[arg-type]


def _each_once(people: Iterable[tuple[Staff | None, Sentence]]) -> list[tuple[Staff, Sentence]]:
    """Each person with the first reason that holds for them."""
    found: dict[int, tuple[Staff, Sentence]] = {}
    for person, reason in people:
        if person is not None:
            found.setdefault(person.pk, (person, reason))
    return list(found.values())


def _values(promise: Promise) -> dict[str, Any]:
    return {
        "account": promise.account.name,
        "promiser": promise.promiser,
        "what": promise.what,
        "due": _day(promise.due_on),
    }


def _broken_key(promise: Promise) -> str:
    return f"{promise.record}/broken/{promise.due_on}"


def _day(day: date) -> dict[str, str]:
    return {"type": "date", "date": day.isoformat()}
