"""The bench of the pages: its vendor is what the figures are about, and it measures what it names."""

import json
import os
import subprocess
import sys

import pytest
from django.db.models import Count

from proxeny.accounts.models import Account
from proxeny.cli.benches import pages_vendor
from proxeny.cli.benches.page_clients import Taken
from proxeny.docket import fronting
from proxeny.docket.models import Sighting
from proxeny.identity.models import Staff
from proxeny.judgement import sweeping
from proxeny.ledger.verifying import verify
from proxeny.usage import pulses
from tests.cast import TODAY


@pytest.mark.usefixtures("db", "on_22_november")
def test_the_made_up_vendor_has_what_it_was_asked_for() -> None:
    pages_vendor.make(12, 60, 30, TODAY)
    reader = Staff.objects.get(username=pages_vendor.READER).actor
    assert Account.objects.count() == 12
    assert fronting.front(reader, TODAY).count == 60
    assert set(Sighting.objects.values_list("account").annotate(count=Count("pk")).values_list("count")) == {
        (5,)
    }
    assert sweeping.standing(TODAY)
    taken = pulses.of(Account.objects.all(), TODAY)
    assert all(pulse.consumed for pulse in taken.values())
    assert sum(pulse.contracted is not None for pulse in taken.values()) == 6
    assert verify().ok


def test_median_and_p95_are_those_of_the_times() -> None:
    taken = Taken([float(number) for number in range(1, 101)])
    assert taken.median == 50.5
    assert 95 <= taken.p95 <= 96


def test_the_bench_measures_each_page_against_its_bare_page() -> None:
    words = [
        "bench",
        "pages",
        "--accounts",
        "60",
        "--matters",
        "120",
        "--entries",
        "5",
        "--rounds",
        "2",
        "--json",
    ]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "proxeny.cli.main", *words],
        env={**os.environ, "PROXENY_SQLITE_FAST": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    document = json.loads(done.stdout)
    assert (document["accounts"], document["docket_rows"]) == (60, 120)
    pages = document["pages"]
    bare = {"/bare/accounts/", "/bare/docket/", "/bare/frame/", "/bare/list/"}
    assert {*bare, "/", "/accounts/", "/accounts/?sort=money"} <= set(pages)
    for name, page in pages.items():
        assert page["queries"] > 0, name
        assert page["html_bytes"] > page["sent_bytes"] > 0, name
        assert page["times_bare"] > 0, name
        assert page["cpu_ms"] > 0, name
    assert pages["/bare/accounts/"]["times_bare"] == pages["/bare/docket/"]["times_bare"] == 1
