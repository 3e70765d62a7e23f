"""`proxeny ledger`: verify the record, sign its head, make a bundle of evidence, and verify one.

Verifying a bundle needs neither settings nor tables, so everything that does is loaded by the command that needs it.
"""

from pathlib import Path

import click

FOUND_WHAT_IT_MUST_REPORT = 1
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."
)


@click.group("ledger")
def command() -> None:
    """Verify the append-only record, and make or verify a bundle of evidence."""


@command.command("verify")
@click.argument("file", type=FILE, required=False)
@click.option("--key", metavar="VERIFIER", help="With FILE: the ledger's key as it was published elsewhere.")
@click.option(
    "--head",
    "heads",
    type=FILE,
    multiple=True,
    help="A file of heads that somebody has kept: mails, or the file that they are appended to.",
)
@json_option
def verify(file: Path | None, key: str | None, heads: tuple[Path, ...], as_json: bool) -> None:
    """Recompute every hash from the first line to the last, or verify the bundle FILE without any database.

    Exit 1 names the first place that does not hold.
    """
    if file is not None:
        from proxeny.cli.ledger_bundles import verified

        ok = verified(file, key, heads, as_json=as_json)
    else:
        if key is not None:
            raise click.UsageError("--key is compared with a bundle: name its FILE")
        ok = _verify_the_record(heads, as_json=as_json)
    if not ok:
        raise SystemExit(FOUND_WHAT_IT_MUST_REPORT)


@command.command("bundle")
@click.option("--account", metavar="REF", help="A customer, by its reference or number.")
@click.option("--case", "number", type=int, help="A case, by its number.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Where to write it.",
)
@click.option("--redact", type=int, multiple=True, help="An entry whose text is left out; it stays provable.")
@click.option("--language", type=click.Choice(["zh", "en"]), help="The language of its page.")
@click.option("--as", "username", metavar="USER", help="Look through the eyes of this colleague.")
@json_option
def bundle(
    account: str | None,
    number: int | None,
    output: Path,
    redact: tuple[int, ...],
    language: str | None,
    username: str | None,
    as_json: bool,
) -> None:
    """Write what is on record about a customer or a case into one file that anybody can verify."""
    _prepare()
    from proxeny.cli.ledger_bundles import written

    if (account is None) == (number is None):
        raise click.UsageError("say what it is about: --account REF or --case NUMBER")
    written(account, number, output, redact, language, username, as_json=as_json)


@command.command("head")
def head() -> None:
    """Sign the head as it is now, hand it out, and print it: whoever keeps it can convict whoever changes the record."""
    _prepare()
    from django.utils.translation import gettext as _

    from proxeny.cli.common import people
    from proxeny.ledger import anchoring, checkpointing, keys

    anchoring.anchor_head.call()
    signed = checkpointing.sign_head()
    if signed is None:
        people.print(_("Nothing is on record yet."))
        return
    click.echo(signed.note, nl=False)
    click.echo(f"\n{keys.signer().verifier}")


def _verify_the_record(heads: tuple[Path, ...], *, as_json: bool) -> bool:
    _prepare()
    from proxeny.cli.ledger_record import verified

    return verified(heads, as_json=as_json)


def _prepare() -> None:
    from proxeny.cli.main import prepare

    prepare("ledger")
