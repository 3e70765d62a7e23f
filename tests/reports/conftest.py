"""What the tests of records stand on: the teams and the case that orders are made from."""

from tests.dispatch.conftest import at

__all__ = ["at"]
