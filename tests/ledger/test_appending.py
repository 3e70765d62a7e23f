from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, transaction

from proxeny.core import clock, references
from proxeny.core.actors import Actor
from proxeny.ledger import appending, reading, verifying

ZHOU = Actor("staff:1", "周雨", 1)
LUBAN = references.to("account", 1)


def note(text: str) -> int:
    with transaction.atomic():
        return appending.append("test.noted", about=[LUBAN], by=ZHOU, text=text)


def test_an_entry_outside_a_transaction_is_refused(transactional_db: None) -> None:
    with pytest.raises(RuntimeError, match="in the transaction of its change"):
        appending.append("test.noted", about=[LUBAN], by=ZHOU)


def test_entries_follow_each_other_without_gaps(db: None) -> None:
    assert [note("第一条"), note("第二条"), note("第三条")] == [1, 2, 3]
    assert (verifying.verify().breaks, verifying.verify().entries) == ([], 3)


def test_an_entry_falls_with_its_change(transactional_db: None) -> None:
    note("stands")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        appending.append("test.noted", about=[LUBAN], by=ZHOU, text="falls")
        1 / 0  # noqa: B018
    assert note("next") == 2
    assert verifying.verify().ok


def test_what_was_recorded_on_another_day_keeps_both_times(db: None) -> None:
    with clock.on(date(2020, 2, 29)):
        note("looked back")
    [line] = reading.about(LUBAN)
    assert clock.day_of(line.at) == date(2020, 2, 29)
    assert line.recorded_at.date() > date(2026, 1, 1)


@pytest.mark.parametrize("statement", ["UPDATE ledger_entry SET kind = 'x'", "DELETE FROM ledger_payload"])
def test_the_database_itself_refuses_to_change_a_line(db: None, statement: str) -> None:
    note("stays")
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert verifying.verify().ok


def test_eight_writers_at_once_give_one_unbroken_chain(transactional_db: None) -> None:
    start = Barrier(8)

    def write() -> None:
        start.wait()
        for number in range(10):
            note(f"line {number}")
        connection.close()

    writers = [Thread(target=write) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert (verifying.verify().breaks, verifying.verify().entries) == ([], 80)
