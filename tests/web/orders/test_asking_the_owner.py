"""Asking the owner, once a team was designated."""

import pytest

from proxeny.dispatch import designating, returning, sending
from proxeny.dispatch.models import Order
from proxeny.notices.models import Notice
from tests.cast import SignIn
from tests.dispatch import ordered
from tests.dispatch.conftest import at
from tests.dispatch.ordered import Works

__all__ = ["at"]
pytestmark = pytest.mark.usefixtures("on_22_november")


def designated(at: Works) -> Order:
    row = ordered.order(at)
    row = returning.give_back(
        row, reason="不是我们的盘", believed=at.network, by=at.actor("zhang"), seen=row.last
    )
    row = sending.pass_on(row, team=at.network, by=at.actor("zhou"), seen=row.last)
    row = returning.give_back(
        row, reason="链路没问题", believed=at.storage, by=at.actor("wang"), seen=row.last
    )
    return designating.designate(row, team=at.storage, reason="他们最快", by=at.actor("zhou"), seen=row.last)


def test_the_owner_is_asked_and_told(at: Works, sign_in: SignIn) -> None:
    row, zhou = designated(at), sign_in("zhou")
    assert "/moves/owner/" in zhou.get(f"/orders/{row.pk}/").content.decode()
    asked = {"text": "存储组说不归他们，请定", "seen": row.last}
    assert zhou.post(f"/orders/{row.pk}/moves/owner/", asked).status_code == 302
    assert Notice.objects.filter(staff=at["tang"], about=str(row.record)).exists()
    assert sign_in("tang").get(f"/orders/{row.pk}/").status_code == 200


def test_before_a_team_was_designated_there_is_nothing_to_ask(at: Works, sign_in: SignIn) -> None:
    row, zhou = ordered.order(at), sign_in("zhou")
    assert "/moves/owner/" not in zhou.get(f"/orders/{row.pk}/").content.decode()
    answer = zhou.post(f"/orders/{row.pk}/moves/owner/", {"text": "请定", "seen": row.last})
    assert answer.status_code == 422


@pytest.mark.parametrize("who", ["zhang", "lin", "pan", "nobody"])
def test_only_who_acts_for_us_asks_the_owner(at: Works, sign_in: SignIn, who: str) -> None:
    row = designated(at)
    answer = sign_in(who).post(f"/orders/{row.pk}/moves/owner/", {"text": "请定", "seen": row.last})
    assert answer.status_code == 404
    assert not Notice.objects.filter(staff=at["tang"], about=str(row.record)).exists()
