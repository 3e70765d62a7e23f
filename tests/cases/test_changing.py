"""What is known of a case, changed by one and by two at once."""

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import contacting
from proxeny.accounts.merging import Conflict, Overtaken
from proxeny.cases import changing, opening, overriding
from proxeny.cases.models import Case, CaseClock, Priority, Severity
from proxeny.cases.opening import Opening
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from proxeny.search.models import Document
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(vendor.luban, Opening(text="导出超时", product="报表"), by=vendor.actor("zhou"))


def now(case: Case) -> Case:
    case.refresh_from_db()
    return case


def lines(case: Case) -> list[reading.Line]:
    return reading.about(case.record, kinds=["case.changed"])


def test_environment_and_purpose_keep_their_lines_and_can_be_found_at_once(case: Case, vendor: Cast) -> None:
    changing.change(
        case, {"environment": "  仓库里,\r\n扫码枪 \r\n", "purpose": "月末对账"}, by=vendor.actor("zhou")
    )
    assert (now(case).environment, case.purpose) == ("仓库里,\n扫码枪", "月末对账")
    found = Document.objects.get(about=f"case-inside:{case.pk}")
    assert found.area == "inside", "who sells to the customer does not find it"
    assert "扫码枪" in found.text
    assert lines(case)[0].content["changes"]["purpose"] == {"before": "", "after": "月末对账"}


def test_another_severity_moves_priority_and_clocks(case: Case, vendor: Cast) -> None:
    before = CaseClock.objects.get(case=case, clock="first-response").target
    assert now(case).priority == Priority.SECOND, "a normal case of a key customer"
    changing.change(case, {"severity": "1"}, by=vendor.actor("zhou"))
    assert (now(case).severity, case.priority) == (Severity.CRITICAL, Priority.FIRST)
    assert CaseClock.objects.get(case=case, clock="first-response").target < before


def test_a_priority_set_by_a_person_stays_whatever_the_severity(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    overriding.override(case, Priority.FOURTH, reason="客户说不急", by=zhou)
    changing.change(case, {"severity": "1"}, by=zhou)
    assert now(case).priority == Priority.FOURTH
    overriding.lift(case, by=zhou)
    assert now(case).priority == Priority.FIRST


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "  "),
        ("severity", "9"),
        ("severity", "soon"),
        ("channel", "pigeon"),
        ("reporter", "contact:999999"),
        ("reporter", "staff:1"),
        ("environment", "长" * 20_001),
        ("product", "长" * 121),
    ],
)
def test_what_cannot_be_is_refused_by_field_and_nothing_is_kept(
    case: Case, vendor: Cast, field: str, value: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        changing.change(case, {"purpose": "对账", field: value}, by=vendor.actor("zhou"))
    assert set(refused.value.message_dict) == {field}
    assert (now(case).purpose, lines(case)) == ("", [])


def test_who_reported_it_is_one_of_that_customer(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    there = contacting.add(vendor.luban, {"name": "李工"}, by=zhou)
    elsewhere = contacting.add(vendor.star_river, {"name": "王工"}, by=zhou)
    changing.change(case, {"reporter": f"contact:{there.pk}"}, by=zhou)
    assert now(case).reporter == there
    with pytest.raises(ValidationError):
        changing.change(case, {"reporter": f"contact:{elsewhere.pk}"}, by=zhou)


def test_two_who_change_different_fields_both_get_what_they_want(case: Case, vendor: Cast) -> None:
    seen = {"environment": "", "purpose": ""}
    changing.change(case, {"environment": "仓库", "purpose": ""}, by=vendor.actor("he"), seen=seen)
    changing.change(case, {"environment": "", "purpose": "对账"}, by=vendor.actor("zhou"), seen=seen)
    assert (now(case).environment, case.purpose) == ("仓库", "对账")


def test_the_second_to_change_a_field_is_told_by_whom_and_loses_nothing(case: Case, vendor: Cast) -> None:
    changing.change(case, {"environment": "仓库"}, by=vendor.actor("he"))
    with pytest.raises(Conflict) as met:
        changing.change(
            case,
            {"environment": "门店", "purpose": "对账"},
            by=vendor.actor("zhou"),
            seen={"environment": "", "purpose": ""},
        )
    (clash,) = met.value.clashes
    assert (clash.mine, clash.theirs, clash.before, clash.by) == ("门店", "仓库", "", vendor["he"].reference)
    assert met.value.free == {"purpose": "对账"}
    assert (now(case).environment, case.purpose) == ("仓库", "")


def test_lines_as_a_browser_sends_them_are_no_conflict(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    changing.change(case, {"environment": "仓库\n扫码枪"}, by=zhou)
    sent = {"environment": "仓库\r\n扫码枪\r\n平板"}
    changing.change(case, sent, by=zhou, seen={"environment": "仓库\r\n扫码枪"})
    assert now(case).environment == "仓库\n扫码枪\n平板"


def test_a_change_is_taken_back_once_and_both_stand_on_record(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    change = changing.change(case, {"environment": "仓库", "severity": "1"}, by=zhou)
    assert change.sequence
    assert changing.take_back(case, change.sequence, by=zhou)
    assert (now(case).environment, case.severity, case.priority) == ("", Severity.NORMAL, Priority.SECOND)
    assert not changing.take_back(case, change.sequence, by=zhou)
    assert [one.content.get("takes_back") for one in lines(case)] == [change.sequence, None]


def test_taking_back_what_another_has_changed_since_says_who_and_leaves_it(case: Case, vendor: Cast) -> None:
    change = changing.change(case, {"environment": "仓库"}, by=vendor.actor("zhou"))
    changing.change(case, {"environment": "门店"}, by=vendor.actor("he"))
    assert change.sequence
    with pytest.raises(Overtaken) as met:
        changing.take_back(case, change.sequence, by=vendor.actor("zhou"))
    assert met.value.clashes[0].by == vendor["he"].reference
    assert now(case).environment == "门店"


@pytest.mark.parametrize("outsider", ["lin", "pan", "tang", "xu", "zhang", "shen", "nobody"])
def test_to_who_may_not_change_it_the_case_does_not_exist(case: Case, vendor: Cast, outsider: str) -> None:
    change = changing.change(case, {"environment": "仓库"}, by=vendor.actor("zhou"))
    assert change.sequence
    for act in (
        lambda by: changing.change(case, {"environment": "x"}, by=by),
        lambda by: changing.take_back(case, change.sequence, by=by),
    ):
        with pytest.raises(NotFound):
            act(vendor.actor(outsider))
    assert now(case).environment == "仓库"
