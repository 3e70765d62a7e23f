"""Heads committed to a git checkout, and pushed to where it comes from."""

import subprocess
from pathlib import Path

from django.conf import settings

from proxeny.ledger.anchors.anchor import Anchor, Unreachable

NAME, SECONDS = "ledger-heads.txt", 60


def _places() -> list[str]:
    return [settings.LEDGER_GIT] if settings.LEDGER_GIT else []


def _lay(place: str, note: str, size: int) -> bytes:
    checkout = Path(place)
    try:
        with (checkout / NAME).open("a", encoding="utf-8") as file:
            file.write(f"{note}\n")
    except OSError as error:
        raise Unreachable(f"{place}: {error.strerror}") from error
    _git(checkout, "add", NAME)
    _git(
        checkout,
        "-c",
        "user.name=Proxeny",
        "-c",
        "user.email=proxeny@localhost",
        "commit",
        "-qm",
        f"{size} entries",
        NAME,
    )
    if _git(checkout, "remote").strip():
        _git(checkout, "push", "-q")
    return b""


def _git(checkout: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(checkout), *words], capture_output=True, text=True, timeout=SECONDS, check=True
        )
    except FileNotFoundError:
        raise Unreachable("git is not installed") from None
    except subprocess.TimeoutExpired:
        raise Unreachable(f"git {words[0]} took longer than {SECONDS} seconds") from None
    except subprocess.CalledProcessError as error:
        raise Unreachable(f"git {words[0]}: {error.stderr.strip()}") from error
    return done.stdout


GIT = Anchor("git", _places, _lay)
