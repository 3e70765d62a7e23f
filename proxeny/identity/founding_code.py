"""The set-up code: whoever can read this installation's folder, or its first words, may become its owner; nobody else.

It lies in `PROXENY_HOME/setup-code`, readable by the program's own user alone, and goes with the first colleague.
"""

import os
import secrets
import tempfile
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path

from django.conf import settings

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that cannot be taken for each other."""
GROUPS, GROUP = 4, 4


def standing() -> str:
    """Return the code of this installation, as it is printed; the first who asks has it made."""
    path = _path()
    if not path.exists():
        _keep(path, "-".join(_group() for _ in range(GROUPS)))
    return path.read_text("utf-8").strip()


def fits(offered: str) -> bool:
    """Tell whether `offered` is the code, however it is spaced; how long that takes tells nothing about the code."""
    return compare_digest(_bare(offered), _bare(standing()))


def use_up() -> None:
    """Forget the code: the installation has somebody."""
    _path().unlink(missing_ok=True)


def _path() -> Path:
    return Path(settings.HOME) / "setup-code"


def _group() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(GROUP))


def _bare(text: str) -> bytes:
    return "".join(text.split()).replace("-", "").casefold().encode()


def _keep(path: Path, code: str) -> None:
    """Write the file at once and whole: of two programs that start together the first one's code stands."""
    handle, written = tempfile.mkstemp(dir=path.parent, prefix=".setup-code-")  # made with mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(code)
        with suppress(FileExistsError):
            os.link(written, path)
    finally:
        Path(written).unlink()
