import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from proxeny.config import environment

SAFE = {
    "PROXENY_PRODUCTION": "1",
    "PROXENY_SECRET_KEY": "k" * 40,
    "PROXENY_HOSTS": "desk.example.com",
    "PROXENY_ORIGIN": "https://desk.example.com",
}


def start(home: Path, **variables: str) -> str:
    """Load the settings in a process of their own; return the last line it complains with, or nothing."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PROXENY_")}
    done = subprocess.run(
        [sys.executable, "-c", "import proxeny.config.settings"],
        env={**clean, "PROXENY_HOME": str(home), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.strip().rpartition("\n")[2] if done.returncode else ""


def test_production_starts_with_all_that_it_needs(tmp_path: Path) -> None:
    assert start(tmp_path, **SAFE) == ""


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("PROXENY_SECRET_KEY", "PROXENY_SECRET_KEY is not set"),
        ("PROXENY_HOSTS", "PROXENY_HOSTS and PROXENY_ORIGIN"),
        ("PROXENY_ORIGIN", "PROXENY_HOSTS and PROXENY_ORIGIN"),
    ],
)
def test_production_refuses_to_start_without(tmp_path: Path, left_out: str, said: str) -> None:
    assert said in start(tmp_path, **{name: value for name, value in SAFE.items() if name != left_out})


def test_production_refuses_a_short_key_and_a_plain_origin(tmp_path: Path) -> None:
    assert "at least 32" in start(tmp_path, **{**SAFE, "PROXENY_SECRET_KEY": "secret"})
    assert "https" in start(tmp_path, **{**SAFE, "PROXENY_ORIGIN": "http://desk.example.com"})


def test_a_typing_slip_in_a_setting_is_noticed(tmp_path: Path) -> None:
    assert "PROXENY_LANGAUGE" in start(tmp_path, PROXENY_LANGAUGE="en")


def test_elsewhere_a_key_is_made_once_and_kept_to_its_owner(tmp_path: Path) -> None:
    assert start(tmp_path) == ""
    kept = tmp_path / "secret-key"
    first = kept.read_text("utf-8")
    assert start(tmp_path) == ""
    assert kept.read_text("utf-8") == first
    assert len(first) > 40
    assert kept.stat().st_mode & 0o077 == 0


def test_a_secret_can_come_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key").write_text("from a file\n", "utf-8")
    monkeypatch.setenv("PROXENY_TEST_SECRET_FILE", str(tmp_path / "key"))
    assert environment.text("PROXENY_TEST_SECRET") == "from a file"


@pytest.mark.parametrize("value", ["perhaps", "2", "ja"])
def test_what_is_neither_yes_nor_no_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PROXENY_TEST_SWITCH", value)
    with pytest.raises(ImproperlyConfigured, match="say 1 or 0"):
        environment.switch("PROXENY_TEST_SWITCH", default=False)


def test_a_database_address_becomes_settings_and_another_kind_is_refused() -> None:
    found = environment.postgres("postgres://ro%40ot:p%2Fw@db.example.com:6432/desk")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "ro@ot",
        "p/w",
        "db.example.com",
        "6432",
        "desk",
    )
    with pytest.raises(ImproperlyConfigured, match="postgres://"):
        environment.postgres("mysql://x/y")
