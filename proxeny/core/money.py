"""Money: whole minor units with their currency, exact."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from babel.core import get_global


@lru_cache(maxsize=256)
def digits(currency: str) -> int:
    """Return how many digits the minor unit of `currency` has: 2 for CNY, 0 for JPY, 3 for KWD."""
    fractions = get_global("currency_fractions")
    return int(fractions.get(currency, fractions["DEFAULT"])[0])


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole minor units of a currency."""

    minor: int
    currency: str

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> "Money":
        """Return `amount` (in major units) rounded half-even to the currency's minor unit."""
        scaled = Decimal(amount).scaleb(digits(currency))
        return cls(int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_EVEN)), currency)

    @property
    def amount(self) -> Decimal:
        """The amount in major units."""
        return Decimal(self.minor).scaleb(-digits(self.currency))

    def as_json(self) -> dict[str, str]:
        """Return `{"amount": "1234.50", "currency": "CNY"}`."""
        return {"amount": f"{self.amount:f}", "currency": self.currency}

    def __add__(self, other: "Money") -> "Money":
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be added")
        return Money(self.minor + other.minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)
