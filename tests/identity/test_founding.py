import stat
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from pytest_django import Settings

from proxeny.identity import founding, founding_code
from proxeny.identity.models import RoleGrant, Staff
from proxeny.identity.roles import Role
from proxeny.ledger import reading
from proxeny.ledger.verifying import verify
from tests.cast import PASSWORD, Cast


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def become(username: str, code: str) -> Staff:
    return founding.found(username, username.title(), code=code, password=PASSWORD, also=Role.LEAD)


def test_the_code_is_made_once_and_nobody_else_on_the_machine_can_read_it(home: Path) -> None:
    code = founding_code.standing()
    assert founding_code.standing() == code
    assert stat.S_IMODE((home / "setup-code").stat().st_mode) == 0o600
    assert len(set(code)) > 5
    assert [file.name for file in home.iterdir()] == ["setup-code"]


def test_two_installations_have_two_codes(settings: Settings, tmp_path: Path) -> None:
    first = founding_code.standing()
    settings.HOME = tmp_path / "other"
    settings.HOME.mkdir()
    assert founding_code.standing() != first


def test_a_code_fits_however_it_is_spaced_and_no_other_does() -> None:
    code = founding_code.standing()
    assert founding_code.fits(code.replace("-", " ").upper() + "\n")
    for wrong in ("", code[:-1], code + "a", "密码", code[::-1] + "a"):
        assert not founding_code.fits(wrong)


@pytest.mark.django_db(transaction=True)
def test_the_owner_is_on_record_and_the_code_is_used_up(home: Path) -> None:
    code = founding_code.standing()
    owner = become("chen", code)
    assert owner.roles == {"owner", "lead"}
    assert [line.kind for line in reading.newest(3)][::-1] == [
        "staff.added",
        "staff.role-granted",
        "staff.role-granted",
    ]
    assert verify().ok
    assert not (home / "setup-code").exists()
    with pytest.raises(founding.AlreadyFounded):
        become("wang", code)
    assert Staff.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_wrong_code_or_a_weak_password_makes_nobody_the_owner(home: Path) -> None:
    with pytest.raises(founding.WrongCode):
        become("chen", "aaaa-bbbb-cccc-dddd")
    with pytest.raises(ValidationError):
        founding.found("chen", "Chen", code=founding_code.standing(), password="short")
    assert not founding.is_founded()
    assert (home / "setup-code").exists()


def test_where_somebody_is_there_nobody_becomes_the_owner(vendor: Cast) -> None:
    with pytest.raises(founding.AlreadyFounded):
        become("chen", founding_code.standing())


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_becomes_the_owner_and_the_other_is_told() -> None:
    code, start, told = founding_code.standing(), Barrier(2), []

    def come(username: str) -> None:
        start.wait()
        try:
            become(username, code)
        except founding.AlreadyFounded:
            told.append(username)
        finally:
            connection.close()

    people = [Thread(target=come, args=[username]) for username in ("chen", "wang")]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert len(told) == 1
    assert Staff.objects.count() == 1
    assert RoleGrant.objects.filter(role=Role.OWNER).count() == 1
