"""Two people changed the same field: what each wants side by side, and what was chosen between them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.safestring import SafeString

from proxeny.accounts.merging import Clash, Conflict
from proxeny.web.forms.differing import marked
from proxeny.web.forms.people import names_of

Say = Callable[[str, str], str]
MINE, THEIRS, ANEW = "mine", "theirs", "anew"


@dataclass(frozen=True, slots=True)
class Choice:
    """One field to decide: the texts as they are sent, and as they are read with what differs marked."""

    field: str
    label: str
    clash: Clash
    mine: SafeString
    theirs: SafeString
    before: SafeString
    who: str
    at: datetime | None
    can_be_written: bool = True
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What `components/conflict.html` shows. `carried` are hidden fields: wishes nobody stands against."""

    address: str
    choices: list[Choice]
    carried: list[tuple[str, str]]
    back: str
    target: str = ""


def shown(
    conflict: Conflict,
    seen: Mapping[str, str],
    *,
    labels: Mapping[str, str],
    say: Say,
    address: str,
    back: str,
    target: str = "",
    closed: Iterable[str] = (),
) -> Shown:
    """Return the conflict for the page; `say` writes a field’s text for a reader.

    Fields in `closed` can be chosen, not written anew: a list stands behind them. `target` is the id of what htmx swaps.
    """
    names = names_of(clash.by for clash in conflict.clashes)
    choices = [
        _choice(one, labels[one.field], say, names.get(one.by, ""), one.field not in closed)
        for one in conflict.clashes
    ]
    carried = [(name, text) for name, text in conflict.free.items()]
    carried += [(f"seen-{name}", seen[name]) for name in conflict.free if name in seen]
    return Shown(address, choices, carried, back, target)


def sent(post: QueryDict, names: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is wanted and what was seen, by field, from a form or from a conflict that was decided."""
    wanted, seen = {}, {}
    for name in names:
        pick = post.get(f"pick-{name}")
        source = {MINE: f"mine-{name}", THEIRS: f"seen-{name}", ANEW: f"anew-{name}"}.get(pick or "", name)
        if source in post:
            wanted[name] = str(post[source])
        if f"seen-{name}" in post:
            seen[name] = str(post[f"seen-{name}"])
    return wanted, seen


def _choice(clash: Clash, label: str, say: Say, who: str, can_be_written: bool) -> Choice:
    mine, theirs, before = (say(clash.field, text) for text in (clash.mine, clash.theirs, clash.before))
    return Choice(
        clash.field,
        label,
        clash,
        mine=marked(mine, [before]),
        theirs=marked(theirs, [before]),
        before=marked(before, [mine, theirs]),
        who=who,
        at=clash.at,
        can_be_written=can_be_written,
        is_long=max(map(len, (mine, theirs, before))) > 60,
    )
