"""What verifying a receipt found, as plain sentences; `say` translates a msgid into the reader's language."""

import json
from collections.abc import Iterator

from proxeny.ledger.details import N_, Say, translated
from proxeny.ledger.receipts.receipt import Receipt
from proxeny.ledger.receipts.verifying import Break, Kind, Report

BREAKS = {
    Kind.FORM: N_("This is no receipt, or not a bit of it may be trusted: %(detail)s."),
    Kind.KEY: N_("It is signed by another key than the one asked for: %(detail)s"),
    Kind.HEAD: N_("The head of the record in it does not hold: %(detail)s."),
    Kind.PATH: N_("The entry does not stand in the record at this place: %(detail)s."),
    Kind.TEXT: N_("The text is not the one that was written."),
    Kind.FORK: N_("The record was written anew behind somebody's back: %(detail)s."),
}


def sentences(report: Report, say: Say) -> Iterator[str]:
    """Yield what was found, the most important first."""
    receipt = report.receipt
    if not report.ok or receipt is None:
        yield say(N_("This receipt does not hold. Do not rely on it."))
        yield from (_break(found, say) for found in report.breaks)
        return
    row = receipt.row
    yield say(
        N_(
            "This receipt holds: entry %(entry)s stands in the record of %(origin)s, not a letter was changed."
        )
    ) % {
        "entry": row.sequence,
        "origin": report.key.partition("+")[0],
    }
    yield say(N_("Written down at %(at)s by %(who)s: %(kind)s")) % {
        "at": row.recorded_at,
        "who": row.actor,
        "kind": row.kind,
    }
    yield from _text(receipt, say)
    yield say(N_("Only this is proven, not what else stands on the page around it."))
    yield from _compared(report, say)
    yield say(N_("It does not prove that what was written is true, or that nothing was left out."))


def _break(found: Break, say: Say) -> str:
    return say(BREAKS[found.kind]) % {"detail": translated(found.detail, say)}


def _text(receipt: Receipt, say: Say) -> Iterator[str]:
    if receipt.row.content is None:
        yield say(N_("Its text is not part of this receipt; it is fixed all the same."))
        return
    yield say(N_("It says:"))
    said = json.loads(receipt.row.content)
    # Fingerprints of rows are for who has the record's key, and nothing to read.
    plain = (
        {name: value for name, value in said.items() if name != "rows"} if isinstance(said, dict) else said
    )
    yield json.dumps(plain, ensure_ascii=False, indent=2)


def _compared(report: Report, say: Say) -> Iterator[str]:
    said = N_(
        "Keep it: with --head it convicts whoever changes one of the first %(size)s entries of the record later, even with the "
        "record's key."
    )
    yield say(said) % {"size": report.size}
    if report.compared:
        said = N_("Heads that you have kept and that agree: %(count)s.")
        yield say(said) % {"count": report.compared}
    if report.is_key_compared:
        yield say(N_("It is signed by the key that you have named."))
        return
    said = N_(
        "It is signed by the key below. Compare it with the one that was published elsewhere, or name that with --key: "
        "anybody can make a receipt with a key of his own."
    )
    yield say(said)
    yield report.key
