"""Receipts for tests: of lines of the small ledger that bundles are tested with."""

from proxeny.ledger.bundles.levels import Levels
from proxeny.ledger.checking import Row
from proxeny.ledger.notes import Signer
from proxeny.ledger.receipts.receipt import Receipt
from tests.ledger.bundled import history
from tests.ledger.hands import KEY, head

ROWS = history()


def receipt(
    number: int = 3, rows: list[Row] = ROWS, *, with_text: bool = True, signer: Signer = KEY
) -> Receipt:
    """A receipt of the line with that number, as the one who has the key makes it."""
    row = rows[number - 1]
    path = Levels(b"".join(bytes.fromhex(one.hash) for one in rows)).path(number - 1)
    shown = row if with_text else row._replace(key=None, content=None)
    return Receipt(str(signer.verifier), shown, tuple(path), signer.sign(head(rows, len(rows)).text()))
