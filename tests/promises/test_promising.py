"""Noting promises, and what becomes of them: the verbs, with who may and what stays on record."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts import contacting
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.ledger import reading, verifying
from proxeny.ledger.models import Entry
from proxeny.promises import access, keeping, moving, promising, texts, withdrawing
from proxeny.promises.models import Promise
from proxeny.promises.standing import State, state_of
from proxeny.search import finding
from proxeny.search.asking import ask
from proxeny.search.models import Document
from tests.cast import TODAY, Cast
from tests.promises.promised import promise

pytestmark = pytest.mark.usefixtures("on_22_november")
SOON = TODAY + timedelta(days=5)
WORD = {"word": "晚一周可以,别再拖", "word_of": "郑总"}


def errors(call: Callable[[], object]) -> set[str]:
    with pytest.raises(ValidationError) as refused:
        call()
    return set(refused.value.message_dict)


def found(words: str) -> list[str]:
    finding.forget_sizes()
    return list(Document.objects.filter(kind="promise", text__contains=words).values_list("about", flat=True))


def kinds(made: Promise) -> list[str]:
    return [line.kind.removeprefix("promise.") for line in reversed(reading.about(made.record))]


def test_who_speaks_leads_or_sells_may_note_a_promise_and_nobody_else(vendor: Cast) -> None:
    for username in ("zhou", "he", "pan"):
        assert promise(vendor, SOON, by=username).recorded_by == vendor[username]
    for outsider in ("lin", "tang", "xu", "zhang", "shen", "nobody"):
        with pytest.raises(NotFound):
            promise(vendor, SOON, by=outsider)
    with pytest.raises(ValueError, match="a person's"):
        promising.promise(vendor.luban, what="x", due_on=SOON, by_name="x", by=Actor.system("demo"))


def test_what_is_told_without_asking_is_what_the_database_tells(vendor: Cast) -> None:
    for username in vendor.people:
        actor = vendor.actor(username)
        for account in (vendor.luban, vendor.star_river, vendor.yunqi):
            told = access.accounts_to_note(actor).filter(pk=account.pk).exists()
            assert access.may_note(actor, account) == told


def test_a_promise_needs_words_a_person_and_days_that_can_be(vendor: Cast) -> None:
    assert errors(lambda: promise(vendor, SOON, what=" ")) == {"what"}
    assert errors(lambda: promise(vendor, SOON, by_person=None)) == {"by_name"}
    assert errors(lambda: promise(vendor, SOON, made_on=TODAY + timedelta(days=1))) == {"made_on"}
    assert errors(lambda: promise(vendor, date(2026, 10, 1))) == {"due_on"}
    assert errors(lambda: promise(vendor, SOON, source="nowhere")) == {"source"}
    stranger = contacting.add(vendor.yunqi, {"name": "别家的人"}, by=vendor.actor("lin"))
    assert errors(lambda: promise(vendor, SOON, to_contact=stranger)) == {"to_contact"}
    assert not Promise.objects.exists()


def test_a_promise_noted_after_its_day_is_broken_at_once(vendor: Cast) -> None:
    made = promise(
        vendor, date(2026, 11, 20), by_person=None, by_name=" 前任  王工 ", noticed_by_customer=True
    )
    assert made.promiser == "前任 王工"
    assert made.is_unsynced
    assert state_of(made, TODAY) == State.BROKEN


def test_what_happens_to_a_promise_stands_on_record_and_is_read_there(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    made = promise(vendor, SOON, source="case:7")
    moving.move(made, to_day=SOON + timedelta(days=7), **WORD, by=zhou)
    keeping.keep(made, proof="3.2 的发布说明", by=zhou)
    keeping.take_back(made, by=zhou)
    withdrawing.withdraw(made, reason="客户不再需要", by=zhou)
    withdrawing.restore(made, by=zhou)
    assert kinds(made) == ["made", "moved", "kept", "keeping-taken-back", "withdrawn", "restored"]
    line = reading.about(made.record, kinds=["promise.moved"])[0]
    assert set(line.subjects) == {str(made.record), str(vendor.luban.record), "case:7"}
    assert line.content is not None
    assert line.content["word_of"] == "郑总"
    assert verifying.verify().ok


def test_doing_it_twice_changes_nothing(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    made = promise(vendor, SOON)
    first = moving.move(made, to_day=SOON + timedelta(days=7), **WORD, by=zhou)
    assert moving.move(made, to_day=SOON + timedelta(days=7), **WORD, by=zhou) == first
    for _ in range(2):
        keeping.keep(made, proof="邮件", by=zhou)
    for _ in range(2):
        keeping.take_back(made, by=zhou)
    for _ in range(2):
        withdrawing.withdraw(made, reason="不要了", by=zhou)
    for _ in range(2):
        withdrawing.restore(made, by=zhou)
    assert kinds(made) == ["made", "moved", "kept", "keeping-taken-back", "withdrawn", "restored"]


def test_the_day_moves_only_on_the_customers_word_and_the_old_day_stays(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    made = promise(vendor, SOON)
    later = SOON + timedelta(days=7)
    silent = {"word": " ", "word_of": ""}
    assert errors(lambda: moving.move(made, to_day=later, **silent, by=zhou)) == {"word", "word_of"}
    assert errors(lambda: moving.move(made, to_day=SOON, **WORD, by=zhou)) == {"to_day"}
    assert errors(lambda: moving.move(made, to_day=TODAY - timedelta(days=1), **WORD, by=zhou)) == {"to_day"}
    moving.move(made, to_day=later, **WORD, by=zhou, seen=SOON)
    made.refresh_from_db()
    assert made.due_on == later
    assert [(one.from_day, one.to_day) for one in made.moves.all()] == [(SOON, later)]


def test_two_who_move_the_same_day_do_not_overwrite_each_other(vendor: Cast) -> None:
    made = promise(vendor, SOON)
    moving.move(made, to_day=SOON + timedelta(days=7), **WORD, by=vendor.actor("he"), seen=SOON)
    late = {"to_day": SOON + timedelta(days=9), "by": vendor.actor("zhou"), "seen": SOON}
    assert errors(lambda: moving.move(made, **WORD, **late)) == {"to_day"}  # type: ignore[arg-type]
    assert made.moves.count() == 1


def test_only_the_last_move_is_taken_back_and_only_by_who_made_it(vendor: Cast) -> None:
    zhou, made = vendor.actor("zhou"), promise(vendor, SOON)
    first = moving.move(made, to_day=SOON + timedelta(days=7), **WORD, by=zhou)
    second = moving.move(made, to_day=SOON + timedelta(days=9), **WORD, by=zhou)
    assert moving.take_back(made, first.pk, by=zhou) is False
    with pytest.raises(NotFound):
        moving.take_back(made, second.pk, by=vendor.actor("he"))
    for _ in range(2):
        assert moving.take_back(made, second.pk, by=zhou) is True
    made.refresh_from_db()
    assert made.due_on == SOON + timedelta(days=7)
    assert made.moves.count() == 2


def test_a_promise_is_kept_with_a_proof_on_a_day_that_has_been(vendor: Cast) -> None:
    zhou, made = vendor.actor("zhou"), promise(vendor, date(2026, 11, 20))
    assert errors(lambda: keeping.keep(made, proof=" ", by=zhou)) == {"proof"}
    tomorrow = TODAY + timedelta(days=1)
    assert errors(lambda: keeping.keep(made, proof="x", kept_on=tomorrow, by=zhou)) == {"kept_on"}
    before = date(2026, 10, 1)
    assert errors(lambda: keeping.keep(made, proof="x", kept_on=before, by=zhou)) == {"kept_on"}
    kept = keeping.keep(made, proof="客户回信说好了", by=vendor.actor("pan"))
    assert state_of(kept, TODAY) == State.KEPT_LATE
    with pytest.raises(ValidationError):
        withdrawing.withdraw(made, reason="x", by=zhou)
    with pytest.raises(ValidationError):
        moving.move(made, to_day=SOON, **WORD, by=zhou)


def test_sales_notes_and_keeps_but_neither_moves_nor_withdraws(vendor: Cast) -> None:
    made, pan = promise(vendor, SOON), vendor.actor("pan")
    with pytest.raises(NotFound):
        moving.move(made, to_day=SOON + timedelta(days=7), **WORD, by=pan)
    with pytest.raises(NotFound):
        withdrawing.withdraw(made, reason="x", by=pan)
    assert keeping.keep(made, proof="合同附件", by=pan).kept_by == vendor["pan"]


def test_outsiders_find_no_promise_and_change_none(vendor: Cast) -> None:
    made = promise(vendor, SOON)
    for outsider in ("lin", "xu", "zhang", "nobody"):
        actor = vendor.actor(outsider)
        assert not access.promises(actor).exists()
        with pytest.raises(NotFound):
            access.promise_for(actor, made.pk)
        with pytest.raises(NotFound):
            keeping.keep(made, proof="x", by=actor)
        with pytest.raises(NotFound):
            withdrawing.withdraw(made, reason="x", by=actor)
    for reader in ("tang", "shen"):
        assert access.promise_for(vendor.actor(reader), made.pk) == made
        with pytest.raises(NotFound):
            keeping.keep(made, proof="x", by=vendor.actor(reader))


def test_what_was_told_in_confidence_does_not_exist_for_sales_and_auditors(vendor: Cast) -> None:
    secret = promise(vendor, SOON, by_person=vendor["pan"], in_confidence=True, noticed_by_customer=True)
    with pytest.raises(NotFound):
        promise(vendor, SOON, by="pan", in_confidence=True)
    for outsider in ("pan", "shen"):
        assert not access.promises(vendor.actor(outsider)).exists()
        with pytest.raises(NotFound):
            keeping.keep(secret, proof="x", by=vendor.actor(outsider))
    for reader in ("zhou", "he", "tang"):
        assert access.promises(vendor.actor(reader)).get() == secret
    assert Document.objects.get(about=str(secret.record)).area == "confidential"
    assert reading.about(secret.record) == []
    assert Entry.objects.filter(kind="promise.made-unsynced", visibility="confidential").count() == 1


def test_noting_is_taken_back_by_who_noted_it_on_the_same_day_before_anything_came_of_it(
    vendor: Cast,
) -> None:
    zhou, made = vendor.actor("zhou"), promise(vendor, SOON)
    with pytest.raises(NotFound):
        promising.take_back(made, by=vendor.actor("he"))
    for _ in range(2):
        assert promising.take_back(made, by=zhou) is True
    assert kinds(made) == ["made", "taken-back"]
    other = promise(vendor, SOON)
    keeping.keep(other, proof="x", by=zhou)
    assert promising.take_back(other, by=zhou) is False
    third = promise(vendor, SOON)
    with clock.on(TODAY + timedelta(days=1)):
        assert promising.take_back(third, by=zhou) is False


def test_a_promise_is_found_by_its_words_as_they_are_now(vendor: Cast) -> None:
    zhou, made = vendor.actor("zhou"), promise(vendor, SOON)
    moving.move(made, to_day=SOON + timedelta(days=7), **WORD, by=zhou)
    assert found("别再拖") == [str(made.record)]
    for reader, seen in (
        ("zhou", [str(made.record)]),
        ("pan", [str(made.record)]),
        ("lin", []),
        ("zhang", []),
    ):
        hits = finding.find(ask("导出超时", {}).wanted, texts.findable(vendor.actor(reader)))
        assert [hit.document.about for hit in hits] == seen
    withdrawing.withdraw(made, reason="不要了", by=zhou)
    assert found("别再拖") == []
    withdrawing.restore(made, by=zhou)
    assert found("别再拖") == [str(made.record)]
