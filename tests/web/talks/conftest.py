from collections.abc import Iterator

import pytest

from proxeny.core import clock
from tests.cast import TODAY, Cast


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    return vendor


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.on(TODAY):
        yield
