from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from proxeny.accounts.models import Account
from proxeny.core.models import Job
from proxeny.demo import background
from proxeny.identity import adding, founding_code
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from tests.cast import PASSWORD, SETTING_UP, Cast, SignIn

PAGES = [
    "/",
    "/accounts/",
    "/imports/",
    "/me/login/",
    "/me/password/reset/",
    "/no-such-page/",
    "/welcome/start/",
]
WRITTEN = {
    "name": "陈静",
    "username": "chen",
    "email": "",
    "password": PASSWORD,
    "again": PASSWORD,
    "also": "lead",
    "time_zone": "America/New_York",
}


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    settings.USAGE_FOLDER, settings.FILES_FOLDER = tmp_path / "usage", tmp_path / "files"
    return tmp_path


def written(**other: str) -> dict[str, str]:
    return {**WRITTEN, "code": founding_code.standing(), **other}


def owner() -> Client:
    """Somebody who has just become the owner of an empty installation."""
    browser = Client()
    assert browser.post("/welcome/", written()).status_code == 302
    return browser


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_an_empty_installation_leads_to_the_welcome(page: str) -> None:
    assert Client().get(page)["Location"] == "/welcome/"
    assert Client().post(page)["Location"] == "/welcome/"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_leads_there_once_somebody_is_here(page: str, vendor: Cast) -> None:
    answer = Client().get(page)
    assert "/welcome/" not in answer.get("Location", "").partition("?")[0]
    assert Client().get("/welcome/").status_code == 404


@pytest.mark.django_db
def test_the_printed_link_fills_the_code_in_and_without_it_the_page_asks_for_it() -> None:
    code = founding_code.standing()
    page = Client().get("/welcome/", {"code": code}).content.decode()
    assert f'<input type="hidden" name="code" value="{code}"' in page
    page = Client().get("/welcome/").content.decode()
    assert '<input type="text" name="code"' in page
    assert code not in page


@pytest.mark.django_db
def test_who_has_the_code_is_the_owner_signed_in_and_led_on() -> None:
    browser = Client()
    answer = browser.post("/welcome/", written(), headers={"accept-language": "en"})
    assert answer["Location"] == "/welcome/start/"
    assert browser.get("/welcome/start/").status_code == 200
    made = Staff.objects.get()
    assert (made.username, made.language, made.time_zone) == ("chen", "en", "America/New_York")
    assert made.roles == {"owner", "lead"}
    assert made.check_password(PASSWORD)


@pytest.mark.django_db
@pytest.mark.parametrize(("also", "roles"), [("spokesperson", {"owner", "spokesperson"}), ("", {"owner"})])
def test_what_else_the_owner_is_they_say_themselves(also: str, roles: set[str]) -> None:
    Client().post("/welcome/", written(also=also))
    assert Staff.objects.get().roles == roles


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"code": ""},
        {"code": "aaaa-aaaa-aaaa-aaaa"},
        {"password": "short", "again": "short"},
        {"again": "another-long-one"},
        {"also": "auditor"},
        {"username": ""},
    ],
)
def test_nobody_becomes_the_owner_with_something_missing_or_wrong(wrong: dict[str, str]) -> None:
    answer = Client().post("/welcome/", written(**wrong))
    assert answer.status_code == 422
    assert set(wrong) & set(answer.context["form"].errors)
    assert not Staff.objects.exists()


@pytest.mark.django_db
def test_codes_cannot_be_tried_through() -> None:
    browser = Client()
    tries = [browser.post("/welcome/", written(code=f"{n}")).status_code for n in range(12)]
    assert tries == [422] * 10 + [429] * 2
    assert browser.post("/welcome/", written()).status_code == 429
    assert not Staff.objects.exists()


@pytest.mark.django_db
def test_an_unknown_time_zone_or_the_installations_own_is_kept_as_none(settings: Settings) -> None:
    Client().post("/welcome/", written(time_zone="Mars/Olympus"))
    assert Staff.objects.get().time_zone == ""


def test_who_comes_second_is_told(vendor: Cast) -> None:
    answer = Client().post("/welcome/", written())
    assert answer.status_code == 409
    assert "/me/login/" in answer.content.decode()
    assert not Staff.objects.filter(username="chen").exists()


@pytest.mark.parametrize("username", ["zhou", "pan", "xu", "zhang", "shen", "nobody"])
def test_the_three_doors_are_not_there_for_others(username: str, vendor: Cast, sign_in: SignIn) -> None:
    Account.objects.all().delete()
    browser = sign_in(username)
    assert browser.get("/welcome/start/").status_code == 404
    assert browser.get("/welcome/demo/progress/").status_code == 404
    assert browser.post("/welcome/demo/").status_code == 404
    assert not Job.objects.filter(task=background.load_demo.module_path).exists()


def test_a_lead_sees_the_doors_but_the_demo_is_the_owners(vendor: Cast, sign_in: SignIn) -> None:
    Account.objects.all().delete()
    lead = sign_in("he")
    assert "/welcome/demo/" not in lead.get("/welcome/start/").content.decode()
    assert lead.post("/welcome/demo/").status_code == 404
    assert "/welcome/demo/" in sign_in("tang").get("/welcome/start/").content.decode()


def test_once_there_are_customers_the_doors_lead_on_and_no_demo_comes_among_them(
    vendor: Cast, sign_in: SignIn
) -> None:
    browser = sign_in("tang")
    assert browser.get("/welcome/start/")["Location"] == "/session/arrival/"
    assert browser.post("/welcome/demo/").status_code == 404
    assert not Job.objects.filter(task=background.load_demo.module_path).exists()


@pytest.mark.django_db
def test_the_empty_list_of_imports_leads_the_owner_to_the_doors_and_nobody_else(
    vendor: Cast, sign_in: SignIn
) -> None:
    doors = 'href="/welcome/start/">'
    assert doors not in sign_in("tang").get("/imports/").content.decode()
    Account.objects.all().delete()
    assert doors in sign_in("tang").get("/imports/").content.decode().split("empty-title")[1]
    assert doors not in sign_in("he").get("/imports/").content.decode().split("empty-title")[1]


@pytest.mark.django_db
def test_asking_twice_for_the_demo_loads_it_once_and_stopping_it_is_said() -> None:
    browser = owner()
    for _twice in range(2):
        assert browser.post("/welcome/demo/")["Location"] == "/welcome/start/"
    job = Job.objects.get(task=background.load_demo.module_path)
    assert "demo-progress" in browser.get("/welcome/start/").content.decode()
    browser.post("/welcome/demo/cancellation/")
    job.refresh_from_db()
    assert job.status == Job.Status.CANCELLED
    standing = browser.get("/welcome/start/").context["standing"]
    assert standing.stopped
    assert not standing.goes_on


@pytest.mark.django_db
def test_who_loads_the_demo_becomes_a_lead_on_record() -> None:
    browser = Client()
    browser.post("/welcome/", written(also=""))
    browser.post("/welcome/demo/")
    staff = Staff.objects.get()
    assert staff.roles == {"owner", "lead"}
    assert staff.grants.get(role=Role.LEAD).granted_by == staff.reference


@pytest.mark.django_db
def test_what_is_missing_is_listed_until_it_is_there_or_put_away() -> None:
    browser = owner()
    assert "hint-setup" in browser.get("/accounts/").content.decode()
    browser.post("/welcome/hints/setup/", {"next": "/accounts/"})
    assert "hint-setup" not in browser.get("/accounts/").content.decode()
    assert browser.post("/welcome/hints/no-such-hint/").status_code == 404


@pytest.mark.django_db
def test_the_list_ticks_what_is_done_and_is_not_for_those_who_cannot_do_it() -> None:
    browser = owner()
    steps = browser.get("/accounts/").context["steps"]
    assert [step.is_done for step in steps.all] == [False, False, False]
    adding.add_staff("zhou", "周雨", by=SETTING_UP, password=PASSWORD, roles=[Role.SPOKESPERSON])
    steps = browser.get("/accounts/").context["steps"]
    assert [step.is_done for step in steps.all] == [False, False, True]
    spokesperson = Client()
    spokesperson.force_login(Staff.objects.get(username="zhou"))
    assert "hint-setup" not in spokesperson.get("/accounts/").content.decode()
