from collections.abc import Iterator

import pytest

from proxeny.core import clock
from tests.cast import TODAY, Cast, make_account


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    return vendor


@pytest.fixture
def hundred(vendor: Cast) -> Cast:
    """A hundred more customers of Lin's, of all levels in turn."""
    levels = ["strategic", "key", "standard", "small"]
    for number in range(100):
        make_account(
            f"N-{number:03}", f"客户{number:03}", spokesperson=vendor["lin"], level=levels[number % 4]
        )
    return vendor


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.on(TODAY):
        yield
