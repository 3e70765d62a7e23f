"""The lines of a contract as its rows tell them."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from proxeny.accounts.importing.amounts import minor_of
from proxeny.core.sentences import N_
from proxeny.intake.rows.reading import Pass, Record
from proxeny.intake.rows.shelf import State
from proxeny.intake.tabular.sayings import SAYINGS

MOST_LINES = 32_767
QUANTITY_DIGITS, QUANTITY_PLACES = 18, 4
TOO_FINE = N_("“%(value)s” is more, or finer, than a quantity can be: %(places)s decimals are kept.")

Line = list[str | int]
"""Product, quantity in plain digits, amount in minor units."""


class LineReader:
    """Reads the lines of contracts during one pass.

    A row that says nothing of product, quantity and amount is no line. In a file without a column of products, a contract's
    line is called as its edition or, without one, as its number.
    """

    def __init__(self, work: Pass) -> None:
        self.work = work

    def read(self, rows: Sequence[Record], contract: State) -> list[Line]:
        """Return the lines in the order of the file; what is wrong with one becomes an objection to its row."""
        return [
            self._line(row, contract)
            for row in rows
            if any(row.values.get(name) is not None for name in ("product", "quantity", "amount"))
        ]

    def _line(self, row: Record, contract: State) -> Line:
        product, quantity = row.values.get("product"), row.values.get("quantity")
        amount = row.values.get("amount")
        if "product" not in self.work.columns:
            product = contract["edition"] or contract["number"]
        for name, value in (("product", product), ("amount", amount)):
            if value is None:
                self.work.object(row.row, name, SAYINGS["required"])
        minor = 0 if amount is None else minor_of(amount, contract["currency"], row.row, "amount", self.work)
        return [product or "", self._quantity(Decimal(1) if quantity is None else quantity, row), minor]

    def _quantity(self, quantity: Decimal, row: Record) -> str:
        exact = round(quantity, QUANTITY_PLACES)
        if exact != quantity or exact.adjusted() >= QUANTITY_DIGITS - QUANTITY_PLACES:
            self.work.object(row.row, "quantity", TOO_FINE, value=f"{quantity:f}", places=QUANTITY_PLACES)
        return plain(exact)


def plain(quantity: Decimal) -> str:
    """Return the quantity in plain digits without needless zeros, so that equal ones look equal."""
    text = f"{quantity:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def laid_over(standing: Sequence[Line], told: Sequence[Line]) -> list[Line]:
    """Return the standing lines with those that the file tells: the second line of a product is the second one here too.

    Lines of which the file says nothing stay; new ones come last.
    """
    seen: Counter[str | int] = Counter()
    places: dict[tuple[str | int, int], int] = {}
    for place, line in enumerate(standing):
        seen[line[0]] += 1
        places[line[0], seen[line[0]]] = place
    lines, seen = list(standing), Counter()
    for line in told:
        seen[line[0]] += 1
        place = places.get((line[0], seen[line[0]]), -1)
        if place < 0:
            lines.append(line)
        else:
            lines[place] = line
    return lines
