import pytest

from tests.cast import Cast
from tests.catalogue.stocked import Stock, stock


@pytest.fixture
def there(vendor: Cast) -> Stock:
    """A catalogue that nobody owns yet."""
    return stock(vendor)
