"""How much the page of a case asks of the database: as much for a long conversation as for a short one."""

import pytest
from pytest_django import DjangoAssertNumQueries

from proxeny.cases import opening
from proxeny.cases.models import Audience, Message
from proxeny.cases.opening import Opening
from proxeny.core import clock
from proxeny.desk.models import Visit
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
MOST = 24


def test_twenty_messages_cost_no_question_more_than_one(
    vendor: Cast, sign_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in("zhou")
    short, long = (
        opening.open_case(vendor.luban, Opening(text=text), by=vendor.actor("zhou"))
        for text in ("导出", "报表")
    )
    Message.objects.bulk_create(
        Message(case=long, audience=Audience.CUSTOMER, text=f"第 {turn} 封", at=clock.now())
        for turn in range(20)
    )
    for case in (short, long):
        client.get(f"/cases/{case.number}/")  # the first look writes a visit
    with django_assert_max_num_queries(MOST) as few:
        client.get(f"/cases/{short.number}/")
    with django_assert_max_num_queries(MOST) as many:
        page = client.get(f"/cases/{long.number}/").content.decode()
    assert len(many) == len(few)
    assert page.count("data-message=") == 21


def test_a_visit_is_noted_when_the_reader_has_the_page(vendor: Cast, sign_in: SignIn) -> None:
    case = opening.open_case(vendor.luban, Opening(text="导出"), by=vendor.actor("zhou"))
    assert sign_in("zhou").get(f"/cases/{case.number}/").status_code == 200
    assert Visit.objects.get(staff=vendor["zhou"]).about == str(case.record)


def test_who_may_not_see_the_case_leaves_no_visit(vendor: Cast, sign_in: SignIn) -> None:
    case = opening.open_case(vendor.luban, Opening(text="导出"), by=vendor.actor("zhou"))
    assert sign_in("lin").get(f"/cases/{case.number}/").status_code == 404
    assert not Visit.objects.exists()
