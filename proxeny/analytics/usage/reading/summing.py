"""Rows summed into daily facts, one for each account, meter, day and currency, inside the column engine."""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

import duckdb

from proxeny.analytics.usage.reading.casting import Casting
from proxeny.analytics.usage.reading.settling import Run, Styles

_SUMS = """account, meter, day, currency, sum(quantity) AS quantity, sum(amount) AS amount,
    count(*)::INTEGER AS lines, count(*) FILTER (rounded)::INTEGER AS rounded"""
KEY = "account, meter, day"


def sum_if_clean(con: duckdb.DuckDBPyConnection, casting: Casting, styles: Styles, run: Run) -> bool:
    """Sum the file in a single pass, betting that every cell is clean; no trace where the bet is lost."""
    flags = {"bad": "bad"}
    for name in casting.numbers:
        flags[f"doubtful_{name}"] = f"doubtful(raw_{name})" if styles.decimal_mark != "." else "false"
        flags[f"shows_{name}"] = f"shows_dot(raw_{name})"
        flags[f"wide_{name}"] = f"is_wide(raw_{name})" if casting.multiplies else "false"
    told = ", ".join(f"coalesce(bool_or({test}), false) AS {name}" for name, test in flags.items())
    rows = casting.typed(texts=True, keep_torn=True)
    run(f"CREATE TABLE facts AS SELECT {_SUMS}, {told} FROM {rows} GROUP BY ALL")
    wanted = ", ".join(f"coalesce(bool_or({name}), false)" for name in flags)
    told_by = dict(zip(flags, con.execute(f"SELECT {wanted} FROM facts").fetchone() or (), strict=True))
    lost = any(told for name, told in told_by.items() if name == "bad" or name.startswith("wide_"))
    lost = lost or styles.decimal_mark == ","
    lost = lost or any(told_by[f"doubtful_{n}"] and not told_by[f"shows_{n}"] for n in casting.numbers)
    if lost:
        con.execute("DROP TABLE facts")
    return not lost


def sum_up(con: duckdb.DuckDBPyConnection, casting: Casting, run: Run) -> int:
    """Make the table `facts` of the good rows, once doubtful cells are settled; returns how many they are."""
    run(f"CREATE TABLE facts AS SELECT {_SUMS} FROM {casting.typed()} WHERE NOT bad GROUP BY ALL")
    (rows,) = con.execute("SELECT coalesce(sum(lines), 0)::BIGINT FROM facts").fetchone() or (0,)
    return int(rows)


def keep_first(con: duckdb.DuckDBPyConnection, casting: Casting, run: Run) -> bool:
    """A meter reports a day once: of rows with one key the first stands, whether they agree or not.

    Returns whether there were any; the table `later` holds their ordinals and those of the first ones.
    """
    con.execute(f"CREATE TABLE repeated AS SELECT {KEY} FROM facts GROUP BY ALL HAVING sum(lines) > 1")
    (repeated,) = con.execute("SELECT count(*) FROM repeated").fetchone() or (0,)
    if not repeated:
        return False
    good = f"(FROM {casting.typed(numbered=True)} WHERE NOT bad) SEMI JOIN repeated USING ({KEY})"
    run(
        "CREATE TABLE later AS SELECT ordinal, first FROM "
        f"(SELECT ordinal, min(ordinal) OVER (PARTITION BY {KEY}) AS first FROM {good}) WHERE ordinal > first"
    )
    con.execute(f"DELETE FROM facts WHERE ({KEY}) IN (SELECT ({KEY}) FROM repeated)")
    run(f"INSERT INTO facts BY NAME SELECT {_SUMS} FROM {good} ANTI JOIN later USING (ordinal) GROUP BY ALL")
    return True
