from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client

from proxeny.accounts import assigning
from proxeny.core import clock
from proxeny.judgement import judging
from proxeny.judgement.models import Judgement
from proxeny.notices import choosing
from proxeny.notices.kinds import registered
from proxeny.notices.models import Choice, Notice
from tests.cast import PEOPLE, Cast, SignIn

MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[datetime]]:
    """The time, to be set as the first of the list."""
    moment = [MONDAY]
    monkeypatch.setattr(clock, "machine_now", lambda: moment[0])
    return moment


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    return vendor


def judged(vendor: Cast) -> Notice:
    """Have He judge Luban, of which Zhou is told."""
    judging.judge(vendor.luban, band=Judgement.Band.RED, reason="x", by=vendor.actor("he"))
    return Notice.objects.latest("pk")


def page(client: Client, address: str = "/notices/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_inbox_says_what_happened_why_one_is_told_and_leads_there(vendor: Cast, sign_in: SignIn) -> None:
    notice, zhou = judged(vendor), sign_in("zhou")
    inbox = page(zhou)
    assert "何苗 judged 鲁班建材: in trouble." in inbox
    assert "because you speak for this customer" in inbox
    assert "Notices, 1 unread" in inbox
    there = zhou.get(f"/notices/{notice.pk}/")
    assert there["Location"] == f"/accounts/{vendor.luban.pk}/"
    assert "unread" not in page(zhou, "/accounts/").split("</nav>")[0]


def test_it_is_said_in_chinese_too(vendor: Cast, sign_in: SignIn) -> None:
    judged(vendor)
    vendor["zhou"].language = "zh-hans"
    vendor["zhou"].save()
    assert "鲁班建材" in page(sign_in("zhou"))


def test_what_is_done_leaves_the_inbox_and_can_be_brought_back(vendor: Cast, sign_in: SignIn) -> None:
    notice, zhou = judged(vendor), sign_in("zhou")
    answer = zhou.post(f"/notices/done/?only={notice.pk}", **HTMX).content.decode()
    assert "Nothing new" in answer
    assert f"/notices/open/?only={notice.pk}" in answer
    assert 'hx-target="#bell"' in answer
    assert "鲁班建材" in page(zhou, "/notices/done/")
    assert zhou.post(f"/notices/open/?only={notice.pk}")["Location"] == "/notices/"
    assert "鲁班建材" in page(zhou)


def test_the_ticked_ones_are_done_together(vendor: Cast, sign_in: SignIn) -> None:
    zhou = sign_in("zhou")
    first = judged(vendor)
    second = Notice.objects.create(
        staff=vendor["zhou"], kind=first.kind, about=str(vendor.star_river.record), key="x", text=first.text,
        reason=first.reason, at=MONDAY, shown_from=MONDAY,
    )  # fmt: skip
    zhou.post("/notices/done/", {"numbers": [first.pk, second.pk, "nonsense", "9" * 30]})
    assert Notice.objects.filter(done_at=None).count() == 0
    zhou.post(f"/notices/open/?only={first.pk},{second.pk}")
    assert Notice.objects.filter(done_at=None).count() == 2


def test_reading_all_and_thinking_again(vendor: Cast, sign_in: SignIn) -> None:
    notice, zhou = judged(vendor), sign_in("zhou")
    zhou.post("/notices/read/?only=")
    assert "Notices, 1 unread" not in page(zhou)
    zhou.post(f"/notices/unread/?only={notice.pk}")
    assert "Notices, 1 unread" in page(zhou)


@pytest.mark.parametrize("username", [name for name in PEOPLE if name != "zhou"])
def test_nobody_else_finds_it_or_changes_it(vendor: Cast, sign_in: SignIn, username: str) -> None:
    notice, other = judged(vendor), sign_in(username)
    assert other.get(f"/notices/{notice.pk}/").status_code == 404
    assert other.get("/notices/999999/").status_code == 404
    for what in ("done", "read", "unread", "open"):
        other.post(f"/notices/{what}/?only={notice.pk}")
        other.post(f"/notices/{what}/", {"numbers": [notice.pk]})
    assert "鲁班建材" not in page(other)
    notice.refresh_from_db()
    assert (notice.read_at, notice.done_at) == (None, None)


def test_a_customer_that_is_no_longer_ones_own_is_not_led_to(vendor: Cast, sign_in: SignIn) -> None:
    assigning.assign(
        vendor.star_river,
        level=vendor.star_river.level,
        spokesperson=vendor["lin"],
        sales=None,
        by=vendor.actor("he"),
    )
    zhou = sign_in("zhou")
    notice = Notice.objects.get(staff=vendor["zhou"])
    assert "You no longer speak for 星河物流; 林可 does." in page(zhou)
    assert zhou.get(f"/notices/{notice.pk}/")["Location"] == "/notices/"


def test_an_empty_inbox_says_what_will_lie_in_it(vendor: Cast, sign_in: SignIn) -> None:
    assert "Here you learn what others did" in page(sign_in("lin"))
    assert "180 days" in page(sign_in("lin"), "/notices/done/")


def test_outside_working_hours_it_says_until_when_it_waits(
    vendor: Cast, sign_in: SignIn, now: list[datetime]
) -> None:
    now[0] = EVENING
    judged(vendor)
    inbox = page(sign_in("zhou"))
    assert "鲁班建材" not in inbox
    assert "1 more waits until Mon 23\xa0Nov 09:00" in inbox
    assert "unread" not in inbox.split("</nav>")[0]


NOT_FOR_A_SPOKESPERSON = {
    "account.unspoken", "admission.answered", "admission.asked", "erasure.ordered", "erasure.run-out", "import.ended",
    "order.team", "record.breaks", "record.anchor-fails", "talk.owed",
}  # fmt: skip


def test_each_kind_can_be_wanted_at_any_hour_or_never(
    vendor: Cast, sign_in: SignIn, now: list[datetime]
) -> None:
    zhou = sign_in("zhou")
    choices = page(zhou, "/notices/choices/")
    for kind in registered():
        offered = kind.name not in NOT_FOR_A_SPOKESPERSON
        assert choices.count(f'name="{kind.name}"') == 3 * offered
    zhou.post(
        "/notices/choices/", {"judgement.by-others": "always", "account.yours": "sometimes", "x": "never"}
    )
    assert [(one.kind, one.way) for one in Choice.objects.all()] == [("judgement.by-others", "always")]
    now[0] = EVENING
    assert judged(vendor).shown_from == EVENING
    assert "鲁班建材" in page(zhou)
    zhou.post("/notices/choices/", {"judgement.by-others": "never"})
    judged(vendor)
    assert Notice.objects.filter(staff=vendor["zhou"]).count() == 1
    assert choosing.ways_of(vendor.actor("lin"))["judgement.by-others"] == "working-hours"


HEARS = {"case.given", "case.wants", "staff.role", "staff.team"}


@pytest.mark.parametrize(
    ("username", "offered"),
    [
        (
            "he",
            HEARS
            | {"account.unspoken", "import.ended", "judgement.lapses", "order.us", "request.weighed"}
            | {"admission.asked", "erasure.ordered", "erasure.run-out", "record.breaks"},
        ),
        ("zhang", {"staff.role", "staff.team"}),
    ],
)
def test_nobody_is_asked_about_what_they_can_never_be_told(
    sign_in: SignIn, username: str, offered: set[str]
) -> None:
    reader = sign_in(username)
    choices = page(reader, "/notices/choices/")
    assert {kind.name for kind in registered() if f'name="{kind.name}"' in choices} == offered
    reader.post("/notices/choices/", {"account.shared": "never"})
    assert not Choice.objects.exists()


@pytest.mark.parametrize("username", ["zhou", "he", "tang", "pan", "xu", "zhang", "shen"])
def test_nobody_is_asked_of_more_than_fifteen_kinds_and_each_says_what_it_tells(
    vendor: Cast, username: str
) -> None:
    concerned = [kind for kind in registered() if kind.concerns(vendor.actor(username))]
    assert 2 <= len(concerned) <= 15
    assert all(kind.title and kind.explanation.endswith(".") for kind in concerned)
