from collections.abc import Callable

import pytest
from django.db import connection, transaction

from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.ledger import appending, guards, verifying


@pytest.fixture
def tamper(db: None) -> Callable[[str], list[tuple[int, str]]]:
    """Five lines, and a hand that changes them behind the triggers' back."""
    for number in range(5):
        with transaction.atomic():
            appending.append(
                "test.noted", about=[references.to("account", 1)], by=Actor.system("test"), number=number
            )

    def change(statement: str) -> list[tuple[int, str]]:
        guards.remove(connection)
        with connection.cursor() as cursor:
            cursor.execute(statement)
        guards.install(connection)
        return [(found.sequence, found.kind) for found in verifying.verify().breaks]

    return change


def test_a_changed_column_is_named(tamper: Callable[[str], list[tuple[int, str]]]) -> None:
    assert tamper("UPDATE ledger_entry SET actor = 'staff:2' WHERE sequence = 3") == [(3, "changed")]


def test_a_back_dated_line_is_named(tamper: Callable[[str], list[tuple[int, str]]]) -> None:
    assert tamper(
        "UPDATE ledger_entry SET recorded_at = '2020-01-01T00:00:00.000000Z' WHERE sequence = 2"
    ) == [(2, "back-dated")]


def test_a_changed_text_is_named(tamper: Callable[[str], list[tuple[int, str]]]) -> None:
    assert tamper("""UPDATE ledger_payload SET content = '{"number":9}' WHERE entry_id = 4""") == [
        (4, "changed")
    ]


def test_a_removed_line_is_named(tamper: Callable[[str], list[tuple[int, str]]]) -> None:
    connection.cursor().execute("PRAGMA defer_foreign_keys = ON") if connection.vendor == "sqlite" else None
    tamper("DELETE FROM ledger_payload WHERE entry_id = 3")
    tamper("DELETE FROM ledger_subject WHERE entry_id = 3")
    assert tamper("DELETE FROM ledger_entry WHERE sequence = 3") == [(3, "missing")]


def test_a_line_rewritten_with_another_hash_is_named_and_not_the_one_below(
    tamper: Callable[[str], list[tuple[int, str]]],
) -> None:
    assert tamper("UPDATE ledger_entry SET kind = 'test.forged', hash = commitment WHERE sequence = 2") == [
        (2, "changed")
    ]
