"""Making the vendor up."""

from datetime import date

from proxeny.demo.agreements import agreements
from proxeny.demo.consumption import consumption
from proxeny.demo.customers import customers
from proxeny.demo.orders import orders
from proxeny.demo.people import people
from proxeny.demo.planted import planted
from proxeny.demo.staff import colleagues
from proxeny.demo.vendor import Vendor
from proxeny.demo.words import words

NAME = "云梯科技"


def generate(today: date, seed: int = 7) -> Vendor:
    """Return the vendor as of the morning of `today`; the same day and seed give the same vendor."""
    everyone = customers(today)
    series, corrections = consumption(everyone, today, seed)
    bought = orders(today, seed)
    return Vendor(
        name=NAME,
        today=today,
        seed=seed,
        colleagues=colleagues(),
        customers=everyone,
        people=people(everyone, today, seed),
        agreements=agreements(everyone, today, seed),
        series=series,
        corrections=corrections,
        orders=bought,
        words=words(today),
        planted=planted(series, bought, today),
    )
