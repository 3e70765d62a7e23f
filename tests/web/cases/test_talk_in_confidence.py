"""Writing in confidence in a case that others see."""

import pytest

from proxeny.cases.models import Case
from tests.cases.handy import opened
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opened(vendor)


def test_what_is_said_in_confidence_offers_no_wait_for_the_customer(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    """It moves nothing that others see; what was ticked is there again when it becomes an open word."""
    zhou, address = sign_in("zhou"), f"/cases/{case.number}/composer/"
    begun = {
        "audience": "customer", "to": "customer", "begun_as": "customer", "text": "请先别告诉销售",
        "waits": "on", "waits_for": "一张截图",
    }  # fmt: skip
    page = zhou.post(address, {**begun, "is_confidential": "on"}).content.decode()
    assert 'type="checkbox" name="waits"' not in page
    assert '<input type="hidden" name="waits" value="on">' in page
    assert '<input type="hidden" name="waits_for" value="一张截图">' in page
    page = zhou.post(address, begun).content.decode()
    assert '<input type="checkbox" name="waits" checked>' in page
    assert 'value="一张截图"' in page


def test_a_wait_is_offered_in_a_case_that_is_confidential_as_a_whole(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    Case.objects.filter(pk=case.pk).update(is_confidential=True)
    page = sign_in("zhou").get(f"/cases/{case.number}/").content.decode()
    assert '<input type="checkbox" name="waits">' in page
