from pathlib import Path

import pytest
from pytest_django import Settings

from proxeny.cli import up
from proxeny.identity import founding_code
from tests.cast import Cast


@pytest.fixture(autouse=True)
def _home_of_its_own(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.HOME = tmp_path
    monkeypatch.setattr(up, "_answers", lambda _host, _port: True)


@pytest.mark.django_db
def test_an_empty_installation_is_greeted_with_the_link_that_makes_its_owner(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    code = up._setup_code()
    assert code == founding_code.standing()
    up._greet("0.0.0.0", 8123, [], code, lambda: True)
    assert f"http://127.0.0.1:8123/welcome/?code={code}\n" in capsys.readouterr().out
    settings.ORIGIN = "https://proxeny.example.com"
    up._greet("0.0.0.0", 8123, [], code, lambda: True)
    assert f"https://proxeny.example.com/welcome/?code={code}\n" in capsys.readouterr().out


def test_where_somebody_is_there_is_no_link_and_an_old_code_goes(
    vendor: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    old = founding_code.standing()
    assert up._setup_code() == ""
    up._greet("127.0.0.1", 8123, ["  zhou 周敏"], "", lambda: True)
    said = capsys.readouterr().out
    assert "http://127.0.0.1:8123/" in said
    assert "zhou 周敏" in said
    assert "welcome" not in said
    assert founding_code.standing() != old
