"""What the tests of the pages of orders stand on: everybody reads English, on 22 November."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from proxeny.core import clock
from proxeny.dispatch import returning, sending
from proxeny.dispatch.models import Complaint, Order
from proxeny.identity.models import Staff
from tests.cast import TODAY, Cast
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

Enter = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.on(TODAY):
        yield


@pytest.fixture
def at(vendor: Cast) -> Works:
    """The teams, their engineers, and a case of 鲁班建材."""
    found = ordered.works(vendor)
    Staff.objects.update(language="en")
    return found


@pytest.fixture
def order(at: Works) -> Order:
    """An order to the storage team, just sent by Zhou."""
    return ordered.order(at)


@pytest.fixture
def enter(at: Works) -> Enter:
    """A function that returns a browser-like client signed in as one of the cast or of the engineers."""

    def client(username: str) -> Client:
        browser = Client()
        browser.force_login(at[username])
        return browser

    return client


def complaint(at: Works) -> Complaint:
    """A complaint to Lei, who heads the storage team, drafted by a second return."""
    order = ordered.order(at)
    returning.give_back(order, reason="a", believed=at.network, by=at.actor("zhang"), seen=1)
    sending.pass_on(order, team=at.storage, by=at.actor("zhou"), seen=2)
    returning.give_back(order, reason="b", believed=at.network, by=at.actor("zhang"), seen=3)
    return Complaint.objects.get(team=at.storage)
