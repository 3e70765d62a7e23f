from pathlib import Path

import pytest
from pytest_django import Settings

from proxeny.core import storage_checks
from proxeny.core.storage_checks import check_storage, file_system_of, has_wal_reset_defect

MOUNTS = r"""
22 27 0:21 / / rw,relatime - ext4 /dev/vda rw
23 22 0:22 / /srv rw - nfs4 nas:/srv rw
24 23 0:23 / /srv/local rw shared:1 - xfs /dev/vdb rw
25 22 0:24 / /mnt/our\040share rw - cifs //nas/share rw
"""


@pytest.mark.parametrize(
    ("version", "has_it"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 3), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((4, 0, 0), False),
    ],
)
def test_versions_with_the_wal_reset_defect(version: tuple[int, int, int], has_it: bool) -> None:
    assert has_wal_reset_defect(version) is has_it


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/x", "ext4"),
        ("/srv/x", "nfs4"),
        ("/srv/local/x", "xfs"),
        ("/srvx", "ext4"),
        ("/mnt/our share/x", "cifs"),
    ],
)
def test_the_file_system_of_a_path_is_that_of_the_deepest_mount(path: str, kind: str) -> None:
    assert file_system_of(Path(path), MOUNTS) == kind


@pytest.fixture
def sqlite_home(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    tmp_path.chmod(0o700)
    settings.HOME, settings.SQLITE_FAST = tmp_path, False
    monkeypatch.setattr(storage_checks, "sqlite_path", lambda: tmp_path / "proxeny.sqlite3")
    return tmp_path


def numbers() -> set[str | None]:
    return {message.id for message in check_storage()} - {"proxeny.W001"}


def test_a_local_folder_of_ones_own_is_fine(sqlite_home: Path) -> None:
    assert numbers() == set()


@pytest.mark.skipif(not storage_checks.MOUNTS.exists(), reason="the system does not tell its mounts")
def test_a_network_file_system_is_refused(
    sqlite_home: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path_factory.mktemp("proc") / "mountinfo"
    told.write_text("22 27 0:21 / / rw - nfs4 nas:/ rw")
    monkeypatch.setattr(storage_checks, "MOUNTS", told)
    assert numbers() == {"proxeny.E001"}


def test_a_folder_that_others_can_enter_and_fast_writing_are_said(
    sqlite_home: Path, settings: Settings
) -> None:
    sqlite_home.chmod(0o755)
    settings.SQLITE_FAST = True
    assert numbers() == {"proxeny.W002", "proxeny.W003"}
