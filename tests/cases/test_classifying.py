"""Kind and cause: said by a person, with every change of mind and its reason; priority against the rule, taken back."""

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts.merging import Conflict
from proxeny.cases import classifying, opening, overriding, prioritising
from proxeny.cases.classifying import Of
from proxeny.cases.models import Case, Cause, Kind, Priority
from proxeny.cases.opening import Opening
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(vendor.luban, Opening(text="导出超时"), by=vendor.actor("zhou"))


def now(case: Case) -> Case:
    case.refresh_from_db()
    return case


def test_the_first_naming_needs_no_reason_every_other_does(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    classifying.classify(case, Of.KIND, Kind.NEED, by=zhou)
    with pytest.raises(ValidationError) as refused:
        classifying.classify(case, Of.KIND, Kind.DEFECT, by=zhou, reason=" ")
    assert set(refused.value.message_dict) == {"reason"}
    classifying.classify(case, Of.KIND, Kind.DEFECT, by=vendor.actor("he"), reason="和 212 号缺陷一样")
    assert now(case).kind == Kind.DEFECT
    said = [(one.value, one.reason, one.by) for one in classifying.history(case, Of.KIND)]
    assert said == [("need", "", vendor["zhou"]), ("defect", "和 212 号缺陷一样", vendor["he"])]


def test_saying_what_stands_already_is_no_change(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    classifying.classify(case, Of.CAUSE, Cause.DATA, by=zhou)
    assert classifying.classify(case, Of.CAUSE, Cause.DATA, by=zhou) is None
    assert len(classifying.history(case)) == 1


def test_kind_and_cause_are_told_apart_and_only_known_words_are_taken(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    classifying.classify(case, Of.KIND, Kind.QUESTION, by=zhou)
    classifying.classify(case, Of.CAUSE, Cause.ORGANISATION, by=zhou)
    assert (now(case).kind, case.cause) == ("question", "organisation")
    for of, value in ((Of.KIND, "product"), (Of.CAUSE, "need"), (Of.KIND, "")):
        with pytest.raises(ValidationError):
            classifying.classify(case, of, value, by=zhou, reason="x")


def test_two_who_name_it_differently_are_shown_both(case: Case, vendor: Cast) -> None:
    classifying.classify(case, Of.KIND, Kind.NEED, by=vendor.actor("he"), seen="")
    with pytest.raises(Conflict) as met:
        classifying.classify(case, Of.KIND, Kind.DEFECT, by=vendor.actor("zhou"), seen="", reason="旧缺陷")
    (clash,) = met.value.clashes
    assert (clash.mine, clash.theirs, clash.by) == ("defect", "need", vendor["he"].reference)
    assert met.value.free == {"reason": "旧缺陷"}


def test_a_slip_is_taken_back_and_stays_to_be_read(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    classifying.classify(case, Of.KIND, Kind.NEED, by=zhou)
    classifying.classify(case, Of.KIND, Kind.DEFECT, by=zhou, reason="旧缺陷")
    assert classifying.take_back(case, Of.KIND, by=zhou)
    assert now(case).kind == Kind.NEED
    said = classifying.history(case, Of.KIND)
    assert [(one.value, classifying.is_back(said, place)) for place, one in enumerate(said)] == [
        ("need", False),
        ("defect", False),
        ("need", True),
    ]
    assert classifying.take_back(case, Of.KIND, by=zhou) is None, "twice does no harm"


def test_taking_the_first_naming_back_leaves_none(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    classifying.classify(case, Of.KIND, Kind.NEED, by=zhou)
    classifying.take_back(case, Of.KIND, by=zhou)
    assert now(case).kind == ""
    classifying.classify(case, Of.KIND, Kind.DEFECT, by=zhou)
    said = classifying.history(case, Of.KIND)
    assert not classifying.is_back(said, len(said) - 1)


def test_what_a_file_had_brought_stands_again(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    Case.objects.filter(pk=case.pk).update(kind=Kind.INCIDENT)
    classifying.classify(case, Of.KIND, Kind.DEFECT, by=zhou, reason="不是故障")
    classifying.take_back(case, Of.KIND, by=zhou)
    assert now(case).kind == Kind.INCIDENT


def test_nobody_takes_back_what_another_has_said(case: Case, vendor: Cast) -> None:
    classifying.classify(case, Of.KIND, Kind.NEED, by=vendor.actor("he"))
    assert classifying.take_back(case, Of.KIND, by=vendor.actor("zhou")) is None
    assert now(case).kind == Kind.NEED


@pytest.mark.parametrize("outsider", ["lin", "pan", "tang", "xu", "zhang", "shen", "nobody"])
def test_an_outsider_names_nothing(case: Case, vendor: Cast, outsider: str) -> None:
    by = vendor.actor(outsider)
    for act in (
        lambda: classifying.classify(case, Of.KIND, Kind.NEED, by=by),
        lambda: classifying.take_back(case, Of.KIND, by=by),
        lambda: overriding.take_back(case, by=by),
        lambda: overriding.restore(case, by=by),
    ):
        with pytest.raises(NotFound):
            act()
    assert now(case).kind == ""


def test_an_override_taken_back_lets_the_one_before_stand_again(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    overriding.override(case, Priority.FIRST, reason="老板在等", by=vendor.actor("he"))
    overriding.override(case, Priority.THIRD, reason="点错了", by=zhou)
    assert overriding.take_back(case, by=zhou)
    explained = prioritising.explained(now(case))
    assert (explained.priority, explained.override.by) == (Priority.FIRST, vendor["he"])
    assert not overriding.take_back(case, by=zhou), "what another has set is theirs to take back"


def test_the_only_override_taken_back_leaves_the_rule(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    overriding.override(case, Priority.FIRST, reason="老板在等", by=zhou)
    assert overriding.take_back(case, by=zhou)
    assert prioritising.explained(now(case)).override is None
    assert case.priority == Priority.SECOND


def test_what_was_lifted_by_mistake_stands_again(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    overriding.override(case, Priority.FIRST, reason="老板在等", by=zhou)
    overriding.lift(case, by=zhou)
    assert overriding.restore(case, by=zhou)
    assert not overriding.restore(case, by=zhou)
    explained = prioritising.explained(now(case))
    assert (explained.priority, explained.override.reason) == (Priority.FIRST, "老板在等")
    kinds = [line.kind for line in reading.about(case.record, most=3)]
    assert kinds == ["case.priority-set", "case.priority-lifted", "case.priority-set"]
