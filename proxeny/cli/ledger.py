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
    help="A file of heads that somebody has kept: mails, receipts, or the file that they are appended to.",
)
@click.option("--no-rows", is_flag=True, help="Without FILE: leave out laying rows beside their entries.")
@json_option
def verify(file: Path | None, key: str | None, heads: tuple[Path, ...], no_rows: bool, as_json: bool) -> None:
    """Recompute every hash and compare all rows with their lines, or verify the bundle or receipt FILE without any database.

    Exit 1 names the first place that does not hold.
    """
    if file is not None:
        from proxeny.cli import ledger_bundles, ledger_receipts

        reader = ledger_receipts if ledger_receipts.holds_receipt(file) else ledger_bundles
        ok = reader.verified(file, key, heads, as_json=as_json)
    else:
        if key is not None:
            raise click.UsageError("--key is compared with a bundle or a receipt: name its FILE")
        ok = _verify_the_record(heads, rows=not no_rows, as_json=as_json)
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
    from proxeny.cli.ledger_head import shown

    shown()


@command.command("reconcile")
@click.option(
    "--take-on",
    "username",
    metavar="USER",
    help="Instead, take rows on record that no entry tells of, in the name of this colleague.",
)
@json_option
def reconcile(username: str | None, as_json: bool) -> None:
    """Compare customers, cases, promises and all other rows that are evidence with what is on record of them.

    Exit 1 names each row that was changed, removed or put in without an entry. Nothing is repaired.
    """
    _prepare()
    from proxeny.cli import ledger_rows

    if username is not None:
        ledger_rows.taken_on(username, as_json=as_json)
    elif not ledger_rows.reconciled(as_json=as_json):
        raise SystemExit(FOUND_WHAT_IT_MUST_REPORT)


def _verify_the_record(heads: tuple[Path, ...], *, rows: bool, as_json: bool) -> bool:
    _prepare()
    from proxeny.cli.ledger_record import verified

    return verified(heads, rows=rows, as_json=as_json)


def _prepare() -> None:
    from proxeny.cli.main import prepare

    prepare("ledger")
