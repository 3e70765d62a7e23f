"""What was found, on the command line and on the page, for who may see it."""

import json

import pytest
from click.testing import CliRunner

from proxeny.cli.ledger import command
from proxeny.ledger.rows.declaring import declared
from proxeny.promises.models import Promise
from tests.access.worlds import SECRETS, Vendor, built, confide
from tests.cast import Cast, SignIn
from tests.reconciling.rows_of_all import line, write

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def at(vendor: Cast) -> Vendor:
    """A vendor with an open promise and two told in confidence."""
    made = built(vendor)
    confide(made, vendor.luban, made.case)
    line()
    return made


def tamper(promise: Promise) -> None:
    """Write another day by SQL."""
    promises = next(one for one in declared() if one.model is Promise)
    write(promises, promise.pk, "due_on", "2027-01-15")


def run(*words: str) -> tuple[int, str]:
    """Run the command; return how it ended, and what it printed."""
    done = CliRunner().invoke(command, list(words), catch_exceptions=False)
    return done.exit_code, done.stdout


def test_reconcile_ends_with_0_where_all_fits(at: Vendor) -> None:
    code, said = run("reconcile", "--json")
    assert code == 0
    document = json.loads(said)
    assert document["ok"]
    assert document["rows"] == document["told"] > 80


def test_reconcile_names_table_row_and_column_and_ends_with_1(at: Vendor) -> None:
    tamper(at.promise)
    code, said = run("reconcile", "--json")
    [found] = json.loads(said)["breaks"]
    assert code == 1
    assert (found["table"], found["row"], found["column"]) == ("promises.promise", at.promise.pk, "due_on")
    code, said = run("reconcile")
    assert code == 1
    assert "due" in said or "到期" in said


def test_verify_includes_the_rows_unless_told_not_to(at: Vendor) -> None:
    tamper(at.promise)
    code, said = run("verify", "--json")
    document = json.loads(said)
    assert code == 1
    assert not document["ok"]
    assert [set(one) for one in document["breaks"]] == [{"sequence", "kind", "detail"}]
    code, said = run("verify", "--no-rows", "--json")
    assert code == 0
    assert json.loads(said)["ok"]


def test_the_page_leads_to_the_row(at: Vendor, sign_in: SignIn) -> None:
    page = sign_in("he").post("/ledger/verification/").content.decode()
    assert "as their entries left them" in page or "都与条目记下的一致" in page
    tamper(at.promise)
    page = sign_in("he").post("/ledger/verification/").content.decode()
    assert f'href="/promises/{at.promise.pk}/"' in page


def test_of_what_was_told_in_confidence_only_they_are_told_who_may_read_it(
    at: Vendor, sign_in: SignIn
) -> None:
    hidden = Promise.objects.filter(in_confidence=True).order_by("pk")[0]
    tamper(hidden)
    address = f'href="/promises/{hidden.pk}/"'
    assert address in sign_in("tang").post("/ledger/verification/").content.decode()
    for username in ("shen", "pan", "lin"):
        page = sign_in(username).post("/ledger/verification/").content.decode()
        assert address not in page
        assert f" {hidden.pk}" not in page.split('id="verdict-rows"')[1].split("</section>")[0]
        assert not [one for one in SECRETS if one in page]
