"""Making and verifying bundles on the command line. Nothing above `written` needs settings or tables."""

import gettext
import json
import os
from pathlib import Path

import click

from proxeny.ledger.bundles.saying import Say, sentences
from proxeny.ledger.bundles.verifying import verify
from proxeny.ledger.notes import Verifier

WORDS = Path(__file__).resolve().parent.parent / "locale"


def verified(file: Path, key: str | None, heads: tuple[Path, ...], *, as_json: bool) -> bool:
    """Verify a bundle and print what was found; return whether it holds."""
    from proxeny.ledger.anchors.file import notes_in

    try:
        verifier = Verifier.parse(key.strip()) if key else None
    except ValueError as error:
        raise click.UsageError(f"--key: {error}") from error
    kept = [note for path in heads for note in notes_in(path.read_text("utf-8", "replace"))]
    with file.open("rb") as opened:
        report = verify(opened, key=verifier, witnessed=kept)
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(sentences(report, _say())))
    return report.ok


def _say() -> Say:
    """Return how a msgid is said in the reader's language: that of the program where it is set, or of the shell."""
    given = (os.environ.get(name, "") for name in ("PROXENY_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((one[:2] for one in given if one[:2] in {"zh", "en"}), "zh")
    languages = ["zh_Hans"] if chosen == "zh" else []
    return gettext.translation("django", WORDS, languages, fallback=True).gettext


def written(
    account: str | None,
    number: int | None,
    output: Path,
    redact: tuple[int, ...],
    language: str | None,
    username: str | None,
    *,
    as_json: bool,
) -> None:
    """Make a bundle, write it to a file, and say what it holds."""
    from dataclasses import replace

    from django.utils.translation import gettext as _

    from proxeny.cli.common import actor_named, people, print_json
    from proxeny.core.words import here
    from proxeny.identity.access import NotFound
    from proxeny.ledger import keys
    from proxeny.ledger.bundles.archive import TooLargeError
    from proxeny.ledger.checkpointing import DoesNotHold
    from proxeny.reports.evidence import bundling, scope

    actor = actor_named(username, "evidence")
    try:
        found = scope.of_case(actor, number) if number is not None else scope.named(actor, account or "")
        found = replace(found, withheld=frozenset(redact))
        made = bundling.make(found, by=actor, language="en" if (language or here()) == "en" else "zh")
    except (NotFound, bundling.NothingOnRecord):
        raise click.ClickException(_("There is nothing on record about this.")) from None
    except (DoesNotHold, TooLargeError) as error:
        raise click.ClickException(str(error)) from error
    # Whoever reads the file reads everything in it.
    opened = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with made.file, os.fdopen(opened, "wb") as file:
        while piece := made.file.read(1 << 20):
            file.write(piece)
    key = str(keys.signer().verifier)
    if as_json:
        print_json({"file": str(output), "entries": made.entries, "sha256": made.sha256, "key": key})
    else:
        people.print(_("%(count)s entries in %(file)s") % {"count": made.entries, "file": output})
        click.echo(f"{made.sha256}\n{key}")
