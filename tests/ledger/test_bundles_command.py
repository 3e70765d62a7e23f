"""`proxeny ledger bundle` and `proxeny ledger verify FILE`: the latter from an empty folder, without settings and database."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.utils.translation import gettext

from proxeny.cli.ledger import command
from proxeny.ledger import keys
from proxeny.ledger.models import Entry
from tests.cases.handy import opened, said
from tests.cast import Cast
from tests.ledger.bundled import changed
from tests.ledger.hands import FORGER, KEY
from tests.ledger.vectors import FOLDER

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = FOLDER / "bundle.zip"


def alone(folder: Path, *arguments: object, language: str = "en") -> subprocess.CompletedProcess[str]:
    """Run the program in an empty folder: no setting, no home of its own, nothing of this checkout but the package."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LANG": f"{language}_XX.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(
        [sys.executable, "-m", "proxeny.cli.main", "ledger", "verify", *map(str, arguments)],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments])


def test_a_bundle_is_verified_where_there_is_nothing_else(tmp_path: Path) -> None:
    answer = alone(tmp_path, BUNDLE, "--key", KEY.verifier)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "This bundle holds: 鲁班建材, 6 entries" in answer.stdout
    assert "signed by the key that you have named" in answer.stdout
    assert list(tmp_path.iterdir()) == []


ALONE = """
import sys
from proxeny.cli.main import run
run(["ledger", "verify", *sys.argv[1:]], standalone_mode=False)
loaded = [name for name in sys.modules if name.startswith(("django.db", "django.apps", "proxeny.config", "sqlite3", "psycopg"))]
print("loaded:", loaded, file=sys.stderr)
"""


def test_neither_settings_nor_a_database_are_so_much_as_loaded(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "PROXENY_HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
    answer = subprocess.run(
        [sys.executable, "-c", ALONE, str(BUNDLE), "--key", str(KEY.verifier)],
        cwd=elsewhere, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (answer.returncode, answer.stderr.strip()) == (0, "loaded: []")
    assert [*home.iterdir(), *elsewhere.iterdir()] == []


def test_even_a_setting_that_is_wrong_is_not_looked_at(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PROXENY_PRODUCTION": "1",
        "DATABASE_URL": "nonsense",
        "PROXENY_HOME": "/nowhere",
    }
    words = [sys.executable, "-m", "proxeny.cli.main", "ledger", "verify", str(BUNDLE)]
    answer = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_without_a_key_it_says_which_signed_and_that_it_must_be_compared(tmp_path: Path) -> None:
    answer = alone(tmp_path, BUNDLE)
    assert answer.returncode == 0
    assert str(KEY.verifier) in answer.stdout
    assert "Compare it with the one that was published elsewhere" in answer.stdout


def test_a_bundle_that_does_not_hold_ends_with_1_and_names_the_place(tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(
        changed(BUNDLE.read_bytes(), lambda document: document["entries"][1].update(content="{}"))
    )
    answer = alone(tmp_path, bad, "--json")
    found = json.loads(answer.stdout)
    assert (answer.returncode, found["ok"]) == (1, False)
    assert {"place": "3", "kind": "text", "detail": ""} in found["breaks"]
    assert "Entry 3: the text is not the one that was written." in alone(tmp_path, bad).stdout


def test_another_key_than_the_one_asked_for_ends_with_1(tmp_path: Path) -> None:
    assert alone(tmp_path, BUNDLE, "--key", FORGER.verifier).returncode == 1
    assert "is no verifier key" in alone(tmp_path, BUNDLE, "--key", "nonsense").stderr


def test_a_file_that_is_no_bundle_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    assert alone(tmp_path, "x").returncode == 1


@pytest.fixture
def home(vendor: Cast, tmp_path: Path, settings: Any) -> Path:
    settings.LEDGER_KEY, settings.LEDGER_KEY_FILE = "", tmp_path / "ledger-key"
    settings.LEDGER_HEADS_FILE, settings.LEDGER_WITNESSES = tmp_path / "heads.txt", []
    settings.LEDGER_GIT = ""
    said(opened(vendor, "导出超时"), vendor, "请分批导出")
    return tmp_path


@pytest.mark.parametrize("about", [("--account", "LB-01"), ("--case", "1001")])
def test_a_bundle_is_made_and_holds_with_the_heads_that_were_kept(home: Path, about: tuple[str, str]) -> None:
    assert run("head").exit_code == 0
    made = run("bundle", *about, "-o", home / "b.zip", "--as", "zhou", "--json")
    document = json.loads(made.stdout)
    assert (made.exit_code, document["key"]) == (0, str(keys.signer().verifier))
    assert (home / "b.zip").stat().st_mode & 0o777 == 0o600
    found = run("verify", home / "b.zip", "--key", document["key"], "--head", home / "heads.txt", "--json")
    report = json.loads(found.stdout)
    assert (found.exit_code, report["entries"], report["heads_compared"]) == (0, document["entries"], 1)
    assert Entry.objects.filter(kind="bundle.made").count() == 1


@pytest.mark.parametrize(
    "words",
    [("--account", "LB-01", "--as", "lin"), ("--account", "nobody"), ("--case", "1001", "--as", "xu")],
)
def test_what_is_not_there_for_somebody_makes_no_file(home: Path, words: tuple[str, ...]) -> None:
    answer = run("bundle", *words, "-o", home / "b.zip")
    assert answer.exit_code == 1
    assert gettext("There is nothing on record about this.") in answer.output
    assert not (home / "b.zip").exists()


def test_it_must_be_said_what_it_is_about(home: Path) -> None:
    assert run("bundle", "-o", home / "b.zip").exit_code == 2
    assert run("bundle", "-o", home / "b.zip", "--account", "1", "--case", "1").exit_code == 2


def test_without_a_file_it_is_the_record_that_is_verified(home: Path) -> None:
    answer = run("verify", "--json")
    assert json.loads(answer.stdout)["entries"] == Entry.objects.count()
    assert run("verify", "--key", str(KEY.verifier)).exit_code == 2
