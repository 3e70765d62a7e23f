"""What promises hand in to the docket: those that are due within a week, and those that are broken."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Prefetch

from proxeny.accounts.worth import contracted
from proxeny.core.findings import Cause, Evidence, Finding
from proxeny.core.money import Money
from proxeny.core.sentences import N_, Sentence
from proxeny.promises.models import MovedDate, Promise
from proxeny.promises.standing import SOON

BROKEN = N_("%(who)s promised until %(due)s, %(late)s ago: “%(what)s”. Nobody has noted that it was kept.")
DUE = N_("%(who)s promised until %(due)s, in %(left)s: “%(what)s”")
DUE_TODAY = N_("%(who)s promised until today: “%(what)s”")
MADE = N_("Promised on %(day)s")
MADE_TO = N_("Promised on %(day)s to %(to)s")
MOVED = N_("Moved from %(from)s to %(to)s, as %(word_of)s agreed: “%(word)s”")
UNSYNCED = N_("The customer knew of it and we did not: nobody had noted it.")


def due_soon(on: date) -> Iterator[Finding]:
    """Yield one finding for each promise that is due on the day or in the seven after it."""
    for promise, stake in _owed(on, due_on__range=(on, on + SOON)):
        left = (promise.due_on - on).days
        values = {**_values(promise), "left": {"type": "days", "value": left}}
        yield _finding(promise, "due", Sentence(DUE if left else DUE_TODAY, values), stake, doubt=0.3)


def broken(on: date) -> Iterator[Finding]:
    """Yield one finding for each promise whose day has passed; there is no doubt about it."""
    for promise, stake in _owed(on, due_on__lt=on):
        late = (on - promise.due_on).days
        values = {**_values(promise), "late": {"type": "days", "value": late}}
        yield _finding(promise, "broken", Sentence(BROKEN, values), stake, doubt=0.0)


def _owed(on: date, **due: Any) -> Iterable[tuple[Promise, Money | None]]:
    """Return the promises with what the customer brings in a year by contract: that is how much their word weighs."""
    moves = Prefetch("moves", MovedDate.objects.filter(taken_back_at=None), to_attr="standing_moves")
    owed = Promise.objects.filter(kept_on=None, withdrawn_at=None, account__left_on=None, **due)
    found = list(owed.select_related("account", "by_person", "to_contact").prefetch_related(moves))
    worth = contracted({one.account_id: one.account for one in found}.values(), on)
    return [(one, worth.get(one.account_id)) for one in found]


def _finding(promise: Promise, how: str, sentence: Sentence, stake: Money | None, *, doubt: float) -> Finding:
    return Finding(
        kind="promise",
        account_id=promise.account_id,
        # The day is part of it: a promise that was moved is another matter than before.
        cause=Cause(f"promise/{promise.pk}/{promise.due_on}/{how}", promise.due_on),
        sentence=sentence,
        evidence=tuple(_evidence(promise)),
        stake=stake,
        due=promise.due_on,
        doubt=doubt,
    )


def _evidence(promise: Promise) -> Iterator[Evidence]:
    reference = str(promise.record)
    values = {"day": _day(promise.made_on), "to": promise.hearer}
    yield Evidence(Sentence(MADE_TO if promise.hearer else MADE, values), reference, "neither")
    for move in promise.standing_moves:  # type: ignore[attr-defined]
        said = {
            "from": _day(move.from_day),
            "to": _day(move.to_day),
            "word": move.word,
            "word_of": move.word_of,
        }
        yield Evidence(Sentence(MOVED, said), reference, "neither")
    if promise.is_unsynced:
        yield Evidence(Sentence(UNSYNCED), reference, "for")


def _values(promise: Promise) -> dict[str, Any]:
    return {"who": promise.promiser, "what": promise.what, "due": _day(promise.due_on)}


def _day(day: date) -> dict[str, str]:
    return {"type": "date", "date": day.isoformat()}
