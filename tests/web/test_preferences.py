from collections.abc import Iterator
from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from proxeny.core import clock
from proxeny.identity.models import Staff
from proxeny.web.preferences import zones
from proxeny.web.time_zone import PersonTimeZone
from tests.cast import Cast, SignIn

LATE = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)  # already Monday in Shanghai
WANTED = {"language": "en", "theme": "dark", "time_zone": "America/New_York", "shortcuts": ""}


@pytest.fixture
def late() -> Iterator[None]:
    """Make it half past one at night, on 23 November, in Shanghai; Sunday noon in New York."""
    with patch.object(clock, "machine_now", lambda: LATE):
        yield


def moment_of(staff: Staff, value: datetime) -> str:
    """What a page says of a moment to that person."""
    request = RequestFactory().get("/")
    request.user = staff
    said = []

    def page(_request: object) -> object:
        said.append(Template("{{ value|moment }}").render(Context({"value": value})))
        said.append(str(clock.today()))
        return object()

    PersonTimeZone(page)(request)  # type: ignore[arg-type]
    return "; ".join(said)


def test_preferences_go_with_the_person_to_another_browser(vendor: Cast, sign_in: SignIn) -> None:
    assert sign_in("zhou").post("/preferences/", WANTED).status_code == 302
    zhou = Staff.objects.get(username="zhou")
    assert (zhou.language, zhou.theme, zhou.time_zone, zhou.shortcuts) == (
        "en",
        "dark",
        "America/New_York",
        False,
    )
    elsewhere = sign_in("zhou").get("/").content.decode()
    assert 'data-shortcuts="off"' in elsewhere
    assert 'data-theme="dark"' in elsewhere
    assert 'data-shortcuts="on"' in sign_in("lin").get("/").content.decode()


def test_a_change_is_undone_as_a_whole_and_once(vendor: Cast, sign_in: SignIn) -> None:
    browser = sign_in("zhou")
    browser.post("/preferences/", WANTED)
    assert 'action="/preferences/undo/"' in browser.get("/preferences/").content.decode()
    browser.post("/preferences/undo/")
    zhou = Staff.objects.get(username="zhou")
    assert (zhou.language, zhou.theme, zhou.time_zone, zhou.shortcuts) == ("zh-hans", "auto", "", True)
    browser.post("/preferences/", WANTED)
    sign_in("zhou").post("/preferences/undo/")
    assert Staff.objects.get(username="zhou").theme == "dark"


def test_what_is_no_time_zone_is_refused_and_the_installations_own_is_kept_as_none(
    vendor: Cast, sign_in: SignIn
) -> None:
    browser = sign_in("zhou")
    refused = browser.post("/preferences/", {**WANTED, "time_zone": "Mars/Olympus"})
    assert refused.status_code == 422
    assert refused.context["form"].errors["time_zone"]
    browser.post("/preferences/", {**WANTED, "time_zone": "Asia/Shanghai"})
    assert Staff.objects.get(username="zhou").time_zone == ""


def test_a_zone_that_is_not_in_the_list_is_taken_and_shown(vendor: Cast, sign_in: SignIn) -> None:
    browser = sign_in("zhou")
    browser.post("/preferences/", {**WANTED, "time_zone": "America/Indiana/Knox"})
    page = browser.get("/preferences/").content.decode()
    assert '<option value="America/Indiana/Knox" selected>' in page


@pytest.mark.usefixtures("late")
def test_moments_are_said_where_the_person_is_and_the_day_stays_the_installations(vendor: Cast) -> None:
    zhou = vendor["zhou"]
    assert moment_of(zhou, LATE).endswith("01:30 (UTC+08:00); 2026-11-23")
    zhou.time_zone = "America/New_York"
    assert "12:30 (New York, UTC-05:00); 2026-11-23" in moment_of(zhou, LATE)
    assert timezone.get_current_timezone_name() == "Asia/Shanghai"


@pytest.mark.usefixtures("late")
def test_summer_time_is_that_of_the_moment_not_of_today(vendor: Cast) -> None:
    zhou = vendor["zhou"]
    zhou.time_zone = "America/New_York"
    summer = datetime(2026, 7, 1, 16, 30, tzinfo=UTC)
    assert "12:30 (New York, UTC-04:00)" in moment_of(zhou, summer)
    before, after = datetime(2026, 3, 8, 6, 59, tzinfo=UTC), datetime(2026, 3, 8, 7, 1, tzinfo=UTC)
    assert "01:59 (New York, UTC-05:00)" in moment_of(zhou, before)
    assert "03:01 (New York, UTC-04:00)" in moment_of(zhou, after)


@pytest.mark.usefixtures("late")
def test_a_zone_that_is_no_more_does_no_harm(vendor: Cast) -> None:
    zhou = vendor["zhou"]
    for gone in ("Mars/Olympus", "../etc/passwd"):
        zhou.time_zone = gone
        assert "01:30 (UTC+08:00)" in moment_of(zhou, LATE)


def test_the_business_day_begins_at_the_installations_midnight_wherever_the_reader_is() -> None:
    with timezone.override("America/New_York"):
        assert clock.start_of(date(2026, 11, 22)) == datetime(2026, 11, 21, 16, tzinfo=UTC)
        assert clock.day_of(LATE) == date(2026, 11, 23)


def test_a_zone_is_called_by_its_city_in_the_readers_language(settings: Settings) -> None:
    assert zones.city_of("Asia/Kolkata") == "Kolkata"
    assert zones.named("Asia/Shanghai").offset == "UTC+08:00"
    offered = dict(zones.choices("Asia/Shanghai"))
    assert "Shanghai" in str(offered[""])
    assert ("Europe/Berlin", "Berlin") in [
        (name, str(said).split(" · ")[0]) for name, said in offered["Europe"]
    ]


def test_the_sign_in_page_asks_for_the_name_or_the_mail_in_the_readers_language(vendor: Cast) -> None:
    page = Client(headers={"accept-language": "zh-CN"}).get("/me/login/").content.decode()
    assert "登录名或邮箱" in page
    assert "用户名或" not in page
    assert "email" not in page.partition('name="login"')[2].partition(">")[0]
