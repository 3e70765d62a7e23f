"""Whoever stands outside of the separate channel gets to see the same, byte for byte, with and without what was told in it.

Also of whom it was told cannot be seen: what was told about one customer answers as what was told about another.
"""

import itertools
import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from proxeny.cases import confiding, writing
from proxeny.cases.models import Case
from proxeny.cases.opening import Opening, open_case
from proxeny.cli import docket, team
from proxeny.core import clock
from tests.access import looks, walking, worlds
from tests.access.walking import Answer
from tests.access.worlds import SECRETS, Vendor
from tests.cast import Cast

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
OUTSIDE = ("pan", "sun", "xu", "zhang", "lin", "shen")
"""Who sells to the customer and to another one, product, an engineer of another team, who speaks for another customer (and has
a case of this one in hand), and the auditor."""
FOLLOWED = ("pan", "lin", "shen")
"""Also what lists lead on to is looked at: orders, filters, next pages, files. For the others these are the same lists."""
PANELS = (
    "framing", "matter", "orders", "owed", "priority", "resembling", "ties", "triage", "views", "whom",
)  # fmt: skip
WORDS = ("quietpromise", "导出")
World = dict[str, dict[str, Answer]]


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the clock of the machine stand, and draw the keys of the record from a row: else no two worlds were alike."""
    monkeypatch.setattr(clock, "machine_now", lambda: NOW)
    row = itertools.count()
    monkeypatch.setattr(secrets, "token_bytes", lambda size=32: next(row).to_bytes(size, "big"))
    logging.disable(logging.WARNING)  # each refusal writes a line
    with clock.at(NOW - timedelta(hours=20)):
        yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def at(still: None, vendor: Cast) -> Vendor:
    """The vendor without any confidence; Shen was let into one channel and asks for another, and does not look now."""
    built = worlds.built(vendor)
    looks.granted(built)
    looks.asked(built, case=9_000_000_001)
    return built


@contextmanager
def undone() -> Iterator[None]:
    """Undo within the database what is done within; numbers are given again."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    _numbers_again()


def _numbers_again() -> None:
    if connection.vendor == "postgresql":
        from django.apps import apps

        with connection.cursor() as cursor:
            for line in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
                cursor.execute(line)


def everything(at: Vendor, username: str) -> list[str]:
    """All addresses of the routes that a reader's roles open; others are closed before any row is read."""
    found, lead = [], Client()
    lead.force_login(at["he"])
    for path, _pattern, policy in walking.ours():
        if path.startswith(walking.LEFT_OUT) or not policy.admits(at[username].actor):
            continue
        if walking.only_changes(lead, path):
            continue
        panels = PANELS if path.startswith("cases/<int:number>/panels/") else ("ties",)
        found += [one for panel in panels for one in walking.filled(path, [panel])]
    return [*dict.fromkeys([*found, *walking.asked(WORDS)])]


def seen(at: Vendor, addresses: dict[str, list[str]], *, follow: int = 0) -> World:
    """What each of those outside gets to see."""
    found = {}
    for username, wanted in addresses.items():
        with undone(), clock.at(NOW):
            client = Client()
            client.force_login(at[username])
            onward = follow if username in FOLLOWED else 0
            found[username] = walking.walk(client, wanted, follow=onward) | commands(username)
    return found


def commands(username: str) -> dict[str, Answer]:
    """What the commands say that look through somebody's eyes."""
    found = {}
    for command, words in (
        (docket.command, ["--as", username, "--json"]),
        *((team.command, [name, "--as", username, "--json"]) for name in ("存储组", "网络组")),
    ):
        done = CliRunner().invoke(command, words)
        found[" ".join([str(command.name), *words])] = Answer(done.exit_code, (), done.output.encode())
    return found


def walked(world: World) -> dict[str, list[str]]:
    """The addresses at which a world was looked at."""
    return {name: [one for one in answers if one.startswith("/")] for name, answers in world.items()}


def unlike(one: World, other: World) -> dict[str, list[str]]:
    """Return by reader which addresses answer otherwise."""
    found = {name: [at for at, *_ in walking.differences(one[name], other[name])] for name in one}
    return {name: addresses for name, addresses in found.items() if addresses}


def test_what_was_told_in_confidence_changes_nothing_for_those_outside(at: Vendor) -> None:
    with undone():
        with clock.at(NOW - timedelta(hours=2)):
            worlds.confide(at, at.vendor.luban, at.case)
            worlds.confide(at, at.vendor.luban, at.in_lins_hands)
        told = seen(at, {name: everything(at, name) for name in OUTSIDE}, follow=1)
    without = seen(at, walked(told))
    assert unlike(told, without) == {}


def test_it_cannot_be_seen_of_whom_something_was_told(at: Vendor) -> None:
    """Numbers are given to what was told as to everything, so there are gaps; they are the same wherever it was told."""
    readers = (
        "pan",
        "xu",
        "shen",
        "wang",
    )  # he is of the team that got an order out of the confidential case
    with undone():
        worlds.confide(at, at.vendor.luban, at.case)
        worlds.go_on(at)
        one = seen(at, {name: everything(at, name) for name in readers})
    worlds.confide(at, at.vendor.star_river, at.star_rivers)
    worlds.go_on(at)
    assert unlike(one, seen(at, walked(one))) == {}


def test_the_walk_would_notice(at: Vendor) -> None:
    wanted = {"pan": ["/cases/all/", "/ledger/", "/cases/all/?q=quietpromise"]}
    before = seen(at, wanted)
    worlds.confide(at, at.vendor.luban, at.case)
    Case.objects.filter(is_confidential=True).update(is_confidential=False)
    assert unlike(before, seen(at, wanted))["pan"] == ["/cases/all/", "/cases/all/?q=quietpromise"]


@pytest.mark.parametrize("username", ["pan", "shen"])
def test_what_is_handed_out_as_evidence_holds_nothing_of_it(at: Vendor, username: str) -> None:
    worlds.confide(at, at.vendor.luban, at.case)
    client = Client()
    client.force_login(at[username])
    for route, number in (
        ("ledger-bundle-account", at.vendor.luban.pk),
        ("ledger-bundle-case", at.case.number),
    ):
        answer = client.post(reverse(route, args=[number]))
        with ZipFile(BytesIO(b"".join(answer.streaming_content))) as bundle:
            held = {name: bundle.read(name) for name in bundle.namelist()}
        assert any("导出报表超时".encode() in body for body in held.values())
        assert not [name for name, body in held.items() if any(one.encode() in body for one in SECRETS)]


def test_a_case_that_becomes_confidential_is_gone_from_where_it_was_seen(at: Vendor) -> None:
    """Also from what they had opened lately, watched and were told of, and from what is shown of the record."""
    title, zhou = "报表忽然全空", at.vendor.actor("zhou")
    case = open_case(at.vendor.luban, Opening(text=title, title=title), by=zhou)
    readers = {name: Client() for name in ("pan", "shen")}
    for name, client in readers.items():
        client.force_login(at[name])
        assert client.get(reverse("case", args=[case.number])).status_code == 200
    readers["shen"].post(reverse("case-watch", args=[case.number]))
    writing.customer_wrote(case, title, by=zhou)
    assert title in readers["pan"].get("/palette/").content.decode()
    confiding.confide(case, is_confidential=True, by=zhou)
    for name, client in readers.items():
        shown = walking.walk(client, everything(at, name))
        assert [address for address, answer in shown.items() if title.encode() in answer.body] == [], name
