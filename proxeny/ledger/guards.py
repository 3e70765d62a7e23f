"""Triggers by which the database itself refuses to change or remove a line."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = (
    "ledger_entry",
    "ledger_payload",
    "ledger_subject",
    "ledger_erased",
    "ledger_checkpoint",
    "ledger_anchor",
)
REFUSAL = "the ledger is append-only"
LAWFUL = "EXISTS (SELECT 1 FROM ledger_erased WHERE ledger_erased.entry_id = OLD.entry_id)"
"""A payload may go where its erasure is on record."""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on all tables of the ledger."""
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers off: for taking a migration back, never in the running program."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table in TABLES:
            for act in ("update", "delete", *(["truncate"] if postgres else [])):
                cursor.execute(
                    f"DROP TRIGGER IF EXISTS {table}_no_{act}" + (f" ON {table}" if postgres else "")
                )


def _statements(vendor: str) -> list[str]:
    if vendor == "postgresql":
        refuse = (
            "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
        unless_lawful = (
            "CREATE OR REPLACE FUNCTION ledger_refuse_unless_lawful() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {LAWFUL} THEN RETURN OLD; END IF; RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
        return [refuse, unless_lawful] + [
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
            f"FOR EACH {'STATEMENT' if act == 'truncate' else 'ROW'} EXECUTE FUNCTION {_refusing(table, act)}()"
            for table in TABLES
            for act in ("update", "delete", "truncate")
        ]
    return [
        f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
        + (f"WHEN NOT {LAWFUL} " if _is_erasing(table, act) else "")
        + f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for table in TABLES
        for act in ("update", "delete")
    ]


def _refusing(table: str, act: str) -> str:
    return "ledger_refuse_unless_lawful" if _is_erasing(table, act) else "ledger_refuse"


def _is_erasing(table: str, act: str) -> bool:
    return table == "ledger_payload" and act == "delete"
