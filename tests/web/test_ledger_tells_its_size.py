"""How many lines the record has, and which are broken, is told to those who may read them."""

import re

import pytest
from django.db import connection

from proxeny.ledger import guards, reading
from tests.access import worlds
from tests.cast import Cast, SignIn

WHOLE, PART = ("he", "tang", "shen"), ("zhou", "lin", "pan", "xu", "zhang")


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    return vendor


def verdict(sign_in: SignIn, username: str) -> str:
    page = sign_in(username).post("/ledger/verification/").content.decode()
    return page[page.index('<section class="verdict"') :].split("</section>")[0]


@pytest.mark.parametrize("username", WHOLE)
def test_who_reads_the_whole_record_is_told_how_many_lines_there_are(
    vendor: Cast, sign_in: SignIn, username: str
) -> None:
    assert f"{reading.count()} entries" in verdict(sign_in, username)


@pytest.mark.parametrize("username", PART)
def test_who_reads_a_part_of_it_is_told_that_it_holds_and_not_how_long_it_is(
    vendor: Cast, sign_in: SignIn, username: str
) -> None:
    built = worlds.built(vendor)
    before = verdict(sign_in, username)
    worlds.confide(built, vendor.luban, built.case)
    assert "The ledger holds" in before
    assert not re.search(r"\d", re.sub(r"<[^>]+>", "", before))
    assert verdict(sign_in, username) == before


def broken(what: str) -> int:
    """Change the newest line of that visibility as nobody may; return its number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(sequence) FROM ledger_entry WHERE visibility = %s", [what])
        (number,) = cursor.fetchone()
        guards.remove(connection)
        cursor.execute("UPDATE ledger_entry SET actor = 'staff:999' WHERE sequence = %s", [number])
    return int(number)


def test_a_break_is_named_to_those_who_may_read_the_line(vendor: Cast, sign_in: SignIn) -> None:
    built = worlds.built(vendor)
    worlds.confide(built, vendor.luban, built.case)
    number = broken("confidential")
    told = {username: verdict(sign_in, username) for username in ("he", "zhou", "pan")}
    assert all("does not hold" in one for one in told.values())
    assert {username for username, one in told.items() if f">{number}<" in one} == {"he"}
    assert "not among the entries that you may read" in told["pan"]


def test_a_break_in_a_line_of_one_s_own_is_named(vendor: Cast, sign_in: SignIn) -> None:
    worlds.built(vendor)
    number = broken("open")
    assert reading.newest(1)[0].sequence == number
    assert f">{number}<" in verdict(sign_in, "pan")  # the last that was done is a talk of theirs
