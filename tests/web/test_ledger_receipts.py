"""Receipts for customers on the web: where they are offered, what comes out, and that one convicts the vendor later."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import connection, transaction

from proxeny.cases.models import Case, Message
from proxeny.cli.ledger import command
from proxeny.core import clock
from proxeny.ledger import appending, checkpointing, guards, keys
from proxeny.ledger.appending import Visibility
from proxeny.ledger.hashing import GENESIS, Leaf, canonical, commitment, entry_hash
from proxeny.ledger.models import Anchor, Checkpoint, Entry, Payload
from proxeny.ledger.receipts.verifying import verify
from proxeny.promises import promising
from proxeny.promises.models import Promise
from tests.cases.handy import opened, said
from tests.cast import TODAY, Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def promise(vendor: Cast, tmp_path: Path, settings: Any) -> Promise:
    settings.LEDGER_KEY, settings.LEDGER_KEY_FILE = "", tmp_path / "ledger-key"
    settings.LEDGER_HEADS_FILE = tmp_path / "heads.txt"
    return promising.promise(
        vendor.luban, what="月底前修好", due_on=TODAY + timedelta(days=8), by=vendor.actor("zhou"),
        by_person=vendor["zhou"],
    )  # fmt: skip


@pytest.fixture
def message(vendor: Cast, promise: Promise) -> Message:
    sent = said(opened(vendor, "导出超时"), vendor, "请分批导出")
    Message.objects.filter(pk=sent.pk).update(leaves_at=clock.now() - timedelta(seconds=1))
    return Message.objects.get(pk=sent.pk)


def asked(sequence: int, form: str) -> dict[str, str]:
    return {"entry": str(sequence), "language": "zh", "as": form}


def entry(promise: Promise) -> int:
    return Entry.objects.get(kind="promise.made", subjects__contains=f'"{promise.record}"').sequence


def test_the_pages_lead_to_it_for_who_may_hand_one_out(
    promise: Promise, message: Message, sign_in: SignIn
) -> None:
    address = f"/ledger/receipts/promises/{promise.pk}/"
    assert address in sign_in("zhou").get(f"/promises/{promise.pk}/").content.decode()
    assert address in sign_in("pan").get(f"/promises/{promise.pk}/").content.decode()
    assert address not in sign_in("tang").get(f"/promises/{promise.pk}/").content.decode()
    case = f"/cases/{message.case.number}/"
    assert f"/ledger/receipts/messages/{message.pk}/" in sign_in("zhou").get(case).content.decode()
    for username in ("tang", "pan"):
        assert "/ledger/receipts/" not in sign_in(username).get(case).content.decode()


@pytest.mark.parametrize(("form", "ending"), [("page", ".html"), ("text", ".txt")])
def test_a_file_comes_out_that_holds(promise: Promise, sign_in: SignIn, form: str, ending: str) -> None:
    address = f"/ledger/receipts/promises/{promise.pk}/"
    answer = sign_in("zhou").post(address, asked(entry(promise), form))
    assert answer["Content-Disposition"].startswith('attachment; filename="receipt-')
    assert answer["Content-Disposition"].endswith(f'{ending}"')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert verify(answer.content, key=keys.signer().verifier).ok


def test_its_text_can_be_copied(message: Message, sign_in: SignIn) -> None:
    address = f"/ledger/receipts/messages/{message.pk}/"
    sequence = Entry.objects.get(kind="case.wrote").sequence
    page = sign_in("zhou").post(address, asked(sequence, "shown"))
    made = page.context["made"].text
    assert verify(made.encode(), key=keys.signer().verifier).ok
    assert 'data-copy-from="receipt"' in page.content.decode()


@pytest.mark.parametrize("username", ["lin", "xu", "tang", "shen", "nobody"])
def test_for_an_outsider_it_is_not_there_and_nothing_goes_on_record(
    promise: Promise, message: Message, sign_in: SignIn, username: str
) -> None:
    before = Entry.objects.count()
    addresses = [
        f"/ledger/receipts/promises/{promise.pk}/",
        f"/ledger/receipts/messages/{message.pk}/",
        f"/ledger/receipts/cases/{message.case.number}/",
    ]
    for address in addresses:
        assert sign_in(username).get(address).status_code == 404
        assert sign_in(username).post(address, asked(1, "page")).status_code == 404
    assert Entry.objects.count() == before


@pytest.mark.parametrize("wrong", ["", "0", "-1", "one", "9" * 30, "999999"])
def test_an_entry_that_was_not_offered_is_not_there(promise: Promise, sign_in: SignIn, wrong: str) -> None:
    address = f"/ledger/receipts/promises/{promise.pk}/"
    assert sign_in("zhou").post(address, {"entry": wrong, "as": "page"}).status_code == 404


def test_it_convicts_who_rewrites_history_and_signs_it_again(
    promise: Promise, message: Message, sign_in: SignIn, tmp_path: Path
) -> None:
    """The vendor's administrator has the database and the key, and makes of a promise another one."""
    address = f"/ledger/receipts/messages/{message.pk}/"
    sequence = Entry.objects.get(kind="case.wrote").sequence
    kept = tmp_path / "receipt.html"
    kept.write_bytes(sign_in("zhou").post(address, asked(sequence, "page")).content)
    assert outcome("--head", kept) == (0, [])
    rewrite(promise)
    checkpointing.sign_head()
    assert outcome() == (0, []), "by itself the record that was written anew holds"
    code, found = outcome("--head", kept)
    assert (code, {one["kind"] for one in found}) == (1, {"fork"})
    assert str(kept) in found[0]["detail"]
    assert verify(kept.read_bytes(), key=keys.signer().verifier).ok, "the customer's own proof stands"


def outcome(*words: object) -> tuple[int, list[dict[str, Any]]]:
    answer = CliRunner().invoke(command, ["verify", "--no-rows", "--json", *map(str, words)])
    return answer.exit_code, json.loads(answer.stdout)["breaks"]


def rewrite(promise: Promise) -> None:
    """Change what was promised, hash every line anew, and throw away every head that was signed."""
    guards.remove(connection)
    number = entry(promise)
    payload = Payload.objects.get(entry_id=number)
    said_now = canonical({**json.loads(payload.content), "what": "明年再看"})
    Payload.objects.filter(pk=payload.pk).update(content=said_now)
    above = GENESIS
    for row in Entry.objects.order_by("sequence"):
        row.previous = above
        if row.sequence == number:
            row.commitment = commitment(bytes(payload.key), said_now)
        above = row.hash = entry_hash(Leaf(*(getattr(row, name) for name in Leaf._fields)))
        row.save()
    Anchor.objects.all().delete()
    Checkpoint.objects.all().delete()
    guards.install(connection)


def test_where_the_record_does_not_hold_it_is_said_and_none_is_made(
    promise: Promise, sign_in: SignIn
) -> None:
    guards.remove(connection)
    Payload.objects.filter(entry_id=entry(promise)).update(content='{"what":"never"}')
    guards.install(connection)
    answer = sign_in("zhou").post(f"/ledger/receipts/promises/{promise.pk}/", asked(entry(promise), "text"))
    assert "Content-Disposition" not in answer
    assert not Entry.objects.filter(kind="receipt.made").exists()


def test_a_line_that_was_told_in_confidence_is_never_offered(
    promise: Promise, vendor: Cast, sign_in: SignIn
) -> None:
    with transaction.atomic():
        hidden = appending.append(
            "promise.moved", about=[vendor.luban.record, promise.record], by=vendor.actor("zhou"),
            visibility=Visibility.CONFIDENTIAL, what="悄悄改期",
        )  # fmt: skip
    address = f"/ledger/receipts/promises/{promise.pk}/"
    assert "悄悄改期" not in sign_in("zhou").get(address).content.decode()
    assert sign_in("zhou").post(address, asked(hidden, "text")).status_code == 404
    assert Case.objects.count() == 0


def test_a_message_that_no_entry_is_about_does_not_lead_to_one(
    promise: Promise, message: Message, sign_in: SignIn
) -> None:
    bare = Message.objects.create(
        case=message.case, audience=message.audience, is_inbound=True, text="来自导入", at=clock.now()
    )
    page = sign_in("zhou").get(f"/cases/{message.case.number}/").content.decode()
    assert f"/ledger/receipts/messages/{message.pk}/" in page
    assert f"/ledger/receipts/messages/{bare.pk}/" not in page
    assert sign_in("zhou").get(f"/ledger/receipts/messages/{bare.pk}/").status_code == 404
