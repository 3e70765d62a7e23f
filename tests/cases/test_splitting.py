"""Splitting a second matter off a case."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.cases import access, splitting, waiting, writing
from proxeny.cases.models import Audience, Case, Message, Step
from proxeny.core import clock
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from proxeny.search.models import Document
from tests.cases.handy import OUTSIDERS, again, lines, opened, said
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opened(vendor, "导出慢")


@pytest.fixture
def second(case: Case, vendor: Cast) -> Message:
    return writing.customer_wrote(case, "另外,发票抬头怎么改", name="李工", by=vendor.actor("zhou"))


def test_the_chosen_messages_become_a_case_that_began_when_the_customer_wrote_them(
    case: Case, second: Message, vendor: Cast
) -> None:
    target = splitting.split(case, [second.pk], title="改发票抬头", by=vendor.actor("zhou"))
    assert [one.text for one in target.messages.all()] == ["另外,发票抬头怎么改"]
    assert [one.text for one in case.messages.all()] == ["导出慢"]
    assert (target.opened_at, target.owner, target.account) == (second.at, vendor["zhou"], vendor.luban)
    assert (target.step, target.unanswered_since) == (Step.RESPONDED, second.at)


def test_an_answer_that_comes_along_passes_the_first_step(case: Case, second: Message, vendor: Cast) -> None:
    answer = said(case, vendor, "在设置里改")
    target = splitting.split(case, [second.pk, answer.pk], title="改发票抬头", by=vendor.actor("zhou"))
    assert (again(target).step, again(target).unanswered_since) == (Step.CLARIFIED, None)
    assert again(case).unanswered_since is not None, "here nobody has answered yet"


def test_what_moved_is_found_in_the_new_case(case: Case, second: Message, vendor: Cast) -> None:
    target = splitting.split(case, [second.pk], title="改发票抬头", by=vendor.actor("zhou"))
    assert Document.objects.get(about=str(second.record)).within == str(target.record)
    splitting.unsplit(target, by=vendor.actor("zhou"))
    assert Document.objects.get(about=str(second.record)).within == str(case.record)
    assert not Document.objects.filter(about=str(target.record)).exists()


def test_taken_back_all_is_as_before_and_the_number_leads_to_the_first(
    case: Case, second: Message, vendor: Cast
) -> None:
    zhou = vendor.actor("zhou")
    before = Case.objects.values("step", "state", "due_at", "unanswered_since", "last_word_at", "place").get(
        pk=case.pk
    )
    target = splitting.split(case, [second.pk], title="改发票抬头", by=zhou)
    splitting.unsplit(target, by=zhou)
    known = lines()
    splitting.unsplit(target, by=zhou)
    assert lines() == known
    assert (
        Case.objects.values("step", "state", "due_at", "unanswered_since", "last_word_at", "place").get(
            pk=case.pk
        )
        == before
    )
    assert (again(target).merged_into, again(target).is_open) == (case, False)


def test_once_something_else_happened_it_is_not_taken_back(case: Case, second: Message, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    target = splitting.split(case, [second.pk], title="改发票抬头", by=zhou)
    waiting.wait(target, why="税号", by=zhou)
    with pytest.raises(ValidationError):
        splitting.unsplit(target, by=zhou)
    assert target.messages.exists()


def test_a_confidential_case_is_watched_over_as_well(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    case = opened(vendor, is_confidential=True)
    second = writing.customer_wrote(case, "还有一件", by=zhou)
    target = splitting.split(case, [second.pk], title="另一件", by=zhou)
    assert target.is_confidential
    waiting.wait(target, why="x", by=zhou)
    with pytest.raises(ValidationError):
        splitting.unsplit(target, by=zhou)


def test_what_cannot_be_split_off(case: Case, second: Message, vendor: Cast) -> None:
    zhou, elsewhere = vendor.actor("zhou"), opened(vendor, "别的")
    everything = list(case.messages.values_list("pk", flat=True))
    strange = elsewhere.messages.get().pk
    unsent = writing.write(case, writing.Writing(Audience.NOTE, "刚写的"), by=zhou).pk
    for numbers in ([], [strange], [second.pk, strange], [unsent]):
        with pytest.raises(ValidationError):
            splitting.split(case, numbers, title="x", by=zhou)
    Message.objects.filter(pk=unsent).delete()
    with pytest.raises(ValidationError):
        splitting.split(case, everything, title="x", by=zhou)
    with pytest.raises(ValidationError):
        splitting.split(case, [second.pk], title=" ", by=zhou)
    assert Case.objects.count() == 2


def test_a_late_split_owns_up_to_how_long_the_customer_has_waited(
    case: Case, second: Message, vendor: Cast
) -> None:
    with clock.on(TODAY + timedelta(days=2)):
        target = splitting.split(case, [second.pk], title="改发票抬头", by=vendor.actor("zhou"))
        assert target.due_at is not None
        assert target.due_at < clock.now()


def test_an_outsider_can_split_nothing_and_take_nothing_back(
    case: Case, second: Message, vendor: Cast
) -> None:
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            splitting.split(case, [second.pk], title="x", by=vendor.actor(outsider))
    target = splitting.split(case, [second.pk], title="x", by=vendor.actor("zhou"))
    for outsider in OUTSIDERS:
        with pytest.raises(NotFound):
            splitting.unsplit(target, by=vendor.actor(outsider))
    assert target.messages.exists()


@pytest.fixture
def aside(case: Case, vendor: Cast) -> Message:
    """Said in confidence, in a case that others see."""
    said = "新来的总监要换掉我们"
    return writing.customer_wrote(case, said, name="李工", by=vendor.actor("zhou"), is_confidential=True)


def test_what_was_said_in_confidence_becomes_a_confidential_case_and_nothing_moves_in_the_first(
    case: Case, aside: Message, vendor: Cast
) -> None:
    Case.objects.filter(pk=case.pk).update(owner=vendor["lin"])  # who does not hear the channel
    before = Case.objects.filter(pk=case.pk).values().get()
    target = splitting.split(case, [aside.pk], title="要换掉我们", by=vendor.actor("zhou"))
    assert (target.is_confidential, target.number > 9_000_000_000, target.owner) == (
        True,
        True,
        vendor["zhou"],
    )
    assert Case.objects.filter(pk=case.pk).values().get() == before
    assert set(Document.objects.filter(within=str(target.record)).values_list("area", flat=True)) == {
        "confidential"
    }
    for outside in ("pan", "lin", "shen"):
        assert not access.cases(vendor.actor(outside)).filter(pk=target.pk).exists()
    assert not [line for line in reading.about(case.record) if line.kind == "case.split"]
    splitting.unsplit(target, by=vendor.actor("zhou"))
    assert Message.objects.get(pk=aside.pk).case_id == case.pk
    assert Case.objects.filter(pk=case.pk).values().get() == before
    assert not [line for line in reading.about(case.record) if line.kind == "case.unsplit"]


def test_what_was_said_in_confidence_is_not_split_off_among_what_was_not(
    case: Case, second: Message, aside: Message, vendor: Cast
) -> None:
    with pytest.raises(ValidationError):
        splitting.split(case, [second.pk, aside.pk], title="两件事", by=vendor.actor("zhou"))


def test_who_does_not_hear_the_channel_splits_as_if_nothing_was_said_there(
    case: Case, second: Message, aside: Message, vendor: Cast
) -> None:
    """Lin has the case of Zhou's customer in hand: a number of what she cannot see is one of nothing."""
    Case.objects.filter(pk=case.pk).update(owner=vendor["lin"])
    first = Message.objects.filter(case=case).order_by("pk")[0]
    for numbers in ([aside.pk], [second.pk, aside.pk], [second.pk, 777_777], [first.pk, second.pk]):
        with pytest.raises(ValidationError) as refused:
            splitting.split(case, numbers, title="两件事", by=vendor.actor("lin"))
        assert "messages" in refused.value.message_dict
    assert Case.objects.count() == 1
