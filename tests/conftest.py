"""What every test stands on: a home of its own, the cast, the two databases."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("PROXENY_HOME", tempfile.mkdtemp(prefix="proxeny-test-"))
os.environ.setdefault("PROXENY_SQLITE_FAST", "1")

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, TransactionTestCase, override_settings
from django.utils import translation

from proxeny.core import clock
from proxeny.ledger import guards
from tests import cast
from tests.cast import Cast


@pytest.fixture(autouse=True, scope="session")
def _files_of_each_worker_lie_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests run in several processes; each has folders of its own, as it has a database of its own."""
    home = tmp_path_factory.mktemp("home")
    settings.HOME, settings.FILES_FOLDER, settings.USAGE_FOLDER = home, home / "files", home / "usage"


@pytest.fixture(autouse=True, scope="session")
def _static_files_are_served_as_they_lie() -> Iterator[None]:
    """Collecting and hashing them is tested where it is made; every other test needs their addresses only."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        yield


@pytest.fixture(autouse=True, scope="session")
def _passwords_are_checked_quickly() -> None:
    """The real hash is slow on purpose; nine colleagues a test would make it the slowest part of all."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _domain_speaks_english() -> Iterator[None]:
    """Outside a page or a command, whose readers have their own language, what is said is matched in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def vendor(db: None) -> Cast:
    """The cast: colleagues with their roles, three customers, and an outsider to each."""
    return cast.assemble()


@pytest.fixture
def sign_in(vendor: Cast) -> cast.SignIn:
    """A function that returns a browser-like client signed in as one of the cast."""

    def client(username: str) -> Client:
        browser = Client()
        browser.force_login(vendor[username])
        return browser

    return client


@pytest.fixture
def on_22_november() -> Iterator[None]:
    """Make it Sunday, 22 November 2026."""
    with clock.on(cast.TODAY):
        yield


@pytest.fixture(scope="session")
def public_data() -> Path:
    """The folder of public data sets; what reads it is skipped where there is none."""
    folder = Path(os.environ.get("PROXENY_TEST_DATA", "/nowhere"))
    if not folder.is_dir():
        pytest.skip("no public data sets here: PROXENY_TEST_DATA names their folder")
    return folder


@pytest.fixture(autouse=True, scope="session")
def _ledger_can_be_emptied_between_tests() -> None:
    """Lift the database's own refusal only while a test that really commits is swept up after."""
    sweep_up = TransactionTestCase._fixture_teardown

    def without_guards(self: TransactionTestCase) -> None:
        guards.remove(connection)
        sweep_up(self)
        guards.install(connection)

    TransactionTestCase._fixture_teardown = without_guards
