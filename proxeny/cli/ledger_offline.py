"""What verifying a file needs where there is nothing else: the key that was named, the heads that were kept, words."""

import gettext
import os
from collections.abc import Iterable
from pathlib import Path

import click

from proxeny.ledger.checking.kept import notes_in
from proxeny.ledger.details import Say
from proxeny.ledger.notes import Verifier

WORDS = Path(__file__).resolve().parent.parent / "locale"


def key_named(key: str | None) -> Verifier | None:
    """Return the key that `--key` names, if it does; one that is none is wrong usage."""
    try:
        return Verifier.parse(key.strip()) if key else None
    except ValueError as error:
        raise click.UsageError(f"--key: {error}") from error


def kept_in(files: Iterable[Path]) -> list[str]:
    """Return the heads in these files."""
    return [note for path in files for note in notes_in(path.read_text("utf-8", "replace"))]


def say() -> Say:
    """Return how a msgid is said in the reader's language: that of the program where it is set, or of the shell."""
    given = (os.environ.get(name, "") for name in ("PROXENY_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((one[:2] for one in given if one[:2] in {"zh", "en"}), "zh")
    languages = ["zh_Hans"] if chosen == "zh" else []
    return gettext.translation("django", WORDS, languages, fallback=True).gettext
