from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.findings import Cause, Finding
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.docket import answering, gathering, reading
from proxeny.docket.access import answer_for
from proxeny.docket.models import Answer
from proxeny.docket.reading import Item
from proxeny.identity.access import NotFound
from proxeny.judgement import standing
from proxeny.judgement.models import Judgement
from proxeny.ledger import reading as ledger
from proxeny.ledger import verifying
from tests.cast import TODAY, Cast

BEGAN = date(2026, 11, 3)
pytestmark = pytest.mark.usefixtures("on_22_november")


def fell(account: Account, share: float, since: date = BEGAN, doubt: float = 0.2) -> Finding:
    return Finding(
        kind="swing",
        account_id=account.pk,
        cause=Cause("swing/storage/CNY/down", since, share),
        sentence=Sentence("It fell."),
        stake=Money(7_920_000, "CNY"),
        doubt=doubt,
    )


def lying_before(vendor: Cast, username: str, on: date = TODAY) -> list[Item]:
    return reading.docket(vendor.actor(username), on).items


def item(vendor: Cast, *findings: Finding) -> Item:
    gathering.gather(TODAY, findings or [fell(vendor.star_river, 0.38)])
    return lying_before(vendor, "zhou")[0]


def test_everybody_sees_the_matters_of_their_own_customers_only(vendor: Cast) -> None:
    gathering.gather(TODAY, [fell(vendor.star_river, 0.38), fell(vendor.yunqi, 0.2)])
    seen = {
        username: {one.account.name for one in lying_before(vendor, username) if one.account}
        for username in vendor.people
    }
    assert seen == {
        "zhou": {"星河物流"},
        "lin": {"云启科技"},
        "he": {"星河物流", "云启科技"},
        "tang": {"星河物流", "云启科技"},
        **{outsider: set() for outsider in ("pan", "xu", "zhang", "shen", "nobody")},
    }


def test_a_dismissed_matter_does_not_come_back_for_the_same_reason(vendor: Cast) -> None:
    answering.dismiss(
        item(vendor), reason="He moved the archive to tape, as agreed.", by=vendor.actor("zhou")
    )
    for days in (1, 7, 60):
        later = TODAY + timedelta(days=days)
        gathering.gather(later, [fell(vendor.star_river, 0.42, BEGAN + timedelta(days=4))])
        assert lying_before(vendor, "zhou", later) == []


def test_a_dismissed_matter_that_grew_by_half_is_news(vendor: Cast) -> None:
    answering.dismiss(item(vendor), reason="A test system was switched off.", by=vendor.actor("zhou"))
    gathering.gather(TODAY, [fell(vendor.star_river, 0.7)])
    assert len(lying_before(vendor, "zhou")) == 1


def test_a_matter_that_begins_anew_months_later_is_news(vendor: Cast) -> None:
    answering.dismiss(item(vendor), reason="A holiday of theirs.", by=vendor.actor("zhou"))
    later = TODAY + timedelta(days=90)
    gathering.gather(later, [fell(vendor.star_river, 0.38, later - timedelta(days=7))])
    assert len(lying_before(vendor, "zhou", later)) == 1


def test_what_is_put_off_lies_there_again_on_its_day(vendor: Cast) -> None:
    back = TODAY + timedelta(days=11)
    answering.snooze(item(vendor), until=back, reason="They migrate until then.", by=vendor.actor("zhou"))
    for day, count in ((TODAY, 0), (back - timedelta(days=1), 0), (back, 1)):
        gathering.gather(day, [fell(vendor.star_river, 0.38)])
        assert len(lying_before(vendor, "zhou", day)) == count


def test_a_judged_matter_comes_back_when_the_judgement_lapses(vendor: Cast) -> None:
    lapses = TODAY + timedelta(days=30)
    answering.judge(
        item(vendor),
        band=Judgement.Band.RED,
        reason="New IT head.",
        forecast=0.35,
        expires_on=lapses,
        by=vendor.actor("zhou"),
    )
    judgement = standing.judgement_of(vendor.star_river)
    assert judgement is not None
    assert (judgement.band, judgement.forecast, judgement.by) == ("red", 0.35, vendor["zhou"])
    for day, count in ((TODAY, 0), (lapses - timedelta(days=1), 0), (lapses, 1)):
        gathering.gather(day, [fell(vendor.star_river, 0.38)])
        assert len(lying_before(vendor, "zhou", day)) == count
    assert standing.judgement_of(vendor.star_river, lapses) is None


def test_a_judged_matter_is_gone_at_once_and_not_only_with_the_next_gathering(vendor: Cast) -> None:
    answering.judge(item(vendor), band=Judgement.Band.RED, reason="New IT head.", by=vendor.actor("zhou"))
    assert lying_before(vendor, "zhou", TODAY) == []


def test_an_answer_taken_back_puts_the_matter_on_the_docket_again(vendor: Cast) -> None:
    answer = answering.judge(
        item(vendor), band=Judgement.Band.GREEN, reason="All planned.", by=vendor.actor("zhou")
    )
    answering.take_back(answer, by=vendor.actor("zhou"))
    answering.take_back(answer, by=vendor.actor("zhou"))
    assert len(lying_before(vendor, "zhou")) == 1
    assert standing.judgement_of(vendor.star_river) is None
    kinds = [line.kind for line in ledger.about(vendor.star_river.record)]
    assert kinds == ["docket.answer-withdrawn", "judgement.withdrawn", "judgement.judged"]
    assert verifying.verify().ok


def test_a_second_click_gives_no_second_answer(vendor: Cast) -> None:
    lying, zhou = item(vendor), vendor.actor("zhou")
    for _click in range(2):
        answering.judge(lying, band=Judgement.Band.YELLOW, reason="Not sure yet.", by=zhou)
        answering.snooze(lying, until=TODAY + timedelta(days=3), reason="Ask on Wednesday.", by=zhou)
        answering.dismiss(lying, reason="Settled.", by=zhou)
    assert Answer.objects.count() == 3
    assert Judgement.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_an_answer_without_a_reason_is_refused_and_leaves_no_trace(vendor: Cast, reason: str) -> None:
    lying, zhou, lines = item(vendor), vendor.actor("zhou"), ledger.count()
    for answer in (
        lambda: answering.dismiss(lying, reason=reason, by=zhou),
        lambda: answering.snooze(lying, until=TODAY + timedelta(days=1), reason=reason, by=zhou),
        lambda: answering.judge(lying, band=Judgement.Band.RED, reason=reason, by=zhou),
    ):
        with pytest.raises(ValidationError):
            answer()
    assert (Answer.objects.count(), Judgement.objects.count(), ledger.count()) == (0, 0, lines)


def test_nothing_is_put_off_to_today_or_before(vendor: Cast) -> None:
    with pytest.raises(ValidationError, match="after today"):
        answering.snooze(item(vendor), until=TODAY, reason="Later.", by=vendor.actor("zhou"))


def test_gathering_the_same_findings_again_changes_nothing(vendor: Cast) -> None:
    first = item(vendor).number
    assert item(vendor).number == first


def test_an_outsider_cannot_load_an_item_or_an_answer(vendor: Cast) -> None:
    lying = item(vendor)
    answer = answering.dismiss(lying, reason="Settled.", by=vendor.actor("zhou"))
    assert answer_for(vendor.actor("zhou"), answer.pk) == answer
    for outsider in ("lin", "pan", "xu", "zhang", "shen", "nobody", "tang"):
        with pytest.raises(NotFound):
            answer_for(vendor.actor(outsider), answer.pk)
    for outsider in ("lin", "pan", "xu", "zhang", "shen", "nobody"):
        with pytest.raises(NotFound):
            reading.item_for(vendor.actor(outsider), lying.number, TODAY)


def test_another_day_is_answered_on_that_day(vendor: Cast) -> None:
    earlier = date(2026, 9, 1)
    with clock.on(earlier):
        gathering.gather(earlier, [fell(vendor.star_river, 0.38, date(2026, 8, 20))])
        [lying] = lying_before(vendor, "zhou", earlier)
        answer = answering.dismiss(lying, reason="Settled.", by=vendor.actor("zhou"))
    assert answer.on == earlier
