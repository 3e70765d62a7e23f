"""The wheel: built without network from what git keeps, and complete enough to be used without the checkout."""

import os
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
MESSAGES = "proxeny/locale/zh_Hans/LC_MESSAGES/django.mo"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once, and laid out in a folder as an installation would."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT, check=True, capture_output=True, env=os.environ | {"TMPDIR": str(folder)},
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    installed = folder / "installed"
    with ZipFile(built) as packed:
        packed.extractall(installed)
    return installed


def test_the_wheel_speaks_chinese(wheel: Path) -> None:
    with (wheel / MESSAGES).open("rb") as file:
        assert GNUTranslations(file).gettext("Accounts") == "客户"


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    kept = subprocess.run(
        ["git", "ls-files", "proxeny"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    there = [name for name in kept if (ROOT / name).is_file()]
    assert len(there) > 500
    assert [name for name in there if not (wheel / name).is_file()] == []


def test_from_the_wheel_alone_a_bundle_is_verified(wheel: Path, tmp_path: Path) -> None:
    """No checkout, no database, no setting: what somebody has who was handed a bundle."""
    bundle = ROOT / "docs" / "vectors" / "bundle.zip"
    said = subprocess.run(
        [sys.executable, "-c", "from proxeny.cli.main import run; run()", "ledger", "verify", bundle],
        cwd=tmp_path, check=False, capture_output=True, text=True,
        env={"PYTHONPATH": str(wheel), "PATH": os.environ["PATH"], "PROXENY_HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert said.returncode == 0, said.stdout + said.stderr
    assert not (tmp_path / "home").exists()
