"""What cases lay on the docket, and when people are told of a clock."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from proxeny.cases import findings, opening, proposing, waiting, warning, writing
from proxeny.cases.models import Audience, Case, Proposal, Severity
from proxeny.cases.opening import Opening
from proxeny.cases.proposing import Way
from proxeny.cases.refreshing import refresh_stakes
from proxeny.cases.writing import Writing
from proxeny.core import clock
from proxeny.docket import sweeping
from proxeny.docket.models import Sighting
from proxeny.notices.models import Notice
from tests.cast import Cast

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=SHANGHAI)


@pytest.fixture
def case(vendor: Cast) -> Case:
    """Opened on Monday the 16th at nine."""
    with clock.at(at("16 09:00")):
        return opening.open_case(
            vendor.luban, Opening(text="对账要 3 天", severity=Severity.NORMAL), by=vendor.actor("zhou")
        )


def said(source: object, on: date) -> list[str]:
    with clock.on(on):
        return [one.sentence.in_language("en") for one in source(on)]  # type: ignore[operator]


def test_a_case_without_a_way_ahead_is_on_the_docket_after_two_working_days(case: Case) -> None:
    assert said(findings.without_path, date(2026, 11, 17)) == []
    assert len(said(findings.without_path, date(2026, 11, 18))) == 1


def test_one_that_waits_for_the_customer_is_not(case: Case, vendor: Cast) -> None:
    with clock.at(at("16 10:00")):
        waiting.wait(case, why="账单", by=vendor.actor("zhou"))
    assert said(findings.without_path, date(2026, 11, 20)) == []


def test_a_clock_that_runs_out_today_is_named_in_the_morning_and_no_more_the_day_after(
    case: Case, vendor: Cast
) -> None:
    with clock.at(at("16 09:30")):
        writing.write(case, Writing(Audience.CUSTOMER, "收到"), by=vendor.actor("zhou"))
    named = said(findings.about_to_break, date(2026, 11, 16))
    assert [one.split("”")[1] for one in named] == [" should be clear by Mon 16\u00a0Nov 18:00."]
    assert not any("clear" in one for one in said(findings.about_to_break, date(2026, 11, 17)))


def test_a_customer_who_waits_longer_than_promised_is_on_the_docket(case: Case) -> None:
    assert said(findings.unanswered, date(2026, 11, 16)) == []
    assert len(said(findings.unanswered, date(2026, 11, 17))) == 1


def test_not_now_comes_back_on_its_day(case: Case, vendor: Cast) -> None:
    with clock.at(at("16 11:00")):
        way = Way(Proposal.Sort.NOT_NOW, "先不接", because="没有接口", look_again_on=date(2026, 11, 20))
        proposing.propose(case, way, by=vendor.actor("zhou"))
    assert said(findings.look_again, date(2026, 11, 19)) == []
    assert len(said(findings.look_again, date(2026, 11, 20))) == 1


def test_words_that_promise_ask_for_a_promise_on_record(case: Case, vendor: Cast) -> None:
    with clock.at(at("16 11:00")):
        writing.write(case, Writing(Audience.CUSTOMER, "保证下周三前修好。"), by=vendor.actor("zhou"))
        writing.write(case, Writing(Audience.NOTE, "保证下周三前修好。"), by=vendor.actor("zhou"))
    assert len(said(findings.promised_in_words, date(2026, 11, 17))) == 1
    assert said(findings.promised_in_words, date(2026, 12, 30)) == [], (
        "a month later nobody is asked any more"
    )


def test_people_are_warned_once_before_the_clock_breaks_and_never_after(case: Case, vendor: Cast) -> None:
    with clock.at(at("16 10:29")):
        assert warning.warn_of_clocks.call() == 0
    with clock.at(at("16 10:31")):
        assert warning.warn_of_clocks.call() == 1
        assert warning.warn_of_clocks.call() == 0
    assert Notice.objects.get(kind="case.wants").staff == vendor["zhou"]
    Notice.objects.all().delete()
    with clock.at(at("16 11:30")):
        assert warning.warn_of_clocks.call() == 0


def test_nobody_is_warned_at_night(vendor: Cast) -> None:
    with clock.at(at("20 17:45")):
        opening.open_case(vendor.luban, Opening(text="x"), by=vendor.actor("he"))
    for hours in range(64):
        moment = at("20 18:01") + timedelta(hours=hours)
        if moment >= at("23 09:00"):
            break
        with clock.at(moment):
            assert warning.warn_of_clocks.call() == 0, moment


def test_closed_and_left_customers_are_no_matter_for_the_docket(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(solved_at=at("17 09:00"))
    for source in (findings.without_path, findings.unanswered, findings.about_to_break, findings.look_again):
        assert said(source, date(2026, 11, 20)) == []


def test_a_case_stands_on_the_docket_of_the_day(case: Case) -> None:
    sweeping.gather(date(2026, 11, 20))
    assert "case-path" in set(Sighting.objects.values_list("matter__kind", flat=True))


def test_what_a_customer_is_worth_is_taken_over_in_the_night(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(stake_minor=5)
    assert refresh_stakes.call() == 1
    case.refresh_from_db()
    assert case.stake_minor is None
    assert refresh_stakes.call() == 0
