"""Making the vendor up."""

from datetime import date

from proxeny.cli.demo_vendor.agreements import agreements
from proxeny.cli.demo_vendor.consumption import consumption
from proxeny.cli.demo_vendor.customers import customers
from proxeny.cli.demo_vendor.orders import orders
from proxeny.cli.demo_vendor.people import people
from proxeny.cli.demo_vendor.planted import planted
from proxeny.cli.demo_vendor.staff import colleagues
from proxeny.cli.demo_vendor.vendor import Vendor
from proxeny.cli.demo_vendor.words import words

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
