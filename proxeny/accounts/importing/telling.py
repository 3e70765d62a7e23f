"""Telling colleagues once for a whole file that customers are theirs now, or no longer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from proxeny.accounts.telling import YOURS
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.intake.models import Batch
from proxeny.intake.rows.shelf import Change, Standing
from proxeny.notices import settling
from proxeny.notices.models import Notice
from proxeny.notices.telling import take_back, tell

GAINED, LOST = "gained", "lost"
ONE = {
    ("spokesperson", GAINED): N_("You speak for %(account)s since the file %(file)s."),
    ("spokesperson", LOST): N_("You no longer speak for %(account)s since the file %(file)s."),
    ("sales", GAINED): N_("You sell to %(account)s since the file %(file)s."),
    ("sales", LOST): N_("You no longer sell to %(account)s since the file %(file)s."),
}
SEVERAL = {
    ("spokesperson", GAINED): N_("You speak for %(count)s more customers since the file %(file)s."),
    ("spokesperson", LOST): N_("You no longer speak for %(count)s customers since the file %(file)s."),
    ("sales", GAINED): N_("You sell to %(count)s more customers since the file %(file)s."),
    ("sales", LOST): N_("You no longer sell to %(count)s customers since the file %(file)s."),
}
AND = N_("%(said)s %(more)s")
TAKEN_BACK = N_("The import of %(file)s was taken back: those customers are with whom they were before it.")
BECAUSE = N_("because a file that %(who)s imported says so")
BECAUSE_OF_A_FILE = N_("because an imported file says so")

Moves = Mapping[tuple[str, str], Sequence[str]]
"""The names of customers by what came of them for one colleague."""


def assigned_by_file(batch: Batch, made: Sequence[Standing], changes: Sequence[Change], *, by: Actor) -> None:
    """Tell everybody whose customers the batch gave or took, each in one notice."""
    moves: defaultdict[str, defaultdict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for who, what, name in (*_given(made), *_moved(changes)):
        moves[who][what].append(name)
    for person in _people(moves):
        if any(what == LOST for _part, what in moves[person.reference]):
            settling.withdraw_unseen(person)
        _tell(person, batch, _text(moves[person.reference], batch.file_name), _key(batch), by)


def taken_back(batch: Batch, *, by: Actor) -> None:
    """Take back what nobody has read of it; tell the others that it no longer holds."""
    take_back(_key(batch))
    readers = Staff.objects.filter(pk__in=Notice.objects.filter(key=_key(batch)).values("staff"))
    for person in readers:
        settling.withdraw_unseen(person)
        text = Sentence(TAKEN_BACK, {"file": batch.file_name})
        _tell(person, batch, text, f"{_key(batch)}/back", by)


def _given(made: Iterable[Standing]) -> Iterator[tuple[str, tuple[str, str], str]]:
    for one in made:
        for part in ("spokesperson", "sales"):
            if who := one.state[part]:
                yield who, (part, GAINED), one.state["name"]


def _moved(changes: Iterable[Change]) -> Iterator[tuple[str, tuple[str, str], str]]:
    for one in changes:
        for part in ("spokesperson", "sales"):
            for side, what in ((one.before, LOST), (one.after, GAINED)):
                if who := side.get(part):
                    yield who, (part, what), one.state["name"]


def _people(references: Iterable[str]) -> list[Staff]:
    numbers = [Reference.parse(one).key for one in references]
    return list(Staff.objects.filter(pk__in=numbers).order_by("pk"))


def _text(moves: Moves, file: str) -> Sentence:
    """Say one thing after the other, first what one speaks for and what came."""
    said: Sentence | None = None
    for what in ONE:
        if names := moves.get(what):
            clause = _clause(what, names, file)
            values = {"said": said.as_json(), "more": clause.as_json()} if said else {}
            said = Sentence(AND, values) if said else clause
    assert said is not None
    return said


def _clause(what: tuple[str, str], names: Sequence[str], file: str) -> Sentence:
    if len(names) == 1:
        return Sentence(ONE[what], {"account": names[0], "file": file})
    return Sentence(SEVERAL[what], {"count": {"type": "number", "value": len(names)}, "file": file})


def _tell(person: Staff, batch: Batch, text: Sentence, key: str, by: Actor) -> None:
    reason = Sentence(BECAUSE, {"who": by.name}) if by.staff_id else Sentence(BECAUSE_OF_A_FILE)
    tell([person], kind=YOURS, about=batch.record, text=text, reason=reason, key=key, by=by)


def _key(batch: Batch) -> str:
    return f"{batch.record}/assigned"
