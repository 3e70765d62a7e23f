"""The fake importer stands in for a kind that nothing else imports yet."""

import pytest
from django.test import Client

from proxeny.intake import importers, undoing
from tests.cast import Cast, SignIn
from tests.web.imports.bringing import KIND
from tests.web.imports.fake_importer import FakeImporter


@pytest.fixture(autouse=True)
def importer(monkeypatch: pytest.MonkeyPatch) -> FakeImporter:
    """The importer of `KIND` in this test."""
    one = FakeImporter()
    monkeypatch.setitem(importers._importers, KIND, one)
    monkeypatch.setitem(undoing._ways, KIND, lambda batch, by: None)
    return one


@pytest.fixture
def lead(sign_in: SignIn) -> Client:
    """One who may import."""
    return sign_in("he")


@pytest.fixture
def in_english(vendor: Cast) -> None:
    """Let everybody read English, so that what is said can be compared."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
