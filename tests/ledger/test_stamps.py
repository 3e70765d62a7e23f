"""Heads stamped by a time-stamping authority: what is asked, what is believed, what is found where a stamp does not fit."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from proxeny.cli.ledger import command
from proxeny.ledger import anchoring, checkpointing, stamping
from proxeny.ledger.anchors.rfc3161 import QUERY
from proxeny.ledger.checking.stamps import NotStampedError, roots_in, stamped_at
from proxeny.ledger.models import Anchor
from proxeny.ledger.standing import standings
from tests.ledger.recorded import tampered, write
from tests.services.answering import Answering, answering
from tests.services.stamping import Authority, authority


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("stamping") / "tsa")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("stamping") / "other")


@pytest.fixture
def served(tsa: Authority, home: Path, settings: Any) -> Iterator[Answering]:
    """The installation has its heads stamped by the authority on this machine, which the settings allow."""
    with answering(tsa.answers) as here:
        settings.ANCHOR_TSA, settings.ANCHOR_TSA_ROOTS = here.url("/stamp"), tsa.roots
        settings.OUTBOUND_ALLOW = settings.OUTBOUND_PLAIN = [here.host]
        settings.LEDGER_WITNESSES = []
        yield here


def laid() -> Anchor:
    return Anchor.objects.get(place="rfc3161")


def test_a_head_is_stamped_once_and_the_stamp_is_kept_beside_it(served: Answering, home: Path) -> None:
    write(3)
    assert anchoring.anchor_head.call() == 2
    assert anchoring.anchor_head.call() == 0
    assert served.asked == ["/stamp"]
    row = laid()
    stamps = home / "elsewhere" / "stamps"
    assert (stamps / "3.tsr").read_bytes() == bytes(row.receipt)
    assert (stamps / "3.txt").read_text("utf-8") == row.checkpoint.note
    at = stamped_at(bytes(row.receipt), row.checkpoint.note, roots_in(served_roots(stamps)))
    assert abs((at - row.at).total_seconds()) < 60


def served_roots(_stamps: Path) -> Path:
    from django.conf import settings

    return Path(settings.ANCHOR_TSA_ROOTS)


def test_other_tools_verify_what_is_kept(served: Answering, tsa: Authority, home: Path) -> None:
    write(2)
    anchoring.anchor_head.call()
    stamps = home / "elsewhere" / "stamps"
    words = [
        "openssl",
        "ts",
        "-verify",
        "-data",
        stamps / "2.txt",
        "-in",
        stamps / "2.tsr",
        "-CAfile",
        tsa.roots,
    ]
    answer = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False)
    assert (answer.returncode, "Verification: OK" in answer.stdout + answer.stderr) == (0, True)


def test_the_authority_gets_a_hash_and_nothing_of_the_note(tsa: Authority, home: Path, settings: Any) -> None:
    queries: list[bytes] = []

    def answers(path: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        queries.append(body)
        return tsa.answers(path, body)

    with answering(answers) as here:
        settings.ANCHOR_TSA, settings.ANCHOR_TSA_ROOTS = here.url(), tsa.roots
        settings.OUTBOUND_ALLOW = settings.OUTBOUND_PLAIN = [here.host]
        write(1)
        anchoring.anchor_head.call()
    note = laid().checkpoint.note.encode()
    assert len(queries) == 1
    assert all(part not in queries[0] for part in note.split() if len(part) > 3)


@pytest.mark.parametrize(
    ("status", "media_type"), [(503, "application/timestamp-reply"), (200, "text/html"), (200, QUERY)]
)
def test_what_is_no_answer_of_an_authority_is_no_stamp(
    home: Path, tsa: Authority, settings: Any, status: int, media_type: str
) -> None:
    with answering(lambda _path, body: (status, {"Content-Type": media_type}, tsa.stamp(body))) as here:
        failed_at(here, tsa, settings, f"answered {status} {media_type}")


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        ("of another authority", "certificate"),
        ("of another note", "Mismatch|imprint|message"),
        ("of yesterday's question", "Nonce"),
        ("cut off", ""),
        ("with a bit flipped", ""),
        ("refused", ""),
    ],
)
def test_a_stamp_that_does_not_fit_is_not_taken(
    home: Path, tsa: Authority, other: Authority, settings: Any, deed: str, why: str
) -> None:
    old: list[bytes] = []

    def answers(_path: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        good = tsa.stamp(body)
        middle = len(good) // 2
        replies = {
            "of another authority": other.stamp(body),
            "of another note": tsa.stamp(elsewhere(body)),
            "of yesterday's question": old[0] if old else good,
            "cut off": good[:middle],
            "with a bit flipped": good[:-20] + bytes([good[-20] ^ 1]) + good[-19:],
            "refused": tsa.stamp(b"no question"),
        }
        return 200, {"Content-Type": "application/timestamp-reply"}, replies[deed]

    if deed.startswith("of yesterday"):
        write(1)
        head = checkpointing.sign_head()
        assert head is not None
        old.append(tsa.stamp(query_of(head.note)))
    with answering(answers) as here:
        failed_at(here, tsa, settings, why)


def query_of(note: str) -> bytes:
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    asked = TimestampRequestBuilder().data(note.encode()).hash_algorithm(HashAlgorithm.SHA256).build()
    return asked.as_bytes()


def elsewhere(query: bytes) -> bytes:
    """The query with another imprint: the hash of 32 bytes stands behind its tag and length."""
    at = query.index(b"\x04\x20") + 2
    return query[:at] + bytes(one ^ 0xFF for one in query[at : at + 32]) + query[at + 32 :]


def failed_at(here: Answering, tsa: Authority, settings: Any, why: str) -> None:
    settings.ANCHOR_TSA, settings.ANCHOR_TSA_ROOTS = here.url(), tsa.roots
    settings.OUTBOUND_ALLOW = settings.OUTBOUND_PLAIN = [here.host]
    settings.LEDGER_WITNESSES = []
    if not checkpointing.sign_head():
        write(1)
    assert anchoring.anchor_head.call() == 1, "the file takes it all the same"
    row = laid()
    assert row.failed_with
    assert not row.receipt
    assert any(word.lower() in row.failed_with.lower() for word in why.split("|")), row.failed_with
    [standing] = [one for one in standings() if one.anchor == "rfc3161"]
    assert (standing.size, standing.tries) == (None, 1)


def test_an_authority_inside_that_no_setting_allows_is_not_called(served: Answering, settings: Any) -> None:
    settings.OUTBOUND_ALLOW = []
    write(1)
    anchoring.anchor_head.call()
    assert "public network" in laid().failed_with
    assert served.asked == []


def verified(*words: object) -> tuple[int, dict[str, Any]]:
    answer = CliRunner().invoke(command, ["verify", "--json", *map(str, words)])
    return answer.exit_code, json.loads(answer.stdout)


def test_verifying_counts_the_stamps_that_fit(served: Answering) -> None:
    write(2)
    anchoring.anchor_head.call()
    code, found = verified()
    assert (code, found["stamps"], found["stamps_unchecked"]) == (0, 2, 0), (
        "one in the table, one beside the file"
    )


def test_a_stamp_that_was_put_in_place_of_another_is_found(
    served: Answering, tsa: Authority, home: Path
) -> None:
    write(2)
    anchoring.anchor_head.call()
    write(2)
    anchoring.anchor_head.call()
    first, second = Anchor.objects.filter(place="rfc3161").order_by("checkpoint_id")
    tampered("UPDATE ledger_anchor SET receipt = %s WHERE id = %s", bytes(first.receipt), second.pk)
    code, found = verified()
    assert code == 1
    assert [(one["sequence"], one["kind"]) for one in found["breaks"]] == [(4, "false-stamp")]
    (home / "elsewhere" / "stamps" / "2.tsr").write_bytes(bytes(second.receipt))
    _code, found = verified()
    assert [(one["sequence"], one["kind"]) for one in found["breaks"]] == [
        (2, "false-stamp"),
        (4, "false-stamp"),
    ]


def test_a_stamp_that_somebody_keeps_is_checked_with_the_head_beside_it(
    served: Answering, home: Path, tmp_path: Path, settings: Any
) -> None:
    write(2)
    anchoring.anchor_head.call()
    note = laid().checkpoint.note
    (tmp_path / "mine.txt").write_text(f"From the mail:\n\n{note}", "utf-8")
    (tmp_path / "mine.tsr").write_bytes(bytes(laid().receipt))
    code, found = verified("--head", tmp_path / "mine.txt")
    assert (code, found["stamps"]) == (0, 3)
    settings.ANCHOR_TSA_ROOTS = tmp_path / "none.pem"
    code, found = verified("--head", tmp_path / "mine.txt")
    assert (code, found["stamps"], found["stamps_unchecked"]) == (0, 0, 3), (
        "nothing is claimed of what was not checked"
    )


def test_stamps_of_others_are_none(tsa: Authority, other: Authority) -> None:
    stamp = tsa.stamp(query_of("a\n1\nb\n\n— a c\n"))
    assert stamped_at(stamp, "a\n1\nb\n\n— a c\n", roots_in(tsa.roots))
    with pytest.raises(NotStampedError):
        stamped_at(stamp, "a\n1\nb\n\n— a c\n", roots_in(other.roots))
    with pytest.raises(NotStampedError):
        stamped_at(stamp, "a\n1\nb\n\n— a d\n", roots_in(tsa.roots))
    with pytest.raises(NotStampedError):
        roots_in(tsa.folder / "serial")


def test_where_there_are_no_stamps_nothing_is_said(home: Path) -> None:
    assert stamping.checked() == stamping.Stamps()
