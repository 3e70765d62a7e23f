"""A case from the first word to what was learned."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.cases import learning, opening, proposing, solving, stepping, waiting, writing
from proxeny.cases.models import Audience, Case, CaseClock, Cause, Kind, Proposal, Severity, State, Step
from proxeny.cases.opening import Opening
from proxeny.cases.proposing import Way
from proxeny.cases.stepping import GateShut
from proxeny.cases.writing import Passing, Writing
from proxeny.core import clock
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from proxeny.search.models import Document
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(
        vendor.luban,
        Opening(text="Confluence 的表格编辑比你们顺手太多了", severity=Severity.HIGH),
        by=vendor.actor("zhou"),
    )


def path(vendor: Cast, **more: object) -> Way:
    said = {
        "sort": Proposal.Sort.PATH,
        "text": "给出表格编辑的替代方案",
        "owner": vendor["zhou"],
        "due_on": clock.today() + timedelta(days=3),
    }
    return Way(**{**said, **more})


def test_a_case_lies_in_the_hands_of_who_speaks_for_the_customer_and_begins_in_problem_state(
    case: Case, vendor: Cast
) -> None:
    assert (case.owner, case.step, case.state) == (vendor["zhou"], Step.RESPONDED, State.PROBLEM)
    assert case.title == "Confluence 的表格编辑比你们顺手太多了"
    assert case.priority == 2, "a severe case of a key customer"
    assert case.due_clock == "first-response"


def test_what_the_customer_said_is_the_first_message_and_can_be_found_at_once(case: Case) -> None:
    assert [(one.is_inbound, one.text) for one in case.messages.all()] == [(True, case.text)]
    assert Document.objects.filter(about=str(case.record)).exists()


def test_an_outsider_can_open_nothing_for_a_customer_that_is_not_theirs(vendor: Cast) -> None:
    for outsider in ("lin", "pan", "xu", "zhang", "shen", "nobody"):
        with pytest.raises(NotFound):
            opening.open_case(vendor.luban, Opening(title="x"), by=vendor.actor(outsider))
    assert not Case.objects.exists()


def test_the_first_word_to_the_customer_passes_the_first_step(case: Case, vendor: Cast) -> None:
    writing.write(case, Writing(Audience.CUSTOMER, "收到,我先看看您的页面。"), by=vendor.actor("zhou"))
    case.refresh_from_db()
    assert case.step == Step.CLARIFIED
    assert case.unanswered_since is None
    assert CaseClock.objects.get(case=case, clock="first-response").met_at is not None


def test_a_private_note_is_no_word_to_the_customer(case: Case, vendor: Cast) -> None:
    writing.write(case, Writing(Audience.NOTE, "他们上周也抱怨过。"), by=vendor.actor("zhou"))
    case.refresh_from_db()
    assert case.step == Step.RESPONDED


def test_a_message_taken_back_leaves_the_case_as_it_was(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    message = writing.write(case, Writing(Audience.CUSTOMER, "请稍等", waits_for="截图"), by=zhou)
    assert writing.take_back(message, by=zhou)
    case.refresh_from_db()
    assert (case.step, case.waits_since) == (Step.RESPONDED, None)
    assert not Document.objects.filter(about=str(message.record)).exists()
    with pytest.raises(NotFound):
        writing.take_back(message, by=zhou)


def test_what_has_left_cannot_be_taken_back(case: Case, vendor: Cast) -> None:
    message = writing.write(case, Writing(Audience.CUSTOMER, "请稍等"), by=vendor.actor("zhou"))
    with clock.on(clock.today() + timedelta(days=1)):
        assert not writing.take_back(message, by=vendor.actor("zhou"))
    with pytest.raises(NotFound):
        writing.take_back(message, by=vendor.actor("he"))


def test_a_remark_is_passed_over_only_with_a_reason_and_that_is_on_record(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    without = Writing(Audience.CUSTOMER, "这个不支持", passings=[Passing("returns", "不支持", " ")])
    with pytest.raises(ValidationError):
        writing.write(case, without, by=zhou)
    reason = Writing(Audience.CUSTOMER, "这个不支持", passings=[Passing("returns", "不支持", "电话里说好了")])
    writing.write(case, reason, by=zhou)
    said = [
        line.content["reason"]
        for line in reading.about(case.record, most=9, kinds=["case.remark-passed-over"])
    ]
    assert said == ["电话里说好了"]


def test_a_path_makes_it_solution_state_and_its_end_makes_it_problem_state_again(
    case: Case, vendor: Cast
) -> None:
    zhou = vendor.actor("zhou")
    proposal = proposing.propose(case, path(vendor), by=zhou)
    case.refresh_from_db()
    assert case.state == State.SOLUTION
    proposing.end(proposal, Proposal.End.REFUSED, why="客户不认可", by=zhou)
    case.refresh_from_db()
    assert case.state == State.PROBLEM
    proposing.restore(proposal, by=zhou)
    case.refresh_from_db()
    assert case.state == State.SOLUTION


def test_a_path_needs_owner_and_day_a_request_environment_and_purpose_a_not_now_because_and_when(
    case: Case, vendor: Cast
) -> None:
    sort = Proposal.Sort
    wanted = {
        sort.PATH: {"owner", "due_on"},
        sort.REQUEST: {"environment", "purpose"},
        sort.NOT_NOW: {"because", "look_again_on"},
    }
    for one, missing in wanted.items():
        with pytest.raises(ValidationError) as refused:
            proposing.propose(case, Way(one, "一句话"), by=vendor.actor("zhou"))
        assert set(refused.value.message_dict) == missing
    assert not Proposal.objects.exists()


def test_no_step_is_passed_without_what_its_gate_asks_for_or_a_reason(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    with pytest.raises(GateShut) as shut:
        stepping.pass_step(case, Step.CLARIFIED, by=zhou)
    assert shut.value.step == Step.RESPONDED
    stepping.pass_step(case, Step.CLARIFIED, by=zhou, reason="电话里已经说清楚了")
    case.refresh_from_db()
    assert case.step == Step.PROPOSED
    kept = case.passes.get(step=Step.CLARIFIED)
    assert kept.reason == "电话里已经说清楚了"
    assert [one["pattern"] for one in kept.missing] == [
        "what kind of matter it is",
        "in which environment",
        "for what purpose",
        "who asks",
    ]


def test_a_case_ends_only_with_what_was_learned(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    writing.write(case, Writing(Audience.CUSTOMER, "已处理"), by=zhou)
    Case.objects.filter(pk=case.pk).update(
        kind=Kind.NEED, environment="知识库", purpose="写周报", reporter=None
    )
    proposing.propose(case, path(vendor), by=zhou)
    with pytest.raises(GateShut):
        solving.solve(case, how="用新表格", by=zhou)
    case.refresh_from_db()
    assert case.solved_at is None
    solving.solve(case, how="用新表格", word="可以,很好用", reason="没有登记提问人", by=zhou)
    case.refresh_from_db()
    assert case.solved_at is not None
    assert case.step == Step.LEARNED
    assert case.is_open
    with pytest.raises(GateShut):
        stepping.pass_step(case, Step.LEARNED, by=zhou)
    learning.learn(case, why="表格编辑弱", why_so="先用模板", next_time="新人培训里加一节", by=zhou)
    Case.objects.filter(pk=case.pk).update(cause=Cause.PRODUCT)
    stepping.pass_step(case, Step.LEARNED, by=zhou)
    case.refresh_from_db()
    assert (case.step, case.is_open, case.due_at) == (Step.DONE, False, None)


def test_reopening_takes_the_last_steps_back_and_counts(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    solving.solve(case, how="改了配置", reason="客户催得急", by=zhou)
    solving.reopen(case, reason="第二天又出现", by=zhou)
    case.refresh_from_db()
    assert (case.solved_at, case.step, case.reopened) == (None, Step.SOLVED, 1)


def test_the_customers_word_ends_a_wait_and_a_snooze(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    waiting.wait(case, why="浏览器版本", by=zhou)
    case.refresh_from_db()
    assert case.waits_since is not None
    writing.customer_wrote(case, "Chrome 118", name="李工", by=zhou)
    case.refresh_from_db()
    assert case.waits_since is None
    assert case.unanswered_since is not None


def test_an_outsider_can_do_nothing_to_a_case(case: Case, vendor: Cast) -> None:
    before = Case.objects.values().get(pk=case.pk)
    acts = [
        lambda by: writing.write(case, Writing(Audience.NOTE, "x"), by=by),
        lambda by: proposing.propose(case, path(vendor), by=by),
        lambda by: stepping.pass_step(case, Step.RESPONDED, reason="x", by=by),
        lambda by: solving.solve(case, how="x", reason="x", by=by),
        lambda by: waiting.wait(case, why="x", by=by),
        lambda by: learning.learn(case, why="x", why_so="x", next_time="x", by=by),
    ]
    for outsider in ("lin", "pan", "tang", "xu", "zhang", "shen", "nobody"):
        for act in acts:
            with pytest.raises(NotFound):
                act(vendor.actor(outsider))
    assert Case.objects.values().get(pk=case.pk) == before
