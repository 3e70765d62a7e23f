"""System checks of where the data lies, run at every start; each has a number, such as `proxeny.W001`."""

import sqlite3
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register  # noqa: A004

Version = tuple[int, int, int]
WAL_BEGAN: Version = (3, 7, 0)
WAL_RESET_FIXED: Version = (3, 51, 3)
WAL_RESET_BACKPORTS: dict[tuple[int, int], int] = {(3, 44): 6, (3, 50): 7}
NETWORK_FILE_SYSTEMS = {
    "9p", "afs", "beegfs", "ceph", "cifs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
    "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs",
}  # fmt: skip
MOUNTS = Path("/proc/self/mountinfo")


def has_wal_reset_defect(version: Version) -> bool:
    """Tell whether this SQLite may damage a database when two connections reset its log at one moment.

    Versions 3.7.0 to 3.51.2 may, but for the branches 3.44 (from 3.44.6) and 3.50 (from 3.50.7), to which the
    repair was carried back. A distribution may have repaired an older version without changing its number.
    """
    if not WAL_BEGAN <= version < WAL_RESET_FIXED:
        return False
    repaired_from = WAL_RESET_BACKPORTS.get(version[:2])
    return repaired_from is None or version[2] < repaired_from


def file_system_of(path: Path, mounts: str) -> str:
    """Return the type of the file system that holds `path`, by the text of Linux's mountinfo; "" if it is not
    told."""
    best, found = -1, ""
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        fields, kind = left.split(), right.split()
        if len(fields) < 5 or not kind:
            continue
        point = Path(fields[4].encode().decode("unicode_escape"))
        # A later mount covers an earlier one at the same point.
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), kind[0]
    return found


def sqlite_path() -> Path | None:
    """Return where the SQLite database lies, or None for another database or one in memory."""
    database = settings.DATABASES["default"]
    name = str(database.get("NAME", ""))
    if database["ENGINE"] != "django.db.backends.sqlite3" or ":memory:" in name or "mode=memory" in name:
        return None
    return Path(name).resolve()


def others_may_enter(folder: Path) -> bool:
    """Tell whether people other than the owner may read or change the folder."""
    return bool(stat.S_IMODE(folder.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO))


@register("storage")
def check_storage(**_: Any) -> Iterable[CheckMessage]:
    """Check SQLite's version and settings, its file system, and who may enter the folders."""
    if path := sqlite_path():
        yield from _check_version()
        yield from _check_file_system(path)
        yield from _check_synchronous()
    yield from _check_folder(Path(settings.HOME))


def _check_version() -> Iterable[CheckMessage]:
    version = sqlite3.sqlite_version_info
    if has_wal_reset_defect((version[0], version[1], version[2])):
        yield Warning(
            f"SQLite {sqlite3.sqlite_version} has the WAL-reset defect: in rare cases it damages the data.",
            hint="Use SQLite 3.51.3 or later (3.50.7 and 3.44.6 of those branches are repaired too), "
            "or PostgreSQL by DATABASE_URL; keep backups meanwhile.",
            id="proxeny.W001",
        )


def _check_file_system(path: Path) -> Iterable[CheckMessage]:
    if not (sys.platform == "linux" and MOUNTS.exists()):
        return
    kind = file_system_of(path, MOUNTS.read_text("utf-8", "replace"))
    if kind in NETWORK_FILE_SYSTEMS:
        yield Error(
            f"{path} lies on a network file system ({kind}), where SQLite's log damages the data.",
            hint="Set PROXENY_HOME to a folder on a local disk, or use PostgreSQL by DATABASE_URL.",
            id="proxeny.E001",
        )


def _check_synchronous() -> Iterable[CheckMessage]:
    if settings.SQLITE_FAST:
        yield Warning(
            "PROXENY_SQLITE_FAST is on: after a power cut the last acknowledged changes may be missing.",
            hint="Leave it off where the ledger is evidence.",
            id="proxeny.W002",
        )


def _check_folder(folder: Path) -> Iterable[CheckMessage]:
    if folder.exists() and others_may_enter(folder):
        yield Warning(
            f"{folder} can be entered by others on this machine; it holds database, key and files.",
            hint=f"chmod 700 {folder}",
            id="proxeny.W003",
        )
