"""Each route × role × whose it is: what is refused has changed no row, and what is another's is refused.

Which role gets through to a route at all is tested in tests/web/test_every_route_is_declared.py; here are the objects: one's
own, another's, one's team's and another team's. A route with a number says here whose numbers it takes, or the test fails.
"""

import hashlib
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client

from proxeny.accounts import contacting
from proxeny.accounts.models import Account, Contact, Talk, TalkPoint
from proxeny.accounts.talks import noting, saying
from proxeny.cases import attaching, proposing, satisfying
from proxeny.cases.models import Attachment, Case, Message, Proposal, Satisfaction
from proxeny.cases.proposing import Way
from proxeny.core.money import Money
from proxeny.demand import asking
from proxeny.demand.models import Request
from proxeny.dispatch.models import Complaint, Order
from proxeny.docket.models import Matter
from proxeny.erasure import asking as erasing
from proxeny.erasure.models import Ground
from proxeny.erasure.models import Order as Erasure
from proxeny.identity.models import Admission
from proxeny.promises import promising
from proxeny.promises.concessions import conceding
from proxeny.promises.models import Concession, Promise
from tests.access import walking, worlds
from tests.access.worlds import Vendor
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
TOMORROW = TODAY + timedelta(days=1)
REFUSED = {403, 404, 405}
CHANGES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\s+(?:INTO\s+|FROM\s+)?\"?(\w+)", re.IGNORECASE)
# What a refusal may leave: the session of the sign-in itself.
NO_EVIDENCE = {"django_session"}
# Routes whose numbers are nobody's in particular: whoever may change them changes all of them.
COMMON = (
    "articles/", "calendar/", "catalogue/", "defects/", "imports/", "people/", "cases/service/", "teams/", "orders/targets",
)  # fmt: skip
# Routes whose numbers are one's own alone: see the tests of these.
PERSONAL = (
    "notices/",
    "views/",
    "drafts/",
    "preferences/",
    "welcome/",
    "presence/",
    "session/",
    "docket/answers/",
)
FORM = dict.fromkeys(("text", "what", "reason", "wanted", "word", "value", "name", "answer", "when"), "好")
# How each of what is numbered leads to its customer, and what of it was told in confidence.
LEADS = {
    Account: ("pk", None), Contact: ("account", None), Case: ("account", "is_confidential"),
    Message: ("case__account", "is_confidential"), Attachment: ("case__account", "case__is_confidential"),
    Proposal: ("case__account", None), Satisfaction: ("case__account", None), Promise: ("account", "in_confidence"),
    Request: ("account", "in_confidence"), Order: ("case__account", "case__is_confidential"),
    Concession: ("account", "in_confidence"), Talk: ("account", None), TalkPoint: ("talk__account", None),
    Erasure: ("account", None),
}  # fmt: skip
ELSEWHERE = (Matter, Complaint, Admission)
"""Tested where they are made: tests/web/orders, tests/docket, tests/access/abuse; here there is none of them."""


@pytest.fixture
def at(vendor: Cast) -> Iterator[Vendor]:
    """The vendor, with something in confidence, too."""
    logging.disable(logging.WARNING)
    built = worlds.built(vendor)
    of_yunqi(built)
    of_luban(built)
    worlds.confide(built, vendor.luban, built.case)
    yield built
    logging.disable(logging.NOTSET)


def of_luban(built: Vendor) -> None:
    """Beside what there is: somebody at the customer, a way ahead, what would satisfy, a file that is not sent."""
    zhou = built.vendor.actor("zhou")
    there = contacting.add(built.vendor.luban, {"name": "何经理"}, by=zhou)
    erasing.ask(built.vendor.luban, there, ground=Ground.LAW, reason="来信", by=zhou)
    proposing.propose(
        built.case, Way(Proposal.Sort.PATH, "先重跑", owner=built.vendor["zhou"], due_on=TOMORROW), by=zhou
    )
    satisfying.say(built.case, "导出不超时", by=zhou)
    attaching.attach(built.case, BytesIO(b"log\n"), "log.txt", by=zhou)


def of_yunqi(built: Vendor) -> None:
    """The same of the other customer, as Lin and Sun."""
    vendor, lin = built.vendor, built.vendor.actor("lin")
    case, sun = built.yunqis, built.sun.actor
    there = contacting.add(vendor.yunqi, {"name": "云经理"}, by=lin)
    erasing.ask(vendor.yunqi, there, ground=Ground.LAW, reason="来信", by=lin)
    proposing.propose(case, Way(Proposal.Sort.PATH, "先换线", owner=vendor["lin"], due_on=TOMORROW), by=lin)
    satisfying.say(case, "登录快", by=lin)
    attaching.attach(case, BytesIO(b"log\n"), "log.txt", by=lin)
    said = {"what": "月底前换线", "due_on": TOMORROW, "by_person": vendor["lin"]}
    promising.promise(vendor.yunqi, by=lin, **said)
    conceding.concede(vendor.yunqi, what="一个月", worth=Money.of(10, "CNY"), by_name="秦副总", by=lin)
    asking.ask(vendor.yunqi, what="单点登录", environment="云上", purpose="少记口令", case=case, by=lin)
    talk = noting.note(vendor.yunqi, held_on=TODAY, by=sun)
    saying.say(talk, TalkPoint.Kind.PLAN, "明年上云", by=sun)


@contextmanager
def watched() -> Iterator[set[str]]:
    """Collect the tables that are written to, whatever is rolled back later."""
    tables: set[str] = set()

    def look(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := CHANGES.match(sql):
            tables.add(found[2])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield tables


def digest(tables: set[str]) -> dict[str, str]:
    """Return a digest of all rows of these tables."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = sorted(map(repr, cursor.fetchall()))
            found[table] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def sent(client: Client, address: str, form: dict[str, str]) -> tuple[int, set[str]]:
    """Send the form; return the status, and which tables have other rows than before."""
    with transaction.atomic():
        with watched() as tables:
            status = client.post(address, form).status_code
        tables -= NO_EVIDENCE
        after = digest(tables) if tables else {}
        transaction.set_rollback(True)
    before = digest(tables) if tables else {}
    return status, {name for name, value in after.items() if value != before[name]}


def routes() -> list[str]:
    """Return our routes that something can be sent to."""
    return [path for path, _pattern, policy in walking.ours() if not path.startswith(("me/", "session/"))]


def bound(path: str) -> bool:
    """Tell whether a route names something of a customer by its number."""
    return "<int:number>" in path and not path.startswith((*COMMON, *PERSONAL))


def numbers_of(account: Account, *, hidden: bool = False) -> dict[type[Model], int]:
    """Return one number of everything that there is of a customer: of what is open to all its people, or of what is hidden."""
    found = {}
    for model, (leads, mark) in LEADS.items():
        rows = model._default_manager.filter(**{leads: account.pk})
        if mark is not None:
            rows = rows.filter(**{mark: hidden})
        elif hidden:
            continue
        name = "number" if model is Case else "pk"
        if (number := rows.order_by("pk").values_list(name, flat=True).first()) is not None:
            found[model] = number
    return found


def addresses(numbers: dict[type[Model], int]) -> Iterator[str]:
    """Yield the address of every route that names one of these."""
    for path in filter(bound, routes()):
        begins = max((one for one in walking.NUMBERED if path.startswith(one)), key=len)
        number = numbers.get(walking.NUMBERED[begins][0])
        if number is not None:
            yield walking.filled(path.replace("<int:number>", str(number)))[0]


def signed_in(at: Vendor, username: str) -> Client:
    client = Client()
    client.force_login(at[username])
    return client


def test_every_route_with_a_number_says_whose_it_is() -> None:
    unknown = [path for path in routes() if bound(path) and not path.startswith(tuple(walking.NUMBERED))]
    assert unknown == [], "say in NUMBERED whose numbers these are, or in COMMON that they are nobody's"
    assert {model for model, _ in walking.NUMBERED.values()} >= set(LEADS)


@pytest.mark.parametrize(
    ("username", "of"),
    [
        ("lin", "luban"), ("sun", "luban"), ("pan", "yunqi"), ("zhou", "yunqi"), ("wang", "luban"), ("shen", "luban"),
    ],
)  # fmt: skip
def test_what_is_another_s_is_refused_and_stays_as_it_is(at: Vendor, username: str, of: str) -> None:
    client, account = signed_in(at, username), getattr(at.vendor, of)
    answers = {address: sent(client, address, FORM) for address in addresses(numbers_of(account))}
    assert len(answers) > 100
    if username == "shen":  # who reads a case may watch it, and take along what is on record of it
        answers = {at: said for at, said in answers.items() if "/watch/" not in at and "/bundle/" not in at}
    assert {address: said for address, said in answers.items() if said[0] not in REFUSED or said[1]} == {}


@pytest.mark.parametrize("username", ["lin", "pan", "xu", "shen"])
def test_what_was_told_in_confidence_is_refused_like_what_is_not_there(at: Vendor, username: str) -> None:
    client, hidden = signed_in(at, username), numbers_of(at.vendor.luban, hidden=True)
    nowhere = dict.fromkeys(hidden, 8_000_000_000)
    for address, gone in zip(addresses(hidden), addresses(nowhere), strict=True):
        status, changed = sent(client, address, FORM)
        assert (status, changed) == (sent(client, gone, FORM)[0], set()), address


@pytest.mark.parametrize("username", ["zhou", "tang", "pan", "xu", "lei", "shen"])
def test_whatever_is_refused_has_changed_nothing(at: Vendor, username: str) -> None:
    """One's own and one's team's: what a role may not do with it, and what the form lacks, leaves every row as it was."""
    client = signed_in(at, username)
    plain = [f"/{path}" for path in routes() if "<int:number>" not in path]
    wanted = [walking.filled(one[1:])[0] for one in plain] + list(addresses(numbers_of(at.vendor.luban)))
    changed = {}
    for address in wanted:
        status, tables = sent(client, address, FORM)
        if status >= 400 and tables - {"desk_draft"}:
            changed[address] = (status, tables)
    assert changed == {}


DESK = {
    "desk_visit",
    "desk_presence",
    "notices_notice",
    "core_cache",
    "core_job",
    "usage_pulse",
    "usage_pulseday",
}
"""What looking may leave: where somebody was last, what they have read, what was reckoned from other rows."""


def test_looking_changes_nothing_that_is_on_record(at: Vendor) -> None:
    client, changed = signed_in(at, "zhou"), {}
    numbers = numbers_of(at.vendor.luban)
    wanted = [walking.filled(path)[0] for path in routes() if "<int:number>" not in path]
    for address in [*wanted, *addresses(numbers)]:
        with watched() as tables:
            client.get(address)
        if tables - NO_EVIDENCE - DESK:
            changed[address] = tables
    assert changed == {}
