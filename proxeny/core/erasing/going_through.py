"""Going through one table: which rows hold what is sought, what they become, and writing that."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from proxeny.core.erasing.held import Held
from proxeny.core.erasing.mark import mark
from proxeny.core.erasing.sought import Sought

SAVED = "kept_as_text_"


@dataclass(frozen=True)
class Target:
    """Who goes: `contacts` and, with all that is theirs, the customers in `whole`; `near` are the customers they belong to."""

    contacts: frozenset[int]
    whole: frozenset[int]
    near: frozenset[int]
    sought: Sought


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that holds something: what it becomes, whether all of it is the person's, whether it was told in confidence."""

    pk: Any
    changes: dict[str, Any]
    is_own: bool
    is_secret: bool


def found(held: Held, target: Target) -> list[Touched]:
    """Return the rows that would change, each with how; nothing is written."""
    if not held.columns:
        return []
    whole, person = _numbers(held, _whole(held, target)), _numbers(held, _persons(held, target))
    near = None if not held.account else _numbers(held, Q(**{f"{held.account}__in": target.near}))
    asked = _mentioning(held, target) | Q(pk__in=whole | person)
    if held.of_lines and target.sought.lines:
        asked |= Q(**{f"{held.account}__in": target.near})
    rows = _rows(held, asked)
    secret = _numbers(held, held.secret & Q(pk__in=[row["pk"] for row in rows])) if held.secret else set()
    touched = []
    for row in rows:
        number = row["pk"]
        is_near = near is None or number in near
        changes = dict(_changes(held, row, number in whole, number in person, is_near, target.sought))
        if changes:
            touched.append(Touched(number, changes, number in whole | person, number in secret))
    return touched


def write(held: Held, rows: Iterable[Touched]) -> None:
    """Put what the rows become in their place."""
    for row in rows:
        held.rows.filter(pk=row.pk).update(**row.changes)


def own_words(held: Held, target: Target) -> Iterator[str]:
    """Yield the words of the people who go, as long as they are there."""
    said = [name for name in held.said if name in held.texts]
    if said and (held.whose or held.named):
        for row in held.rows.filter(_persons(held, target)).values_list(*said):
            yield from filter(None, row)


def own_references(held: Held, target: Target) -> Iterator[str]:
    """Yield the references of the rows that are theirs."""
    if held.reference:
        theirs = _persons(held, target) if held.is_theirs else Q(pk__in=[])
        for number in sorted(_numbers(held, _whole(held, target) | theirs)):
            yield f"{held.reference}:{number}"


def _changes(
    held: Held, row: dict[str, Any], with_customer: bool, with_person: bool, is_near: bool, sought: Sought
) -> Iterator[tuple[str, Any]]:
    wiped = {
        **(held.emptied if with_customer or with_person else {}),
        **(held.with_customer if with_customer else {}),
    }
    whole = set(held.texts) if with_customer else set(held.said) if with_person else set()
    for name in held.columns:
        had = row[name]
        if name in wiped:
            has = wiped[name]
        elif not had or (name not in held.texts and name not in held.lists):
            continue
        elif name in whole:
            has = mark()
        else:
            lines = sought.without_lines(had) if held.of_lines and is_near else had
            has = sought.out_of(lines, near=is_near)
            if has != had and name in held.emptied:
                has = held.emptied[name]
        if isinstance(has, str) and has != had:
            has = _fitting(held, name, has, row["pk"])
        if has != had:
            yield name, has


def _fitting(held: Held, name: str, text: str, number: Any) -> str:
    longest = held.longest(name)
    if name in held.distinct:
        text = f"{text} {number}"
    return text[:longest] if longest else text


def _rows(held: Held, asked: Q) -> list[dict[str, Any]]:
    """Load the columns of the rows that are asked for; JSON is asked for as the text in which it is kept."""
    saved = {f"{SAVED}{name}": Cast(name, TextField()) for name in held.lists}
    rows = held.rows.annotate(**saved).filter(asked).order_by("pk")
    return list(rows.values("pk", *held.columns))


def _mentioning(held: Held, target: Target) -> Q:
    names = [*held.texts, *(f"{SAVED}{name}" for name in held.lists)]
    anywhere, near = Q(pk__in=[]), Q(pk__in=[])
    for name in names:
        for one in target.sought.everywhere:
            anywhere |= Q(**{f"{name}__iregex": one})
        for one in target.sought.near:
            near |= Q(**{f"{name}__iregex": one})
    return anywhere | (near & Q(**{f"{held.account}__in": target.near}) if held.account else near)


def _whole(held: Held, target: Target) -> Q:
    return Q(**{f"{held.account}__in": target.whole}) if held.account and target.whole else Q(pk__in=[])


def _persons(held: Held, target: Target) -> Q:
    theirs = Q(pk__in=[])
    if target.whole:
        return theirs
    for path in held.whose:
        theirs |= Q(**{f"{path}__in": target.contacts})
    for column in held.named:
        for name in target.sought.names:
            theirs |= Q(**{f"{column}__iexact": name, f"{held.account}__in": target.near})
    return theirs


def _numbers(held: Held, asked: Q) -> set[Any]:
    return set(held.rows.filter(asked).values_list("pk", flat=True))
