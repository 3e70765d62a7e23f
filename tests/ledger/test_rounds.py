"""Verifying by schedule: what is new every hour, all of it every night; a break is kept and told."""

from pathlib import Path

import pytest
from django.db import connection

from proxeny.core import health, outbox
from proxeny.core.health import Level
from proxeny.core.sentences import Sentence
from proxeny.ledger import anchoring, checkpointing, guards, rounds
from proxeny.ledger.hashing import GENESIS, Leaf, entry_hash
from proxeny.ledger.models import Checkpoint, Entry, Verification
from proxeny.notices import reading
from proxeny.notices.models import Notice
from tests.cast import Cast
from tests.ledger.recorded import tampered, write


@pytest.fixture
def verified(home: Path) -> Path:
    """Ten lines under a head that was handed out, all of them verified."""
    write(10)
    anchoring.anchor_head.call()
    assert rounds.whole().holds
    return home


def found() -> tuple[bool, int, int, int | None, str]:
    """What was kept last: whether all was looked at, since where, how many lines, and the first break."""
    row = Verification.objects.latest("pk")
    return row.is_whole, row.since, row.entries, row.break_at, row.break_kind


def test_the_first_time_all_is_verified(home: Path) -> None:
    write(4)
    assert rounds.verify_new.call()
    assert found() == (True, 0, 4, None, "")


def test_afterwards_only_what_is_new(verified: Path) -> None:
    write(3)
    assert rounds.verify_new.call()
    assert found() == (False, 10, 13, None, "")
    anchoring.anchor_head.call()
    assert rounds.verify_new.call()
    assert Verification.objects.latest("pk").head == 13
    write(1)
    assert rounds.verify_new.call()
    assert found() == (False, 13, 14, None, "")


def test_where_nothing_is_new_nothing_is_kept(verified: Path) -> None:
    assert rounds.verify_new.call()
    assert Verification.objects.count() == 1


@pytest.mark.parametrize("size", [1, 2, 7, 8, 9, 16, 31])
def test_the_tree_is_rebuilt_from_what_is_kept_at_every_size(home: Path, size: int) -> None:
    write(size)
    anchoring.anchor_head.call()
    assert rounds.whole().holds
    write(5)
    anchoring.anchor_head.call()
    assert rounds.verify_new.call()
    assert found() == (False, size, size + 5, None, "")


def test_a_new_line_that_was_changed_is_found_within_the_hour(verified: Path) -> None:
    write(3)
    tampered("UPDATE ledger_entry SET actor = 'staff:9' WHERE sequence = 12")
    assert not rounds.verify_new.call()
    assert found() == (False, 10, 13, 12, "changed")


def test_new_lines_that_were_cut_off_are_found_by_the_heads_that_lie_elsewhere(verified: Path) -> None:
    write(3)
    anchoring.anchor_head.call()
    for table in ("payload", "subject"):
        tampered(f"DELETE FROM ledger_{table} WHERE entry_id > 11")
    tampered("DELETE FROM ledger_entry WHERE sequence > 11")
    tampered("DELETE FROM ledger_anchor WHERE checkpoint_id > 11")
    tampered("DELETE FROM ledger_checkpoint WHERE size > 11")
    assert not rounds.verify_new.call()
    assert found() == (False, 10, 11, 12, "tail-cut")


def test_an_old_line_that_was_changed_is_found_at_night_and_not_before(verified: Path) -> None:
    tampered("UPDATE ledger_entry SET actor = 'staff:9' WHERE sequence = 4")
    write(1)
    assert rounds.verify_new.call(), "what is new holds, and says no more than that"
    assert not rounds.whole().holds
    assert found() == (True, 0, 11, 4, "changed")


def test_all_lines_written_anew_and_hashed_and_a_row_that_says_it_holds_do_not_hide_it(
    verified: Path,
) -> None:
    """Whoever has the database can write all lines anew, and our own rows too; what was signed stays as it is."""
    guards.remove(connection)
    above = GENESIS
    for row in Entry.objects.order_by("sequence"):
        row.previous, row.actor = above, "staff:9" if row.sequence == 5 else row.actor
        above = row.hash = entry_hash(leaf_of(row))
        row.save()
    guards.install(connection)
    Verification.objects.create(at="2030-01-01T00:00Z", is_whole=True, entries=10, head=10, holds=True)
    write(1)
    rounds.verify_new.call()
    assert not rounds.whole().holds
    assert found()[3:] == (1, "fork")


def leaf_of(row: Entry) -> Leaf:
    return Leaf(*(getattr(row, name) for name in Leaf._fields))


def test_hashes_kept_with_a_head_that_do_not_give_its_root_are_not_trusted(verified: Path) -> None:
    write(2)
    tampered("UPDATE ledger_checkpoint SET edges = %s", '["' + "ab" * 32 + '", "' + "cd" * 32 + '"]')
    assert not rounds.verify_new.call()
    assert found() == (True, 0, 12, 10, "changed")
    with pytest.raises(checkpointing.DoesNotHold, match="do not give its root"):
        checkpointing.sign_head()


def test_a_head_that_the_key_has_not_signed_is_not_gone_on_from(verified: Path) -> None:
    write(2)
    note = Checkpoint.objects.get().note
    tampered("UPDATE ledger_checkpoint SET note = %s", note.replace("\n10\n", "\n11\n"))
    assert not rounds.verify_new.call()
    assert found()[0] is True


def test_a_row_that_names_a_head_which_is_not_there_has_all_verified(verified: Path) -> None:
    Verification.objects.create(at="2030-01-01T00:00Z", is_whole=False, entries=99, head=99, holds=True)
    assert rounds.verify_new.call()
    assert found()[0] is True


def test_a_break_is_told_at_once_to_who_answers_for_the_record_and_once(vendor: Cast, verified: Path) -> None:
    tampered("UPDATE ledger_entry SET actor = 'staff:9' WHERE sequence = 4")
    for _ in range(2):
        rounds.whole()
        outbox.deliver()
    told = Notice.objects.filter(kind="record.breaks")
    assert {one.staff.username for one in told} == {"shen", "he", "tang"}
    assert all(one.shown_from <= one.at for one in told), "at any hour"
    assert {Sentence.from_json(one.text).values["entry"] for one in told} == {4}


def test_who_no_longer_answers_for_it_does_not_read_of_it(vendor: Cast, verified: Path) -> None:
    tampered("UPDATE ledger_entry SET actor = 'staff:9' WHERE sequence = 4")
    rounds.whole()
    outbox.deliver()
    kept = list(Notice.objects.filter(kind="record.breaks"))
    assert list(reading.seen(vendor.actor("zhou"), kept)) == []
    assert len(list(reading.seen(vendor.actor("tang"), kept))) == len(kept)


def test_the_doctor_says_what_was_found(verified: Path) -> None:
    assert health.examine()["record"].level is Level.OK
    tampered("UPDATE ledger_entry SET actor = 'staff:9' WHERE sequence = 4")
    rounds.whole()
    record = health.examine()["record"]
    assert (record.level, record.facts["entry"]) == (Level.ERROR, 4)


def test_before_the_first_night_the_doctor_says_so(home: Path) -> None:
    assert health.examine()["record"].level is Level.OK
