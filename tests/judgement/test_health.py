from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.judgement.health import keeping, setting, summing, weights
from proxeny.judgement.models import Health, Judgement, Weights
from proxeny.ledger.models import Entry
from tests.cast import Cast
from tests.judgement.lived import LAST, live, swept

MORNING = LAST + timedelta(days=1)


@pytest.fixture
def lived(vendor: Cast, tmp_path: Path) -> Cast:
    live(vendor, MORNING, tmp_path)
    swept(MORNING)
    return vendor


def kept(account: Account, on: date) -> Health:
    return keeping.latest([account.pk], on)[account.pk]


def test_the_sum_can_be_followed_part_by_part(lived: Cast) -> None:
    keeping.keep(MORNING)
    health = kept(lived.luban, MORNING)
    whole = sum(part["weight"] for part in health.parts)
    by_hand = sum(part["weight"] * (50 if part["value"] is None else part["value"]) for part in health.parts)
    assert health.score == pytest.approx(by_hand / whole, abs=0.01)
    assert health.low < health.score < health.high
    assert health.band == Judgement.Band.RED


def test_a_customer_of_whom_nothing_was_ever_known_has_no_score(lived: Cast) -> None:
    keeping.keep(MORNING)
    assert keeping.latest([lived.yunqi.pk], MORNING) == {}


def test_a_witness_that_falls_silent_widens_the_range_and_flatters_nobody(lived: Cast) -> None:
    known, unknown = summing.sums([lived.luban, lived.yunqi], MORNING)
    assert unknown.is_silent
    assert (unknown.sum.score, unknown.sum.low, unknown.sum.high) == pytest.approx((50, 0, 100))
    assert known.sum.high - known.sum.low < 100


def test_a_row_holds_until_a_witness_says_something_else(lived: Cast) -> None:
    assert keeping.keep(MORNING) == 1
    assert keeping.keep(MORNING) == 1
    assert Health.objects.count() == 1
    rows_before = list(Health.objects.values_list("on", flat=True))
    assert rows_before == [MORNING]
    assert kept(lived.luban, MORNING + timedelta(days=10)).on == MORNING
    assert keeping.latest([lived.luban.pk], MORNING - timedelta(days=1)) == {}


def test_weights_say_who_set_them_and_count_from_the_next_morning_on(lived: Cast) -> None:
    points = weights.proposed() | {"people": 0}
    with clock.at(datetime(2026, 11, 21, 3, tzinfo=UTC)):
        row = setting.weigh_anew("key", points, reason="人员变动另有会议看", by=lived.actor("he"))
    assert weights.points_of("key", weights.standing(MORNING))["people"] == weights.proposed()["people"]
    assert weights.points_of("key", weights.standing(MORNING + timedelta(days=1)))["people"] == 0
    assert weights.points_of("small", weights.standing())["people"] == weights.proposed()["people"]
    assert Entry.objects.filter(kind="judgement.weighed").count() == 1
    assert row.by == lived["he"]


def test_the_same_weights_again_change_nothing_and_none_at_all_is_refused(lived: Cast) -> None:
    points, he = weights.proposed(), lived.actor("he")
    setting.weigh_anew("", points, reason="先按建议的", by=he)
    setting.weigh_anew("", points, reason="再说一遍", by=he)
    assert Weights.objects.count() == 1
    with pytest.raises(ValidationError) as refused:
        setting.weigh_anew("", dict.fromkeys(points, 0), reason="都不算", by=he)
    assert "reason" in refused.value.message_dict
    with pytest.raises(ValidationError) as refused:
        setting.weigh_anew("", points | {"people": 101}, reason=" ", by=he)
    assert "people" in refused.value.message_dict


def test_before_weights_are_set_one_sees_who_would_change_band(lived: Cast) -> None:
    keeping.keep(MORNING)
    only_complaints_count = dict.fromkeys(weights.proposed(), 0) | {"complaints": 100}
    with clock.on(MORNING):
        (change,) = setting.preview(only_complaints_count, [lived.luban, lived.yunqi])
    complaints = next(part for part in change.health.parts if part["name"] == "complaints")
    assert change.after.score == pytest.approx(complaints["value"])
    assert change.changes_band
    assert Health.objects.get().score == change.health.score
