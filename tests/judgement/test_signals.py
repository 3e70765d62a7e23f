from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import transaction

from proxeny.accounts import contacting
from proxeny.accounts.models import Account
from proxeny.cases.opening import Opening, open_case
from proxeny.core import clock
from proxeny.judgement import signals
from proxeny.judgement.signals import Direction, Heard
from proxeny.promises import promising
from tests.cast import Cast
from tests.judgement.lived import LAST, live, swept

A_MONTH = timedelta(days=30)
MORNINGS = [date(2026, 2, 1) + timedelta(days=15 * number) for number in range(20)]


class UndoneError(Exception):
    """Raised so that what was lived through is as if it had never been."""


def heard_on(account: Account, on: date) -> dict[str, Heard]:
    return signals.heard([account], on)[account.pk]


def lived_up_to(vendor: Cast, on: date, folder: Path) -> dict[str, Heard]:
    """What the witnesses say on a morning after which nothing has happened yet."""
    found: dict[str, Heard] = {}
    with pytest.raises(UndoneError), transaction.atomic():
        live(vendor, on, folder)
        swept(on - A_MONTH)
        swept(on)
        found = heard_on(vendor.luban, on)
        raise UndoneError
    return found


def told(words: dict[str, Heard]) -> dict[str, object]:
    """What can be compared: swings get new numbers with every sweep, so evidence is taken by its words."""
    return {
        name: [
            one and (one.value, one.sure, one.fresh_on, one.text, tuple(each.text for each in one.evidence))
            for one in (word.now, word.before)
        ]
        for name, word in words.items()
    }


def test_on_twenty_mornings_witnesses_say_what_they_would_if_nothing_later_had_happened(
    vendor: Cast, tmp_path: Path
) -> None:
    then = {on: told(lived_up_to(vendor, on, tmp_path)) for on in MORNINGS}
    live(vendor, LAST + timedelta(days=1), tmp_path)
    for on in MORNINGS:
        swept(on - A_MONTH)
        swept(on)
        assert told(heard_on(vendor.luban, on)) == then[on], on


def test_a_customer_of_whom_nothing_is_known_is_met_with_silence_and_not_with_praise(vendor: Cast) -> None:
    words = heard_on(vendor.yunqi, date(2026, 11, 22))
    assert {name for name, word in words.items() if word.now} == set()
    assert all(signal.silence and word.direction is Direction.UNKNOWN for signal, word in (
        (signal, words[signal.name]) for signal in signals.all_signals()))  # fmt: skip


def test_what_went_wrong_in_a_year_can_be_read_with_its_evidence(vendor: Cast, tmp_path: Path) -> None:
    live(vendor, LAST + timedelta(days=1), tmp_path)
    swept(LAST)
    words = heard_on(vendor.luban, LAST)
    said = {name: word.now.text.in_language("en") for name, word in words.items() if word.now}
    assert said["promises"] == "Broken: 1; kept within a year: 1"
    assert said["people"] == "People known: 1; left within half a year: 1"
    assert said["breadth"] == "Used now: 1 of the 2 things used within a year"
    assert said["complaints"] == "Complaints within half a year: 1"
    people = words["people"].now
    assert people is not None
    assert people.value < 20
    assert [one.text.values["name"] for one in people.evidence] == ["李工"]
    assert heard_on(vendor.luban, date(2026, 11, 5))["people"].direction is Direction.WORSE
    consumption = words["consumption"].now
    assert consumption is not None
    assert 0.35 < consumption.text.values["share"]["value"] < 0.45


def test_a_case_in_problem_state_is_dark_until_a_way_ahead_stands(vendor: Cast, tmp_path: Path) -> None:
    live(vendor, date(2026, 2, 7), tmp_path)
    cases = heard_on(vendor.luban, date(2026, 2, 7))["cases"].now
    assert cases is not None
    assert cases.text.values == {"cases": 1, "hours": pytest.approx(4 * 24 - 14, abs=1), "standing": 1}
    assert [one.reference.partition(":")[0] for one in cases.evidence] == ["case"]


def test_what_was_told_in_confidence_moves_no_witness(vendor: Cast, tmp_path: Path) -> None:
    live(vendor, LAST + timedelta(days=1), tmp_path)
    before = told(heard_on(vendor.luban, LAST))
    with clock.on(date(2026, 11, 18)):
        zhou = vendor.actor("zhou")
        open_case(vendor.luban, Opening(title="销售乱许愿", text="别告诉销售", is_confidential=True), by=zhou)
        promising.promise(
            vendor.luban,
            what="换人",
            due_on=date(2026, 11, 18),
            to_name="李工",
            by_name="周雨",
            in_confidence=True,
            by=zhou,
        )
    assert told(heard_on(vendor.luban, LAST)) == before


def test_asking_about_one_customer_or_about_all_gives_the_same(vendor: Cast, tmp_path: Path) -> None:
    live(vendor, LAST + timedelta(days=1), tmp_path)
    swept(LAST)
    assert signals.heard(Account.objects.all(), LAST)[vendor.luban.pk] == heard_on(vendor.luban, LAST)


def test_people_who_were_noted_this_morning_are_known_today_and_not_on_earlier_mornings(vendor: Cast) -> None:
    today = date(2026, 11, 22)
    with clock.on(today):
        contacting.add(vendor.luban, {"name": "李工"}, by=vendor.actor("zhou"))
        assert heard_on(vendor.luban, today)["people"].now
        assert heard_on(vendor.luban, today - timedelta(days=1))["people"].now is None
