"""Who is told of promises, and what they hand in to the docket."""

from datetime import date, timedelta

import pytest

from proxeny.accounts.models import Contract, ContractLine
from proxeny.core import clock
from proxeny.core.sentences import Sentence
from proxeny.docket import gathering, reading
from proxeny.docket.sources import SOURCES
from proxeny.notices.models import Notice
from proxeny.promises import findings, keeping, moving, promising, withdrawing
from proxeny.promises.telling import tell_of_broken
from tests.cast import TODAY, Cast
from tests.promises.promised import EXPORT, promise

pytestmark = pytest.mark.usefixtures("on_22_november")
YESTERDAY = TODAY - timedelta(days=1)


def told(vendor: Cast, **which: object) -> dict[str, list[str]]:
    """What each person was told, oldest first."""
    found: dict[str, list[str]] = {}
    names = {person.pk: username for username, person in vendor.people.items()}
    for one in Notice.objects.filter(**which).order_by("pk"):
        text = Sentence.from_json(one.text).in_language("en")
        found.setdefault(names[one.staff_id], []).append(text)
    return found


def test_spokesperson_sales_and_who_promised_are_told_and_not_who_noted_it(vendor: Cast) -> None:
    promise(vendor, TODAY, by="pan", what="月底前给报价单")
    said = "潘磊 noted that 张工 promised 鲁班建材 until 22 Nov: 月底前给报价单"
    plain = {
        name: [text.replace("\u00a0", " ").replace("\u202f", " ") for text in texts]
        for name, texts in told(vendor).items()
    }
    assert plain == {"zhou": [said], "zhang": [said]}


def test_what_was_noted_by_mistake_is_no_news_any_more(vendor: Cast) -> None:
    made = promise(vendor, TODAY)
    assert set(told(vendor)) == {"pan", "zhang"}
    promising.take_back(made, by=vendor.actor("zhou"))
    assert told(vendor) == {}


def test_sales_is_told_nothing_of_what_was_said_in_confidence(vendor: Cast) -> None:
    made = promise(vendor, YESTERDAY, by="he", by_person=vendor["pan"], in_confidence=True)
    tell_of_broken.call()
    withdrawing.withdraw(made, reason="x", by=vendor.actor("he"))
    assert set(told(vendor)) == {"zhou"}


def test_of_a_broken_promise_the_promiser_and_the_spokesperson_are_told_once(vendor: Cast) -> None:
    promise(vendor, YESTERDAY, by="he")
    assert tell_of_broken.call() == 2
    assert tell_of_broken.call() == 0
    assert set(told(vendor, key__contains="/broken/")) == {"zhou", "zhang"}


def test_nobody_is_told_of_one_due_today_nor_of_one_kept_or_long_past(vendor: Cast) -> None:
    promise(vendor, TODAY)
    kept = promise(vendor, YESTERDAY)
    keeping.keep(kept, proof="x", by=vendor.actor("zhou"))
    promise(vendor, date(2026, 11, 5))
    assert tell_of_broken.call() == 0


def test_kept_or_moved_it_is_no_longer_told_as_broken_and_broken_again_it_is(vendor: Cast) -> None:
    made = promise(vendor, YESTERDAY)
    tell_of_broken.call()
    moving.move(made, to_day=TODAY, word="好", word_of="郑总", by=vendor.actor("zhou"))
    assert told(vendor, key__contains="/broken/") == {}
    with clock.on(TODAY + timedelta(days=1)):
        assert tell_of_broken.call() == 2
        keeping.keep(made, proof="x", by=vendor.actor("zhou"))
    assert told(vendor, key__contains="/broken/") == {}


def test_promises_due_within_a_week_and_broken_ones_lie_on_the_docket(vendor: Cast) -> None:
    contract = Contract.objects.create(
        account=vendor.luban, number="C-1", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31),
        currency="CNY", added_at=clock.now(), changed_at=clock.now(),
    )  # fmt: skip
    ContractLine.objects.create(contract=contract, product="存储", amount_minor=86_000_000)
    broken = promise(vendor, date(2026, 11, 20), noticed_by_customer=True)
    today, soon = promise(vendor, TODAY), promise(vendor, TODAY + timedelta(days=7))
    promise(vendor, TODAY + timedelta(days=8))
    kept = promise(vendor, TODAY)
    keeping.keep(kept, proof="x", by=vendor.actor("zhou"))
    (one,) = findings.broken(TODAY)
    assert one.stake is not None
    assert (one.stake.minor, one.due, one.doubt) == (86_000_000, broken.due_on, 0.0)
    assert any("customer knew" in said.text.in_language("en") for said in one.evidence)
    due = {finding.cause.since: finding.sentence.in_language("en") for finding in findings.due_soon(TODAY)}
    assert set(due) == {today.due_on, soon.due_on}
    assert due[today.due_on] == f"张工 promised until today: “{EXPORT}”"
    assert {findings.broken, findings.due_soon} <= set(SOURCES)


def test_a_promise_lies_before_who_speaks_for_the_customer_and_moved_it_is_another_matter(
    vendor: Cast,
) -> None:
    made = promise(vendor, TODAY)
    gathering.gather(TODAY, findings.due_soon(TODAY))
    lying = {name: len(reading.docket(vendor.actor(name), TODAY).items) for name in ("zhou", "lin", "pan")}
    assert lying == {"zhou": 1, "lin": 0, "pan": 0}
    (before,) = findings.due_soon(TODAY)
    moving.move(made, to_day=TODAY + timedelta(days=3), word="好", word_of="郑总", by=vendor.actor("zhou"))
    (after,) = findings.due_soon(TODAY)
    assert not before.cause.covers(after.cause)
    assert any("郑总" in said.text.in_language("en") for said in after.evidence)
