"""Every column of every table that can hold text is declared: it may hold words of a customer's people, or it cannot, because …

Who adds a column says so in the package's `erasing.py`, or this fails: what nobody has declared, nobody would erase.
"""

import pytest
from django.apps import apps
from django.db.models import BinaryField, CharField, Field, JSONField, Model, TextField

from proxeny.erasure.places import TABLES

# Of libraries: who of the colleagues is signed in, and how. `django_session` is looked through by `erasure.sessions`.
OF_COLLEAGUES = {"sessions", "contenttypes", "auth", "account", "mfa", "socialaccount"}
KEPT = (CharField, TextField, JSONField, BinaryField)


def models() -> list[type[Model]]:
    return [
        one for one in apps.get_models(include_auto_created=True) if one._meta.app_label not in OF_COLLEAGUES
    ]


def texts(model: type[Model]) -> list[str]:
    """The columns that can hold a text somebody wrote; one of few words that are given cannot."""
    return [one.name for one in model._meta.concrete_fields if isinstance(one, KEPT) and not _of_few(one)]


def _of_few(column: "Field[object, object]") -> bool:
    return bool(column.choices)


COLUMNS = [(model, name) for model in models() for name in texts(model)]


@pytest.mark.parametrize(
    ("model", "name"), COLUMNS, ids=[f"{model._meta.label}.{name}" for model, name in COLUMNS]
)
def test_a_text_column_is_erased_by_somebody_or_says_why_it_holds_nothing(
    model: type[Model], name: str
) -> None:
    declared = [held for held in TABLES if held.model is model]
    assert len(declared) == 1, "declare the table once, in the `erasing.py` of its package"
    erased, never = name in declared[0].columns, name in declared[0].never
    assert erased != never, "say either that it may hold their words, or why it cannot"


def test_what_is_declared_is_there() -> None:
    for held in TABLES:
        known = {one.name for one in held.model._meta.get_fields()} | {"pk"}
        assert set(held.columns) | set(held.never) <= known, held.model
        assert all(reason.strip() for reason in held.never.values()), held.model


def test_every_table_that_holds_words_says_how_its_rows_are_counted() -> None:
    assert [held.model for held in TABLES if held.columns and not held.kind] == []
