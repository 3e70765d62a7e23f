"""Signed heads: what is signed, where it is laid, and whom it convicts."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction

from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.ledger import anchoring, appending, checkpointing, guards, keys, verifying
from proxeny.ledger.anchors.file import notes_in
from proxeny.ledger.checking import Witnessed
from proxeny.ledger.models import Anchor, Checkpoint
from proxeny.ledger.notes import Checkpoint as Head


@pytest.fixture
def home(tmp_path: Path, settings: Any, db: None) -> Path:
    """An installation with a key of its own, one witness and a file of heads."""
    settings.LEDGER_KEY, settings.LEDGER_KEY_FILE = "", tmp_path / "ledger-key"
    settings.LEDGER_HEADS_FILE = tmp_path / "elsewhere" / "heads.txt"
    settings.LEDGER_WITNESSES, settings.LEDGER_GIT = ["owner@example.com"], ""
    return tmp_path


def write(lines: int) -> None:
    for number in range(lines):
        with transaction.atomic():
            appending.append(
                "test.noted", about=[references.to("account", 1)], by=Actor.system("test"), number=number
            )


def breaks(*witnessed: Witnessed) -> list[tuple[int, str]]:
    found = verifying.verify(verifier=keys.signer().verifier, witnessed=witnessed).breaks
    return [(one.sequence, one.kind) for one in found]


def tampered(statement: str) -> None:
    guards.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    guards.install(connection)


def test_a_key_is_made_once_and_only_its_owner_can_read_it(home: Path) -> None:
    made = keys.signer()
    assert keys.signer().verifier == made.verifier
    assert (home / "ledger-key").stat().st_mode & 0o777 == 0o600
    assert keys.read(keys.written(made)).verifier == made.verifier


def test_what_is_no_key_is_said_to_be_none(home: Path) -> None:
    (home / "ledger-key").write_text("PRIVATE+KEY+localhost/ledger+00000000+AAAA")
    with pytest.raises(keys.NoKey):
        keys.signer()


def test_nothing_is_signed_where_nothing_is_on_record(home: Path) -> None:
    assert checkpointing.sign_head() is None


def test_a_head_grows_from_the_one_before_it(home: Path) -> None:
    sizes = []
    for lines in (3, 4, 0, 6):
        write(lines)
        head = checkpointing.sign_head()
        assert head is not None
        sizes.append(head.size)
    assert sizes == [3, 7, 7, 13]
    assert breaks() == []
    assert verifying.verify(verifier=keys.signer().verifier).heads == 3


def test_lines_that_do_not_hold_get_no_signature(home: Path) -> None:
    write(5)
    tampered("UPDATE ledger_entry SET actor = 'staff:2' WHERE sequence = 3")
    with pytest.raises(checkpointing.DoesNotHold, match="line 3"):
        checkpointing.sign_head()


def test_a_head_goes_to_its_witness_and_its_file_once(home: Path) -> None:
    write(2)
    assert anchoring.anchor_head.call() == 2
    assert anchoring.anchor_head.call() == 0
    [sent] = mail.outbox
    assert sent.to == ["owner@example.com"]
    [in_mail], [in_file] = notes_in(sent.body), notes_in((home / "elsewhere" / "heads.txt").read_text())
    assert Head.parse(keys.signer().verifier.check(in_file)).size == 2
    assert in_mail == in_file


def test_a_place_that_cannot_be_reached_is_noted_and_keeps_nothing_from_going_on(
    home: Path, settings: Any
) -> None:
    write(1)
    settings.LEDGER_HEADS_FILE = home / "ledger-key" / "below-a-file" / "heads.txt"
    assert anchoring.anchor_head.call() == 1
    assert Anchor.objects.exclude(failed_with="").get().place == "file"


def test_a_head_is_committed_to_a_git_checkout(home: Path, settings: Any) -> None:
    settings.LEDGER_GIT = str(home / "checkout")
    subprocess.run(["git", "init", "-q", settings.LEDGER_GIT], check=True)
    write(1)
    assert anchoring.anchor_head.call() == 3
    shown = subprocess.run(
        ["git", "-C", settings.LEDGER_GIT, "show", "HEAD:ledger-heads.txt"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(notes_in(shown.stdout)) == 1


def test_a_tail_that_was_cut_is_found_with_the_head_that_somebody_keeps(home: Path) -> None:
    write(6)
    head = checkpointing.sign_head()
    assert head is not None
    for table in ("payload", "subject"):
        tampered(f"DELETE FROM ledger_{table} WHERE entry_id > 4")
    tampered("DELETE FROM ledger_entry WHERE sequence > 4")
    tampered("DELETE FROM ledger_checkpoint")
    assert breaks() == [], "inside, nothing tells of it"
    assert breaks(Witnessed(head.note, "owner")) == [(5, "tail-cut")]


def test_a_head_whose_signature_does_not_hold_is_named(home: Path) -> None:
    write(3)
    head = checkpointing.sign_head()
    assert head is not None
    false = head.note.replace("\n3\n", "\n4\n")
    assert breaks(Witnessed(false, "owner")) == [(4, "forged-head")]


def test_the_database_refuses_to_change_a_head(home: Path) -> None:
    write(1)
    checkpointing.sign_head()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Checkpoint.objects.update(root="")


def test_a_file_of_heads_is_read_also_where_it_was_cut_or_written_by_hand() -> None:
    note = "origin\n1\nAAAA\n\n— origin BBBB\n"
    two = "origin\n2\nAAAA\n\n— origin BBBB\n— witness CCCC\n"
    assert notes_in(f"{note}\n{two}\n") == [note, two]
    assert notes_in(f"\n\n{note}{two}") == [note, two]
    assert notes_in(f"> Dear owner,\r\n\r\n{two}\n-- \nproxeny") == [two]
    assert notes_in(f"{note}origin\n2\nAA") == [note]
    assert notes_in("") == []
