"""The queue of cases: what each sees in it, in which order, narrowed by what."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from proxeny.cases import assigning, confiding, merging, opening, snoozing, waiting
from proxeny.cases.models import Case
from proxeny.cases.opening import Opening
from proxeny.cases.placing import place_of
from proxeny.core import clock
from proxeny.identity.models import Team
from proxeny.web.cases.queue import counting
from tests.cases.handy import opened, said
from tests.cast import TODAY, Cast, SignIn


@pytest.fixture(autouse=True)
def _counted_anew() -> Iterator[None]:
    counting.forget()
    with clock.on(TODAY):
        yield


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    return vendor


@pytest.fixture
def yunqis(vendor: Cast) -> Case:
    return opening.open_case(vendor.yunqi, Opening(text="云启登录不了"), by=vendor.actor("lin"))


def page(client: Client, address: str = "/cases/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"<i>(\d+)</i>", text)]


def test_what_is_shown_first_is_ones_own_and_open(vendor: Cast, sign_in: SignIn, yunqis: Case) -> None:
    mine, given = opened(vendor), opened(vendor, "交给了何苗")
    assigning.give(given, to=vendor["he"], by=vendor.actor("zhou"))
    assert numbers(page(sign_in("zhou"))) == [mine.number]
    assert numbers(page(sign_in("he"))) == [given.number]
    assert numbers(page(sign_in("lin"))) == [yunqis.number]


def test_who_has_no_cases_sees_all_open_ones_they_may_see(
    vendor: Cast, sign_in: SignIn, yunqis: Case
) -> None:
    mine = opened(vendor)
    assert set(numbers(page(sign_in("tang")))) == {mine.number, yunqis.number}
    assert numbers(page(sign_in("pan"))) == [mine.number]


def test_an_outsider_sees_no_row_no_number_no_file_and_no_customer(
    vendor: Cast, sign_in: SignIn, yunqis: Case
) -> None:
    opened(vendor, "鲁班的导出")
    lin = sign_in("lin")
    for address in (
        "/cases/all/",
        f"/cases/all/?account={vendor.luban.pk}",
        "/cases/all/?q=鲁班",
        "/cases/all/?q=1001",
    ):
        text = page(lin, address)
        assert "鲁班" not in text.replace('value="鲁班"', "").replace("“鲁班”", "").replace("%E9", "")
        assert yunqis.number in numbers(text) or not numbers(text)
    assert "鲁班" not in lin.get("/cases/all/export.csv").getvalue().decode()
    for closed in ("xu", "zhang", "nobody"):
        for address in (
            "/cases/",
            "/cases/all/",
            "/cases/new/",
            "/cases/all/export.csv",
            "/cases/new/customers/",
        ):
            assert sign_in(closed).get(address).status_code == 404
    for reader in ("pan", "shen", "tang"):
        assert sign_in(reader).get("/cases/new/").status_code == 404
        assert "data-queue-keys" not in page(sign_in(reader), "/cases/all/")


def test_a_confidential_case_is_there_for_whom_that_channel_is_open(vendor: Cast, sign_in: SignIn) -> None:
    case = opened(vendor)
    confiding.confide(case, is_confidential=True, by=vendor.actor("zhou"))
    for username in ("zhou", "he", "tang"):
        assert numbers(page(sign_in(username), "/cases/all/?confidential=1")) == [case.number]
    for username in ("pan", "shen"):
        text = page(sign_in(username), "/cases/all/?confidential=1")
        assert not numbers(text)
        assert "Confidence" not in text


def test_the_order_is_the_day_then_what_is_at_stake_then_what_nothing_is_due_of(
    vendor: Cast, sign_in: SignIn
) -> None:
    small, great, waits, later = (opened(vendor, text) for text in ("小", "大", "等客户", "以后"))
    said(later, vendor, "在看")
    said(waits, vendor, "请发截图")
    waiting.wait(waits, why="截图", by=vendor.actor("zhou"))
    rows = Case.objects.in_bulk([small.pk, great.pk, later.pk])
    for case, stake in ((small, 10), (great, 1000)):
        row = rows[case.pk]
        row.stake_minor = stake
        Case.objects.filter(pk=case.pk).update(stake_minor=stake, place=place_of(row))
    text = page(sign_in("zhou"))
    assert numbers(text) == [great.number, small.number, later.number, waits.number]
    assert "the longest overdue first" in text
    assert re.search(r'class="is-waiting">.*等客户', text)


def test_a_case_put_off_is_left_out_until_its_day(vendor: Cast, sign_in: SignIn) -> None:
    case = opened(vendor)
    snoozing.snooze(case, TODAY + timedelta(days=2), reason="x", by=vendor.actor("zhou"))
    zhou = sign_in("zhou")
    assert not numbers(page(zhou))
    assert numbers(page(zhou, "/cases/all/?is=snoozed")) == [case.number]
    with clock.on(TODAY + timedelta(days=2)):
        assert numbers(page(zhou)) == [case.number]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("is=open", {"asked", "answered"}),
        ("is=closed", {"closed"}),
        ("is=merged", {"merged"}),
        ("waits=us", {"asked"}),
        ("waits=customer", {"answered"}),
        ("due=today", set()),
        ("due=week", set()),
        ("hands=none", set()),
        ("hands=me", {"asked", "answered", "closed", "merged"}),
        ("step=clarified", {"answered"}),
        ("step=responded", {"asked", "merged"}),
        ("priority=2", {"asked", "answered", "closed", "merged"}),
        ("priority=1", set()),
        ("kind=question", set()),
        ("source=chat", {"asked", "answered", "closed", "merged"}),
        ("source=mail", set()),
        ("opened-from=2026-11-22", {"asked", "answered", "closed", "merged"}),
        ("opened-to=2026-11-21", set()),
        ("q=对账单", {"asked"}),
        ("q=鲁班", {"asked", "answered", "closed", "merged"}),
        ("is=open&waits=us&q=对账单", {"asked"}),
    ],
)
def test_each_filter_lets_through_what_it_says(
    vendor: Cast, sign_in: SignIn, query: str, expected: set[str]
) -> None:
    zhou = vendor.actor("zhou")
    cases = {
        "asked": opened(vendor, "对账单不对"),
        "answered": opened(vendor, "登录慢"),
        "closed": opened(vendor, "已经关了"),
        "merged": opened(vendor, "也是登录慢"),
    }
    said(cases["answered"], vendor, "在看")
    waiting.wait(cases["answered"], why="截图", by=zhou)
    merging.merge(cases["merged"], cases["answered"], by=zhou)
    row = Case.objects.get(pk=cases["closed"].pk)
    row.closed_at = clock.now()
    Case.objects.filter(pk=row.pk).update(
        closed_at=row.closed_at,
        place=place_of(row),
        step="done",
        unanswered_since=None,
        due_at=None,
        priority=2,
    )
    Case.objects.exclude(pk=row.pk).update(priority=2)
    Case.objects.filter(pk=cases["merged"].pk).update(waits_since=None)
    Case.objects.filter(pk=cases["answered"].pk).update(unanswered_since=None)
    Case.objects.filter(due_at__isnull=False).update(
        due_at=clock.now() + timedelta(days=20), place=800_000 * 10**12
    )
    found = set(numbers(page(sign_in("zhou"), f"/cases/all/?{query}")))
    assert found == {cases[name].number for name in expected}


def test_due_is_told_by_day_and_by_moment(vendor: Cast, sign_in: SignIn) -> None:
    due = {"over": -1, "today": 0, "friday": 120, "sunday": 24 * 9}
    cases = {}
    for name, hours in due.items():
        case = opened(vendor, name)
        row = Case.objects.get(pk=case.pk)
        row.due_at = clock.now() + timedelta(hours=hours, minutes=1 if name == "today" else 0)
        Case.objects.filter(pk=case.pk).update(due_at=row.due_at, place=place_of(row))
        cases[name] = case.number
    zhou = sign_in("zhou")
    assert cases["over"] in numbers(page(zhou, "/cases/all/?due=over"))
    assert cases["today"] not in numbers(page(zhou, "/cases/all/?due=over"))
    assert cases["friday"] not in numbers(page(zhou, "/cases/all/?due=today"))
    assert cases["sunday"] not in numbers(page(zhou, "/cases/all/?due=week"))


def test_a_team_has_a_value_of_its_own(vendor: Cast, sign_in: SignIn) -> None:
    team = Team.objects.create(name="二线", founded_at=clock.now())
    case = opened(vendor)
    assigning.give(case, team=team, by=vendor.actor("zhou"))
    text = page(sign_in("zhou"), f"/cases/all/?hands=team-{team.pk}")
    assert numbers(text) == [case.number]
    assert '<td class="is-second">二线' in text
    assert not numbers(page(sign_in("zhou"), "/cases/all/?hands=none"))


def test_what_sales_cannot_know_is_no_filter_and_no_column_of_theirs(vendor: Cast, sign_in: SignIn) -> None:
    case = opened(vendor)
    Case.objects.filter(pk=case.pk).update(kind="defect")
    text = page(sign_in("pan"), "/cases/all/?kind=question&hands=none&columns=kind,cause,due")
    assert numbers(text) == [case.number]
    assert "known or new defect" not in text
    assert "known or new defect" in page(sign_in("zhou"), "/cases/all/")


def test_a_number_and_words_of_a_message_are_found(vendor: Cast, sign_in: SignIn) -> None:
    case, other = opened(vendor, "导出慢"), opened(vendor, "别的")
    said(case, vendor, "请清理浏览器缓存后再试")
    zhou = sign_in("zhou")
    assert numbers(page(zhou, f"/cases/all/?q={case.number}")) == [case.number]
    assert numbers(page(zhou, f"/cases/all/?q=%23{other.number}")) == [other.number]
    assert numbers(page(zhou, "/cases/all/?q=缓存")) == [case.number]


def test_a_hit_in_a_merged_case_brings_the_one_it_is_part_of(vendor: Cast, sign_in: SignIn) -> None:
    target, source = opened(vendor, "导出慢"), opened(vendor, "下载超时")
    merging.merge(source, target, by=vendor.actor("zhou"))
    assert numbers(page(sign_in("zhou"), "/cases/all/?q=下载超时&is=open")) == [target.number]


def test_built_in_views_say_where_one_is(vendor: Cast, sign_in: SignIn) -> None:
    opened(vendor)
    zhou = sign_in("zhou")
    assert re.search(r'aria-current="page">Mine<', page(zhou))
    assert re.search(r'aria-current="page">Unanswered<', page(zhou, "/cases/all/?waits=us&is=open"))
    assert 'aria-current="page">Mine<' not in page(zhou, "/cases/all/?hands=me&is=open&priority=1")
    assert ">Mine<" not in page(sign_in("tang"))


def test_fifty_rows_cost_as_many_questions_as_three(
    vendor: Cast, sign_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        opened(vendor, f"少 {number}")
    zhou = sign_in("zhou")
    page(zhou)
    with django_assert_max_num_queries(10) as few:
        page(zhou)
    for number in range(50):
        opened(vendor, f"多 {number}")
    with django_assert_max_num_queries(10) as many:
        text = page(zhou)
    assert text.count("<tr data-row") == 50
    assert len(many) == len(few)


def test_a_large_count_is_kept_for_a_while_a_small_one_is_counted_anew(
    vendor: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(vendor)
    reader = counting.Readable.of(vendor.actor("he"))
    assert reader.count() == 1
    opened(vendor)
    assert reader.count() == 2
    monkeypatch.setattr(counting, "KEPT_FROM", 1)
    assert reader.count() == 2
    opened(vendor)
    assert reader.count() == 2, "as it was within this minute"
    assert counting.Readable.of(vendor.actor("zhou")).filter(title="x").count() == 0
    monkeypatch.setattr(counting, "KEPT_SECONDS", 0)
    assert reader.count() == 3
