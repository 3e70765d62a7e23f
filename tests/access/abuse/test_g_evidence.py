"""Abuse cases G (docs/security.md): what has to stand together, in order, and by the right hands."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.cases import writing
from proxeny.cases.models import Audience, Case, Message
from proxeny.cases.writing import Writing
from proxeny.core import clock
from proxeny.identity.roles import Role
from proxeny.ledger import appending
from proxeny.ledger.models import Entry
from proxeny.promises.concessions import deciding
from proxeny.promises.models import Concession
from proxeny.search.models import Document
from tests.cases.handy import opened
from tests.cast import TODAY, Cast, SignIn
from tests.promises.conceded import concede, limit

pytestmark = pytest.mark.usefixtures("on_22_november")


class Broken(Exception):  # noqa: N818  (it says what is the case)
    """The record cannot be written."""


def test_g6_what_cannot_be_put_on_record_does_not_happen(
    vendor: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = opened(vendor)
    before = [Case.objects.count(), Message.objects.count(), Document.objects.count()]

    def fails(*_: object, **__: object) -> int:
        raise Broken

    monkeypatch.setattr(appending, "append", fails)
    with pytest.raises(Broken):
        opened(vendor, "又一张")
    with pytest.raises(Broken):
        writing.write(case, Writing(Audience.CUSTOMER, "在查"), by=vendor.actor("zhou"))
    assert [Case.objects.count(), Message.objects.count(), Document.objects.count()] == before


def test_g7_a_line_of_another_day_says_both_days_and_stands_where_it_was_written(vendor: Cast) -> None:
    opened(vendor, "今天的")
    with clock.on(TODAY - timedelta(days=400)):
        opened(vendor, "说是去年的")
    today, told = Entry.objects.filter(kind="case.opened").order_by("sequence")
    assert told.at < today.at
    assert told.recorded_at >= today.recorded_at


def test_g10_what_is_decided_twice_is_on_record_once(vendor: Cast, sign_in: SignIn) -> None:
    case, he = concede(vendor, 5_000), vendor.actor("he")
    limit(vendor, Role.LEAD, 1_000_000)
    deciding.approve(case, by=he)
    lines = Entry.objects.count()
    deciding.approve(case, by=he)
    assert Entry.objects.count() == lines


def test_g11_nobody_approves_beyond_their_own_limit_also_not_what_they_gave(vendor: Cast) -> None:
    given = concede(vendor, 900_000)
    limit(vendor, Role.SPOKESPERSON, 1_000)
    with pytest.raises(ValidationError):
        deciding.approve(given, by=vendor.actor("zhou"))
    assert Concession.objects.get(pk=given.pk).decision == ""
