"""Verifying receipts on the command line. Nothing here needs settings or tables."""

import json
from pathlib import Path

import click

from proxeny.cli.ledger_offline import kept_in, key_named, say
from proxeny.ledger.receipts.receipt import is_receipt
from proxeny.ledger.receipts.saying import sentences
from proxeny.ledger.receipts.verifying import verify

MOST_BYTES = 4 * 1024 * 1024


def holds_receipt(file: Path) -> bool:
    """Tell whether the file is a receipt, or a page with one; no bundle is."""
    with file.open("rb") as opened:
        raw = opened.read(MOST_BYTES)
    return not raw.startswith(b"PK") and is_receipt(raw)


def verified(file: Path, key: str | None, heads: tuple[Path, ...], *, as_json: bool) -> bool:
    """Verify a receipt and print what was found; return whether it holds."""
    report = verify(file.read_bytes(), key=key_named(key), witnessed=kept_in(heads))
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(sentences(report, say())))
    return report.ok
