"""What the tests of orders stand on."""

import pytest

from proxeny.dispatch.models import Order
from tests.cast import Cast
from tests.dispatch import ordered
from tests.dispatch.ordered import Works


@pytest.fixture
def at(vendor: Cast) -> Works:
    """The teams, their engineers, and a case of 鲁班建材."""
    return ordered.works(vendor)


@pytest.fixture
def order(at: Works) -> Order:
    """An order to the storage team, just sent by Zhou."""
    return ordered.order(at)
