"""After an order nothing of the person stands in any byte of the database's files, nor of others of the installation."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from proxeny.erasure import carrying_out
from proxeny.erasure.models import Order, Standing
from proxeny.search.tokens import tokens
from tests import cast
from tests.cast import Cast
from tests.erasure.told import NAME, RARE, confirmed, told

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("on_22_november")]
ON_SQLITE = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its files elsewhere")
ON_POSTGRES = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one file")


@pytest.fixture
def people(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cast:
    """The cast, in an installation whose folder holds nothing yet."""
    for name, folder in (("HOME", ""), ("FILES_FOLDER", "files"), ("USAGE_FOLDER", "usage")):
        monkeypatch.setattr(settings, name, tmp_path / folder)
    return cast.assemble()


def forms(text: str) -> set[bytes]:
    """The bytes in which it may stand: as text, as JSON writes it, as an address does; long ones also in other encodings.

    One character is two bytes in those, which stand in any file by chance.
    """
    spelt = {text, json.dumps(text)[1:-1], quote(text)}
    codes = ("utf-8", "gb18030", "utf-16-le") if len(text) > 3 else ("utf-8",)
    return {one.encode(code) for one in spelt for code in codes}


WANTED = {rare: forms(rare) for rare in (*RARE, NAME)}


def found(paths: Iterator[Path]) -> dict[str, int]:
    """How often each stands in the bytes of these files."""
    counts = dict.fromkeys(WANTED, 0)
    for path in paths:
        raw = path.read_bytes().lower()
        for rare, spelt in WANTED.items():
            counts[rare] += sum(raw.count(one.lower()) for one in spelt)
    return counts


def files() -> Iterator[Path]:
    """The database with its log and index, and whatever lies in the installation's folder."""
    base = Path(str(connection.settings_dict["NAME"]))
    yield from filter(
        Path.is_file, (base, *(base.with_name(base.name + end) for end in ("-wal", "-shm", "-journal")))
    )
    yield from (path for path in Path(settings.HOME).rglob("*") if path.is_file())


@ON_SQLITE
def test_on_sqlite_no_byte_of_any_file_holds_them(people: Cast) -> None:
    made = confirmed(told(people))
    before = found(files())
    assert all(before.values()), before
    carrying_out.carry_out.call(made.pk)
    assert found(files()) == dict.fromkeys(WANTED, 0)
    assert Order.objects.get().standing is Standing.DONE


@ON_SQLITE
def test_on_sqlite_no_token_of_the_index_is_theirs(people: Cast) -> None:
    made = confirmed(told(people))
    rare = [token for token in tokens(NAME) if "鹮" in token]
    assert rare
    assert held(rare) == len(rare)
    carrying_out.carry_out.call(made.pk)
    assert held(rare) == 0


def held(words: list[str]) -> int:
    with connection.cursor() as cursor:
        places = ",".join(["%s"] * len(words))
        cursor.execute(f"SELECT count(*) FROM search_vocabulary WHERE term IN ({places})", words)
        return int(cursor.fetchone()[0])


def holding() -> list[str]:
    """Every text column of every table of the server in which any of it stands."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() "
            "AND data_type IN ('text', 'character varying', 'character', 'jsonb', 'json', 'bytea', 'tsvector')"
        )
        hits = []
        for table, column in cursor.fetchall():
            kind = (
                f"encode(\"{column}\", 'escape')" if _is_bytes(cursor, table, column) else f'"{column}"::text'
            )
            cursor.execute(f'SELECT {kind} FROM "{table}" WHERE "{column}" IS NOT NULL')
            texts = "\n".join(row[0] for row in cursor.fetchall()).lower()
            hits += [f"{table}.{column}" for rare in RARE if rare in texts or json.dumps(rare)[1:-1] in texts]
    return sorted(set(hits))


def _is_bytes(cursor: object, table: str, column: str) -> bool:
    execute, fetch = cursor.execute, cursor.fetchone  # type: ignore[attr-defined]
    execute(
        "SELECT data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = %s "
        "AND column_name = %s",
        [table, column],
    )
    return bool(fetch()[0] == "bytea")


@ON_POSTGRES
@pytest.mark.postgres
def test_on_postgresql_no_column_and_no_heap_holds_them(people: Cast) -> None:
    made = confirmed(told(people))
    assert len(holding()) > 10
    data = _folder()
    before = found(data.rglob("*")) if data else {}
    carrying_out.carry_out.call(made.pk)
    assert holding() == []
    if data is None:
        pytest.skip("the server's files are not ours to read; its columns hold nothing")
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
    assert all(before.values()), before
    assert [(name, counts) for name, counts in _heaps(data) if any(counts.values())] == []


def _folder() -> Path | None:
    """The server's files of this database, where they can be read from here."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()"
        )
        folder, number = cursor.fetchone()
    base = Path(folder) / "base" / str(number)
    try:
        return base if any(base.iterdir()) else None
    except OSError:
        return None


def _heaps(base: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """What the files of each table and index hold; those of no relation wait to be removed by the server, and are empty."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_relation_filenode(oid)::text, relname FROM pg_class WHERE relfilenode IS NOT NULL"
        )
        names = dict(cursor.fetchall())
    for path in sorted(base.iterdir()):
        if path.is_file():
            number = path.name.partition(".")[0].partition("_")[0]
            yield names.get(number, f"no relation: {path.name}"), found(iter([path]))
