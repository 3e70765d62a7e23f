"""Making and verifying bundles on the command line. Nothing above `written` needs settings or tables."""

import json
import os
from pathlib import Path

import click

from proxeny.cli.ledger_offline import kept_in, key_named, say
from proxeny.ledger.bundles.saying import sentences
from proxeny.ledger.bundles.verifying import verify


def verified(file: Path, key: str | None, heads: tuple[Path, ...], *, as_json: bool) -> bool:
    """Verify a bundle and print what was found; return whether it holds."""
    with file.open("rb") as opened:
        report = verify(opened, key=key_named(key), witnessed=kept_in(heads))
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(sentences(report, say())))
    return report.ok


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
    from proxeny.ledger.details import detail_of, translated
    from proxeny.reports.evidence import bundling, scope

    actor = actor_named(username, "evidence")
    try:
        found = scope.of_case(actor, number) if number is not None else scope.named(actor, account or "")
        found = replace(found, withheld=frozenset(redact))
        made = bundling.make(found, by=actor, language="en" if (language or here()) == "en" else "zh")
    except (NotFound, bundling.NothingOnRecord):
        raise click.ClickException(_("There is nothing on record about this.")) from None
    except (DoesNotHold, TooLargeError) as error:
        raise click.ClickException(translated(detail_of(error), _)) from error
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
