"""The pages of service levels."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from proxeny.cases.models import ServiceHours, ServiceTarget
from proxeny.web.cases.service import hours
from proxeny.web.forms import lengths
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")


def test_a_lead_sets_targets_and_empty_ones_stay_as_usual(sign_in: SignIn) -> None:
    page = sign_in("he").post("/cases/service/?level=key", {"1:first-response": "30m", "2:solved": "—"})
    assert page.status_code == 302
    assert set(ServiceTarget.objects.values_list("level", "severity", "clock", "minutes")) == {
        ("key", 1, "first-response", 30),
        ("key", 2, "solved", 0),
    }
    assert b'value="30m"' in sign_in("he").get("/cases/service/?level=key").content


def test_what_is_no_length_is_said_and_nothing_is_kept(sign_in: SignIn) -> None:
    page = sign_in("he").post("/cases/service/", {"1:first-response": "soon", "1:solved": "2h"})
    assert page.status_code == 422
    assert "soon" in page.content.decode()
    assert not ServiceTarget.objects.exists()


def test_a_lead_agrees_on_hours_with_a_customer_and_takes_it_back(sign_in: SignIn, vendor: Cast) -> None:
    address = f"/cases/service/hours/{vendor.luban.pk}/"
    assert sign_in("he").post(address, {"0": "09:00-12:00，13:30-18:00"}).status_code == 302
    assert ServiceHours.objects.get(account=vendor.luban).hours["0"] == [[540, 720], [810, 1080]]
    assert sign_in("he").post(f"{address}removal/").status_code == 302
    assert not ServiceHours.objects.exists()
    assert sign_in("he").post(address, {"0": "nine to five"}).status_code == 422


@pytest.mark.parametrize("outsider", ["zhou", "lin", "pan", "xu", "zhang", "shen", "nobody"])
def test_for_others_there_are_no_such_pages(sign_in: SignIn, vendor: Cast, outsider: str) -> None:
    browser = sign_in(outsider)
    for address in ("/cases/service/", f"/cases/service/hours/{vendor.luban.pk}/"):
        assert browser.get(address).status_code == 404
        assert browser.post(address, {"1:solved": "2h", "around_the_clock": "on"}).status_code == 404
    assert not ServiceTarget.objects.exists()
    assert not ServiceHours.objects.exists()


@given(st.integers(0, 100_000))
def test_a_length_is_read_back_as_it_was_written(minutes: int) -> None:
    assert lengths.read(lengths.write(minutes)) == minutes


@given(st.text(max_size=12))
def test_no_text_makes_a_length_that_is_negative_or_an_error_of_ours(text: str) -> None:
    try:
        read = lengths.read(text)
    except ValidationError:
        return
    assert read is None or read >= 0


@given(
    st.lists(st.integers(0, 1440), min_size=2, max_size=6, unique=True)
    .map(sorted)
    .filter(lambda one: len(one) % 2 == 0)
)
def test_stretches_are_read_back_as_they_were_written(edges: list[int]) -> None:
    pairs = [[a, b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert hours.stretches(hours.said(pairs)) == pairs
