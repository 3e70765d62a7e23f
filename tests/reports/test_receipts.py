"""What a receipt for a customer holds: what the customer knows, never what is said inside or in confidence."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from proxeny.cases import confiding, stepping, writing
from proxeny.cases.models import Audience, Case, Message, Step
from proxeny.cases.writing import Passing, Writing
from proxeny.core import clock
from proxeny.identity.access import NotFound
from proxeny.ledger import keys, reading
from proxeny.ledger.receipts.verifying import Report, verify
from proxeny.promises import keeping, moving, promising
from proxeny.promises.models import Promise
from proxeny.reports.receipts import handing_out, scope, showing
from proxeny.reports.receipts.scope import Scope
from tests.cases.handy import opened, said
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture(autouse=True)
def key(tmp_path: Path, settings: Any) -> None:
    settings.LEDGER_KEY, settings.LEDGER_KEY_FILE = "", tmp_path / "ledger-key"


def promised(vendor: Cast, **more: Any) -> Promise:
    # A test is one transaction: an entry before it takes the fingerprints of the rows that the cast is made of.
    opened(vendor, "先有一张")
    return promising.promise(
        vendor.luban,
        what="导出在月底前修好",
        due_on=TODAY + timedelta(days=8),
        by=vendor.actor("zhou"),
        by_person=vendor["zhou"],
        **more,
    )


def left(message: Message) -> Message:
    """The message once it can no longer be taken back."""
    Message.objects.filter(pk=message.pk).update(leaves_at=clock.now() - timedelta(seconds=1))
    return message


def handed(found: Scope, vendor: Cast, sequence: int = 0, language: Any = "zh") -> tuple[str, Report]:
    number = sequence or found.choices[0].line.sequence
    made = handing_out.make(found, number, by=vendor.actor("zhou"), language=language)
    report = verify(made.text.encode(), key=keys.signer().verifier)
    assert report.ok
    assert verify(made.page.encode(), key=keys.signer().verifier).ok, "the page holds it, too"
    return made.page, report


def test_a_promise_is_proven_with_its_words(vendor: Cast) -> None:
    found = scope.of_promise(vendor.actor("zhou"), promised(vendor).pk)
    page, report = handed(found, vendor)
    assert report.receipt is not None
    assert "导出在月底前修好" in str(report.receipt.row.content)
    assert "导出在月底前修好" in page.partition('<pre id="receipt">')[0]
    assert 'lang="zh-CN"' in page
    assert 'lang="en"' in handed(found, vendor, language="en")[0]


def test_who_sells_to_the_customer_hands_out_promises_and_others_do_not(vendor: Cast) -> None:
    promise = promised(vendor)
    assert scope.of_promise(vendor.actor("pan"), promise.pk).choices
    for username in ("lin", "xu", "tang", "shen", "nobody"):
        with pytest.raises(NotFound):
            scope.of_promise(vendor.actor(username), promise.pk)


def test_a_promise_told_in_confidence_has_no_receipt(vendor: Cast) -> None:
    promise = promised(vendor, in_confidence=True)
    with pytest.raises(NotFound):
        scope.of_promise(vendor.actor("zhou"), promise.pk)


def test_who_owed_us_the_news_of_a_promise_is_nobody_elses_business(vendor: Cast) -> None:
    promise = promised(vendor, noticed_by_customer=True)
    assert promise.sync_owed_by is None or promise.sync_owed_by.name
    [line] = reading.about(promise.record, kinds=["promise.made-unsynced"])
    found = scope.of_promise(vendor.actor("zhou"), promise.pk)
    _page, report = handed(found, vendor)
    assert report.receipt is not None
    shows = report.receipt.shows_text
    assert shows is not bool(line.content and line.content["sync_owed_by"])


def test_the_proof_that_a_promise_was_kept_stays_inside(vendor: Cast) -> None:
    promise = promised(vendor)
    moving.move(
        promise, to_day=TODAY + timedelta(days=9), word="下周可以", word_of="王工", by=vendor.actor("zhou")
    )
    keeping.keep(promise, proof="他们只看了一眼就说行", by=vendor.actor("zhou"))
    found = scope.of_promise(vendor.actor("zhou"), promise.pk)
    assert [(one.line.kind, one.with_text) for one in found.choices] == [
        ("promise.kept", False), ("promise.moved", True), ("promise.made", True),
    ]  # fmt: skip
    page, report = handed(found, vendor)
    assert report.receipt is not None
    assert not report.receipt.shows_text
    assert "只看了一眼" not in page


def test_an_answer_in_writing_is_proven_once_it_has_left(vendor: Cast) -> None:
    case = opened(vendor, "导出超时")
    message = writing.write(case, Writing(Audience.CUSTOMER, "请分批导出"), by=vendor.actor("zhou"))
    with pytest.raises(NotFound):
        scope.of_message(vendor.actor("zhou"), message.pk)
    page, report = handed(scope.of_message(vendor.actor("zhou"), left(message).pk), vendor)
    assert report.receipt is not None
    assert "请分批导出" in page
    assert "请分批导出" in str(report.receipt.row.content)


def test_that_a_remark_of_the_check_was_passed_over_is_not_told_by_the_fingerprints_of_rows(
    vendor: Cast,
) -> None:
    passing = Passing(remark="promise", words="一定", reason="客户等着")
    sent = writing.write(
        opened(vendor), Writing(Audience.CUSTOMER, "周三一定好", passings=[passing]), by=vendor.actor("zhou")
    )
    page, report = handed(scope.of_message(vendor.actor("zhou"), left(sent).pk), vendor)
    assert report.receipt is not None
    assert "passedover" not in page
    assert "passed-over" not in page


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ({}, True),
        ({"key": "ab", "tables": {"cases.message": {}}}, True),
        ({"key": "ab", "tables": {"cases.message": {}, "cases.passedover": {}}}, False),
        ({"key": "ab"}, False),
        ("of another form", False),
    ],
)
def test_a_text_is_shown_only_with_fingerprints_of_rows_that_a_customer_may_know_of(
    rows: Any, shown: Any
) -> None:
    assert (
        showing.shows("case.customer-wrote", {"number": 1, "who": "王工", "text": "还是超时", "rows": rows})
        is shown
    )


def test_what_the_customer_wrote_is_proven_to_have_come(vendor: Cast) -> None:
    case = opened(vendor)
    message = writing.customer_wrote(case, "还是超时", by=vendor.actor("zhou"), name="王工")
    page, _report = handed(scope.of_message(vendor.actor("zhou"), message.pk), vendor)
    assert "还是超时" in page


@pytest.mark.parametrize("audience", [one for one in Audience if one != Audience.CUSTOMER])
def test_no_word_that_was_not_for_the_customer_has_a_receipt(vendor: Cast, audience: Audience) -> None:
    message = writing.write(opened(vendor), Writing(audience, "只在内部说"), by=vendor.actor("zhou"))
    with pytest.raises(NotFound):
        scope.of_message(vendor.actor("zhou"), left(message).pk)


def test_a_word_in_confidence_has_none_nor_any_word_of_a_case_that_became_confidential(vendor: Cast) -> None:
    case, zhou = opened(vendor), vendor.actor("zhou")
    hidden = Writing(Audience.CUSTOMER, "悄悄说", is_confidential=True)
    with pytest.raises(NotFound):
        scope.of_message(zhou, left(writing.write(case, hidden, by=zhou)).pk)
    message = left(said(case, vendor, "公开说"))
    assert scope.of_message(zhou, message.pk).choices
    confiding.confide(Case.objects.get(pk=case.pk), is_confidential=True, by=zhou)
    with pytest.raises(NotFound):
        scope.of_message(zhou, message.pk)


@pytest.mark.parametrize("username", ["lin", "pan", "tang", "shen", "xu", "nobody"])
def test_who_may_not_write_in_the_case_hands_out_nothing_of_it(vendor: Cast, username: str) -> None:
    message = left(said(opened(vendor), vendor, "请分批导出"))
    with pytest.raises(NotFound):
        scope.of_message(vendor.actor(username), message.pk)


def test_that_a_case_is_solved_is_proven_without_why_it_went_over_a_gate(vendor: Cast) -> None:
    case, zhou = opened(vendor), vendor.actor("zhou")
    with pytest.raises(NotFound):
        scope.of_case(zhou, case.number)
    stepping.pass_step(case, Step.SOLVED, by=zhou, reason="客户催得紧")
    found = scope.of_case(zhou, case.number)
    assert [one.with_text for one in found.choices] == [False]
    page, _report = handed(found, vendor)
    assert "催得紧" not in page
    stepping.unpass(Case.objects.get(pk=case.pk), Step.SOLVED, by=zhou)
    with pytest.raises(NotFound):
        scope.of_case(zhou, case.number)


def test_that_one_was_made_goes_on_record(vendor: Cast) -> None:
    promise = promised(vendor)
    found = scope.of_promise(vendor.actor("zhou"), promise.pk)
    handed(found, vendor)
    [line] = reading.about(promise.record, kinds=["receipt.made"])
    assert line.actor == vendor["zhou"].reference
    assert line.content is not None
    assert line.content["number"] == found.choices[0].line.sequence


def test_an_entry_that_was_not_offered_is_not_handed_out(vendor: Cast) -> None:
    found = scope.of_promise(vendor.actor("zhou"), promised(vendor).pk)
    with pytest.raises(NotFound):
        handing_out.make(found, 1, by=vendor.actor("zhou"), language="zh")
