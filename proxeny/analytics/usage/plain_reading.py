"""The plainest reading there is, as the reference of a bench: the engine makes a table of a text file."""

from pathlib import Path

from proxeny.analytics.engine import connect, quoted


def rows_in(path: Path) -> int:
    """Read a CSV (gzip or not) into a table as the engine itself would, and return how many rows it has."""
    with connect() as con:
        con.execute(f"CREATE TABLE plain AS FROM read_csv({quoted(path)})")
        found = con.execute("SELECT count(*) FROM plain").fetchone()
    return int(found[0]) if found else 0
