"""The bench of the ledger lays out a record that holds, and writes where nothing else is."""

import pytest
from django.db import connection, transaction

from proxeny.cli.benches import ledger_bench, ledger_filling, ledger_writers
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.ledger import appending, verifying


@pytest.mark.usefixtures("db")
def test_what_is_laid_out_goes_on_behind_what_is_there_and_holds() -> None:
    ledger_writers.append(1)
    ledger_filling.lay_out(1, 60)
    ledger_filling.lay_out(61, 5)
    report = verifying.verify()
    assert (report.entries, report.breaks) == (66, [])
    with transaction.atomic():
        appending.append("test.noted", about=[references.to("case", 1)], by=Actor.system("test"))
    assert verifying.verify().ok
    assert all(spent.wall > 0 for spent in ledger_filling.hashing())


@pytest.mark.usefixtures("db")
def test_the_plain_rows_are_as_many_as_an_entry_has() -> None:
    ledger_writers.make_plain_tables(is_again=False)
    ledger_writers.insert_three_rows(1)
    ledger_writers.insert_one_row(1)
    with connection.cursor() as cursor:
        for table, columns in ledger_writers.PLAIN.items():
            cursor.execute(f"SELECT {', '.join(columns)} FROM {table}")
            [row] = cursor.fetchall()
            assert all(row), table


@pytest.mark.usefixtures("db")
def test_a_database_with_a_record_is_left_alone() -> None:
    ledger_writers.append(1)
    with pytest.raises(SystemExit, match="has a record already"):
        ledger_bench._refuse_a_record()
