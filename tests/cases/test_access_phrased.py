"""Questions about cases that are phrased once answer each person as the rule itself does, whoever was asked for before."""

import pytest
from django.db import transaction

from proxeny.accounts.access import accounts
from proxeny.cases import access, confiding
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web.cases.queue.rows import of_keys
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.talk import reading
from proxeny.web.lists.reader import Reader
from tests.cases.handy import opened, said
from tests.cast import PEOPLE, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
NOWHERE = 10**30


@pytest.fixture
def cases(vendor: Cast) -> list[Case]:
    """An open one, a confidential one, and one of another customer that lies in the hands of who does not speak for it."""
    plain, hidden, lent = (opened(vendor, title) for title in ("导出", "投诉", "报表"))
    said(plain, vendor, "我们在查")
    confiding.confide(hidden, is_confidential=True, by=vendor.actor("zhou"))
    Case.objects.filter(pk=lent.pk).update(account=vendor.yunqi, owner=vendor["zhou"])
    return list(Case.objects.order_by("pk"))


def everybody(vendor: Cast) -> list[Actor]:
    return [*(vendor.actor(name) for name in PEOPLE), Actor.system("test"), Actor("x", "x")]


def reached(actor: Actor, number: int, *, write: bool) -> bool:
    try:
        return bool(access.case_for(actor, number, write=write))
    except NotFound:
        return False


def test_each_reaches_what_the_rule_lets_them_reach_and_nothing_else(cases: list[Case], vendor: Cast) -> None:
    seen = set()
    for _again in range(2):
        for actor in everybody(vendor):
            for write in (False, True):
                open_to = set(access.cases(actor, write=write).values_list("pk", flat=True))
                assert {one.pk for one in cases if reached(actor, one.number, write=write)} == open_to
                ask = access.may_change if write else access.may_read
                assert {one.pk for one in cases if ask(actor, one.pk)} == open_to
                seen.add(frozenset(open_to))
    assert len(seen) >= 3
    assert frozenset() in seen


def test_the_queue_loads_by_key_only_what_its_reader_may_see(cases: list[Case], vendor: Cast) -> None:
    keys = [one.pk for one in cases]
    for actor in everybody(vendor):
        loaded = {one.pk for one in of_keys(keys, Reader(actor, vendor.luban.customer_since))}  # type: ignore[arg-type]
        assert loaded == set(access.cases(actor).values_list("pk", flat=True))


def test_a_number_that_no_case_can_have_is_nobodys(vendor: Cast) -> None:
    for number in (0, NOWHERE):
        assert not reached(vendor.actor("he"), number, write=False)


def test_the_last_messages_are_those_that_the_reader_may_read(cases: list[Case], vendor: Cast) -> None:
    for name in ("he", "zhou", "pan", "tang", "shen"):
        actor = vendor.actor(name)
        for one in cases:
            if reached(actor, one.number, write=False):
                shown = reading.latest(reader_of(actor, one.number))
                allowed = list(access.messages(actor, one).order_by("pk").values_list("pk", flat=True))
                assert shown.last == max(allowed, default=0)


def test_a_customers_channel_is_open_to_whom_the_rule_opens_it(vendor: Cast) -> None:

    for actor in everybody(vendor):
        for area in Area:
            for write in (False, True):
                expected = accounts(actor, area, write=write).filter(pk=vendor.luban.pk).exists()
                assert access.customer_is_open(actor, vendor.luban.pk, area, write=write) == expected


def test_a_case_is_locked_only_in_a_transaction(cases: list[Case]) -> None:
    assert locked(cases[0]) == cases[0]
    gone = Case(pk=10**9, number=1)
    with transaction.atomic(), pytest.raises(Case.DoesNotExist):
        locked(gone)
