"""Abuse cases G8 and G9 (docs/security.md): what is erased by law is gone, takes two people, and cannot be guessed."""

import hashlib
import hmac
import json

import pytest
from django.core.exceptions import ValidationError

from proxeny.core.erasing import Sought
from proxeny.erasure import deciding, looking
from proxeny.ledger import verifying
from proxeny.ledger.models import Entry, Erased, Payload
from proxeny.ledger.rows.carrying import ROWS
from proxeny.search.models import Document
from tests.cast import Cast
from tests.erasure.test_carrying_out import everything
from tests.erasure.told import NAME, PHONE, RARE, erased, order, told

pytestmark = pytest.mark.usefixtures("on_22_november")


def test_g8_what_is_erased_is_gone_from_tables_and_search_and_every_other_proof_holds(vendor: Cast) -> None:
    """Free pages and logs: tests/erasure/test_what_remains_on_disk.py."""
    one = told(vendor)
    assert all(rare in everything() for rare in RARE)
    erased(one)
    assert [rare for rare in RARE if rare in everything()] == []
    assert not Document.objects.filter(text__contains=NAME).exists()
    assert verifying.verify().breaks == []


def test_g8_one_person_alone_erases_nothing(vendor: Cast) -> None:
    one = told(vendor)
    asked = order(one, by="he")
    with pytest.raises(ValidationError):
        deciding.confirm(asked, by=vendor.actor("he"))
    assert not Erased.objects.exists()
    assert looking.look(asked).count > 0


def test_g9_a_phone_number_is_not_guessed_from_its_commitment_after_erasure(vendor: Cast) -> None:
    """With the key each guess is checked at once; without it every text fits some key, and the key is 256 random bits."""
    one = told(vendor)
    entry = _with_phone()
    kept = Payload.objects.get(pk=entry.pk)
    assert _commits(bytes(kept.key), kept.content, entry.commitment)
    erased(one)
    assert not Payload.objects.filter(pk=entry.pk).exists()
    assert Entry.objects.get(pk=entry.pk).commitment == entry.commitment
    plain = {hashlib.sha256(said.encode()).hexdigest() for said in (PHONE, kept.content)}
    keyless = {
        hmac.digest(key, kept.content.encode(), "sha256").hex() for key in (b"", bytes(32), PHONE.encode())
    }
    assert entry.commitment not in plain | keyless


def test_g9_no_line_about_the_person_keeps_a_fingerprint_of_the_number(vendor: Cast) -> None:
    """Lines carry short fingerprints of the rows they changed: those about the person go with their texts.

    The line of the erasure tells how each row was with one mark of the whole row, never of the number by itself.
    """
    one = told(vendor)
    erased(one)
    about = Payload.objects.filter(entry__subjects__contains=f'"contact:{one.contact.pk}"').exclude(
        entry__kind="erasure.erased"
    )
    assert [row.pk for row in about if ROWS in json.loads(row.content)] == []


def _with_phone() -> Entry:
    sought = Sought((PHONE,))
    rows = Payload.objects.select_related("entry")
    return next(row.entry for row in rows if sought.within(row.content))


def _commits(key: bytes, content: str, commitment: str) -> bool:
    return len(key) == 32 and hmac.digest(key, content.encode(), "sha256").hex() == commitment
