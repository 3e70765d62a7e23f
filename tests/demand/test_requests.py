"""Requests: what a customer needs, in what environment and what for; who may note, read and find one."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import contacting
from proxeny.cases.models import Case
from proxeny.cases.opening import Opening, open_case
from proxeny.demand import access, asking, texts
from proxeny.demand.models import Request
from proxeny.identity.access import NotFound
from proxeny.ledger import reading, verifying
from proxeny.search import finding
from proxeny.search.asking import ask
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
READERS = {"zhou", "he", "tang", "pan", "shen", "xu"}


def request(vendor: Cast, by: str = "zhou", **more: Any) -> Request:
    wanted = {
        "what": "表格里能合并单元格",
        "environment": "内网 3.1,80 人",
        "purpose": "周报不再用 Excel",
        **more,
    }
    return asking.ask(wanted.pop("account", vendor.luban), **wanted, by=vendor.actor(by))


def case(vendor: Cast, **more: bool) -> Case:
    opening = Opening(title="表格", text="合并单元格", **more)  # type: ignore[arg-type]
    return open_case(vendor.luban, opening, by=vendor.actor("zhou"))


def finders(vendor: Cast, words: str) -> set[str]:
    finding.forget_sizes()
    wanted = ask(words, {}).wanted
    return {name for name in vendor.people if finding.find(wanted, texts.findable(vendor.actor(name)))}


def test_without_environment_and_purpose_it_is_no_request_and_says_what_is_missing(vendor: Cast) -> None:
    for missing in ({"environment": " "}, {"purpose": ""}, {"what": ""}, {"environment": "", "purpose": ""}):
        with pytest.raises(ValidationError) as refused:
            request(vendor, **missing)
        assert set(refused.value.message_dict) == set(missing)
    stranger = contacting.add(vendor.yunqi, {"name": "别家的人"}, by=vendor.actor("lin"))
    with pytest.raises(ValidationError):
        request(vendor, asked_by=stranger)
    assert not Request.objects.exists()


def test_the_customers_own_people_and_product_read_and_find_it(vendor: Cast) -> None:
    one = request(vendor, case=case(vendor))
    assert {name for name in vendor.people if access.requests(vendor.actor(name)).exists()} == READERS
    assert finders(vendor, "合并单元格") == READERS
    for outsider in ("lin", "zhang", "nobody"):
        with pytest.raises(NotFound):
            access.request_for(vendor.actor(outsider), one.pk)
    line = reading.about(one.record)[0]
    assert set(line.subjects) == {str(one.record), str(vendor.luban.record), str(one.case.record)}  # type: ignore[union-attr]


@pytest.mark.parametrize("outsider", ["lin", "tang", "pan", "xu", "zhang", "shen", "nobody"])
def test_who_does_not_speak_for_the_customer_notes_and_withdraws_none(vendor: Cast, outsider: str) -> None:
    one = request(vendor)
    with pytest.raises(NotFound):
        request(vendor, by=outsider)
    with pytest.raises(NotFound):
        asking.withdraw(one, reason="x", by=vendor.actor(outsider))


def test_what_was_heard_in_a_confidential_case_stays_in_that_channel(vendor: Cast) -> None:
    one = request(vendor, case=case(vendor, is_confidential=True))
    assert one.in_confidence
    seers = {name for name in vendor.people if access.requests(vendor.actor(name)).exists()}
    assert seers == {"zhou", "he", "tang"} == finders(vendor, "合并单元格")
    assert reading.about(one.record) == []


def test_a_case_of_another_customer_is_no_place_to_hear_it(vendor: Cast) -> None:
    with pytest.raises(NotFound):
        request(vendor, account=vendor.star_river, case=case(vendor))


def test_withdrawn_with_a_reason_it_is_not_found_and_comes_back_as_it_was(vendor: Cast) -> None:
    zhou, one = vendor.actor("zhou"), request(vendor)
    with pytest.raises(ValidationError):
        asking.withdraw(one, reason=" ", by=zhou)
    for _ in range(2):
        asking.withdraw(one, reason="客户换了做法", by=zhou)
    assert finders(vendor, "合并单元格") == set()
    for _ in range(2):
        assert asking.restore(one, by=zhou).state == Request.State.OPEN
    assert finders(vendor, "合并单元格") == READERS
    kinds = ["request.restored", "request.withdrawn", "request.asked"]
    assert [line.kind for line in reading.about(one.record)] == kinds
    assert verifying.verify().ok
