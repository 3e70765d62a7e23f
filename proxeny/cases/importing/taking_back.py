"""Taking back a batch of cases: those it made are gone, those it completed are as they were before, or nothing happens."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import connection
from django.db.models import ForeignObjectRel, Model, QuerySet
from django.utils.translation import gettext

from proxeny.accounts import adding
from proxeny.cases.importing.course import Course
from proxeny.cases.importing.customers import Customers
from proxeny.cases.importing.forgetting import forget
from proxeny.cases.importing.keeping import Keeper, as_made
from proxeny.cases.importing.presets import PRESETS
from proxeny.cases.importing.standing import Standing, load_courses
from proxeny.cases.models import Assignment, Case, CaseClock, Message, Solution, StepPass, Waiting
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.intake.models import Batch, RowChange
from proxeny.intake.rows.shelf import chunks
from proxeny.intake.rows.taking_back import CHANGED_SINCE, HELD
from proxeny.intake.undoing import CannotUndo

MOST_NAMED = 3
_OF_IMPORTS: tuple[type[Model], ...] = (Assignment, Waiting, Solution, Message)


def take_back(batch: Batch, by: Actor) -> None:
    """Remove and restore, in the caller's transaction; raise CannotUndo, naming the first cases that are in the way."""
    made = RowChange.objects.filter(batch=batch, subject__startswith="case:", before__isnull=True)
    _remove(batch, {_number(one): one.after for one in made.iterator()})
    changed = RowChange.objects.filter(batch=batch, subject__startswith="case:", before__isnull=False)
    _restore(batch, {_number(one): one for one in changed.iterator()})
    adding.remove_made_by(batch, by=by)


def _remove(batch: Batch, made: Mapping[int, Mapping[str, object]]) -> None:
    for numbers in chunks(list(made)):
        cases = {
            case.pk: case for case in Case.objects.select_for_update(of=("self",)).filter(pk__in=numbers)
        }
        gone = [str(number) for number in numbers if number not in cases]
        other = [str(case) for case in cases.values() if as_made(case) != made[case.pk]]
        _refuse(CHANGED_SINCE, [*gone, *other, *_names(cases, _completed_later(batch, numbers))])
        _refuse(HELD, _names(cases, _built_upon(numbers)))
        forget(numbers, Message.objects.filter(case__in=numbers).values_list("pk", flat=True))
        rows_of: tuple[type[Model], ...] = (CaseClock, StepPass, *_OF_IMPORTS)
        for model in rows_of:
            _delete(model._default_manager.filter(case__in=numbers))  # noqa: SLF001  (Django's public name)
        _delete(Case.objects.filter(pk__in=numbers))
        # What we did not think of is found now, not when the transaction ends, where nobody could say what it is.
        connection.check_constraints()


def _restore(batch: Batch, changed: Mapping[int, RowChange]) -> None:
    for numbers in chunks(list(changed)):
        cases = Case.objects.select_for_update(of=("self",)).select_related("account").filter(pk__in=numbers)
        standing = {case.pk: Standing(case) for case in cases}
        load_courses(standing)
        gone = [str(number) for number in numbers if number not in standing]
        by_case = {one.case.pk: one.case for one in standing.values()}
        other = [
            str(one.case)
            for one in standing.values()
            if one.course.as_json() != changed[one.case.pk].after["course"]
        ]
        _refuse(CHANGED_SINCE, [*gone, *other, *_names(by_case, _completed_later(batch, numbers))])
        added = Message.objects.filter(case__in=numbers, batch=batch.pk)
        _refuse(HELD, _names(by_case, _held(Message, added, "case")))
        words = list(added.values_list("pk", flat=True))
        forget([], words)
        _delete(added)
        gone_words = set(words)
        wanted = [
            (one, _before(one, changed[one.case.pk].before or {}, gone_words)) for one in standing.values()
        ]
        for maker in Batch.objects.filter(pk__in={one.case.batch for one in standing.values()}):
            program = dict(PRESETS).get(maker.preset, maker.preset)
            keeper = Keeper(maker, maker.preset, program, Customers(()))
            keeper.lay_down([(one, course) for one, course in wanted if one.case.batch == maker.pk])


def _before(standing: Standing, kept: Mapping[str, dict[str, object]], gone: set[int]) -> Course:
    words = Message.objects.filter(case=standing.case, batch__isnull=False).exclude(pk__in=gone)
    had = set(words.values_list("source_reference", flat=True))
    return Course.from_json(kept["course"], [one for one in standing.course.words if one.key in had])


def _completed_later(batch: Batch, numbers: Sequence[int]) -> set[int]:
    """Which of these cases a later import completed that still stands."""
    subjects = [str(Reference("case", str(number))) for number in numbers]
    later = RowChange.objects.filter(subject__in=subjects, batch__gt=batch.pk, batch__state=Batch.State.DONE)
    return {_number(one) for one in later}


def _built_upon(numbers: Sequence[int]) -> set[int]:
    """On which of these cases stands what no import made: anything that a person did."""
    found: set[int] = set()
    for model in _OF_IMPORTS:
        rows = model._default_manager.filter(case__in=numbers, batch=None)  # noqa: SLF001  (Django's public name)
        found.update(rows.values_list("case", flat=True))
    passes = StepPass.objects.filter(case__in=numbers).exclude(by__startswith="batch:")
    found.update(passes.values_list("case", flat=True))
    found |= _held(Case, Case.objects.filter(pk__in=numbers), "pk")
    return found | _held(Message, Message.objects.filter(case__in=numbers), "case")


def _held(model: type[Model], rows: QuerySet[Model], case: str) -> set[int]:
    """Which cases have, on these rows of theirs, something of a kind that no import makes."""
    found: set[int] = set()
    hidden_too = model._meta.get_fields(include_hidden=True)  # noqa: SLF001  (Django's public name)
    for relation in (one for one in hidden_too if isinstance(one, ForeignObjectRel)):
        other, name = relation.related_model, relation.field.name
        if relation.many_to_many or isinstance(other, str) or other in (*_OF_IMPORTS, StepPass, CaseClock):
            continue
        hit = other._default_manager.filter(**{f"{name}__in": rows}).values(name)  # noqa: SLF001
        found.update(rows.filter(pk__in=hit).values_list(case, flat=True))
    return found


def _delete(rows: QuerySet[Model]) -> None:
    """Remove the rows with one statement: nothing hangs on them, which was asked before."""
    rows._raw_delete(rows.db)  # noqa: SLF001  (collecting a hundred thousand rows takes minutes)


def _names(cases: Mapping[int, Case], numbers: Iterable[int]) -> list[str]:
    return [str(cases[number]) for number in numbers if number in cases]


def _refuse(pattern: str, names: Sequence[str]) -> None:
    if names:
        several = ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
        raise CannotUndo(gettext(pattern) % {"names": several})


def _number(change: RowChange) -> int:
    return int(Reference.parse(change.subject).key)
