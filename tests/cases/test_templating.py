"""Words kept for reuse: whose they are, and what fills their places."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proxeny.cases import opening, proposing, templating
from proxeny.cases.models import Audience, Case, Proposal
from proxeny.cases.opening import Opening
from proxeny.cases.proposing import Way
from proxeny.cases.templating import Draft, fill, places_left, values_of
from proxeny.core import clock
from proxeny.identity.access import NotFound
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(
        vendor.luban, Opening(title="导出超时", reporter_name="周工"), by=vendor.actor("zhou")
    )


def test_places_are_filled_with_what_is_real(case: Case, vendor: Cast) -> None:
    way = Way(
        Proposal.Sort.PATH, "换新的导出", owner=vendor["zhou"], due_on=clock.today() + timedelta(days=3)
    )
    proposing.propose(case, way, by=vendor.actor("zhou"))
    values = values_of(case, by=vendor.actor("zhou"), to=["周工", "李总"], language="zh")
    text = "{contact}:{title}({number})由{me}跟进,{due} 前{next step}。{customer} {today}"
    filled = fill(text, values)
    said = ("周工、李总", "导出超时", str(case.number), "周雨", "25", "换新的导出", "鲁班建材", "22")
    assert [word for word in said if word not in filled.text] == []
    assert filled.unknown == []


def test_chinese_names_of_places_are_understood(case: Case, vendor: Cast) -> None:
    values = values_of(case, by=vendor.actor("zhou"), language="zh")
    assert fill("{客户}的{标题}", values).text == "鲁班建材的导出超时"


def test_a_place_that_nothing_fills_stays_and_is_marked(case: Case, vendor: Cast) -> None:
    values = values_of(case, by=vendor.actor("zhou"))
    filled = fill("{customer} {next step} {报价}", values)
    assert filled.unknown == ["{next step}", "{报价}"]
    assert filled.text == "鲁班建材 {next step} {报价}"
    assert places_left(filled.text) == ["{next step}"]


PIECES = st.sampled_from(["{", "}", "{due}", "{客户}", "{ me }", "{报价}", "好", " ", "\n"])
VALUES = st.fixed_dictionaries({}, optional={name: st.just(f"<{name}>") for name in templating.PLACES})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=12).map("".join), VALUES)
def test_filling_touches_nothing_but_places(text: str, values: dict[str, str]) -> None:
    filled = fill(text, values)
    kept = "".join(piece.text for piece in filled.pieces if not piece.is_value)
    assert all(piece.text for piece in filled.pieces)
    if not values:
        assert filled.text == text
    assert len(kept) <= len(text)
    assert all(f"<{name}>" not in filled.text for name in set(templating.PLACES) - set(values))


def test_own_templates_are_seen_by_nobody_else_and_shared_ones_are_kept_by_leads(vendor: Cast) -> None:
    zhou, lin, he = (vendor.actor(name) for name in ("zhou", "lin", "he"))
    own = templating.keep(Draft("收到", "{contact}您好"), by=zhou)
    shared = templating.keep(Draft("结案", "谢谢", is_shared=True), by=he)
    assert set(templating.templates(zhou)) == {shared, own}
    assert list(templating.templates(lin)) == [shared]
    with pytest.raises(NotFound):
        templating.template_for(lin, own.pk)
    with pytest.raises(NotFound):
        templating.template_for(zhou, shared.pk, change=True)
    with pytest.raises(NotFound):
        templating.keep(Draft("x", "y", is_shared=True), by=zhou)
    with pytest.raises(NotFound):
        templating.keep(Draft("x", "y"), by=zhou, instead_of=shared)
    with pytest.raises(NotFound):
        templating.put_away(own, by=he)


@pytest.mark.parametrize("username", ["pan", "tang", "xu", "zhang", "shen", "nobody"])
def test_who_writes_to_no_customer_has_no_templates(vendor: Cast, username: str) -> None:
    shared = templating.keep(Draft("结案", "谢谢", is_shared=True), by=vendor.actor("he"))
    actor = vendor.actor(username)
    assert not templating.templates(actor).exists()
    with pytest.raises(NotFound):
        templating.template_for(actor, shared.pk)
    with pytest.raises(NotFound):
        templating.keep(Draft("x", "y"), by=actor)


def test_a_template_needs_a_name_and_words(vendor: Cast) -> None:
    with pytest.raises(ValidationError) as refused:
        templating.keep(Draft(" ", " ", audience="somebody"), by=vendor.actor("zhou"))
    assert set(refused.value.message_dict) == {"name", "text", "audience"}


def test_put_away_it_is_offered_no_more_and_comes_back(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    own = templating.keep(Draft("收到", "您好", audience=Audience.CUSTOMER), by=zhou)
    assert list(templating.usable(zhou, Audience.CUSTOMER)) == [own]
    assert not templating.usable(zhou, Audience.NOTE).exists()
    templating.put_away(own, by=zhou)
    templating.put_away(own, by=zhou)
    assert not templating.usable(zhou, Audience.CUSTOMER).exists()
    templating.bring_back(own, by=zhou)
    assert list(templating.usable(zhou, Audience.CUSTOMER)) == [own]
