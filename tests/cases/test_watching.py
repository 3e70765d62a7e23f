"""Watching a case."""

import pytest

from proxeny.cases import watching, writing
from proxeny.cases.models import Case, Watch
from proxeny.identity.access import NotFound
from proxeny.notices.models import Notice
from tests.cases.handy import lines, opened
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opened(vendor)


def test_who_watches_hears_what_the_customer_writes_and_afterwards_no_more(case: Case, vendor: Cast) -> None:
    he = vendor.actor("he")
    watching.watch(case, by=he)
    writing.customer_wrote(case, "还是不行", name="李工", by=vendor.actor("zhou"))
    assert Notice.objects.filter(staff=vendor["he"], kind="case.wants").count() == 1
    assert watching.unwatch(case, by=he)
    writing.customer_wrote(case, "急", name="李工", by=vendor.actor("zhou"))
    assert Notice.objects.filter(staff=vendor["he"], kind="case.wants").count() == 1


def test_watching_twice_is_watching_once_and_stands_in_no_ledger(case: Case, vendor: Cast) -> None:
    before = lines()
    for _time in range(2):
        watching.watch(case, by=vendor.actor("he"))
    assert watching.watchers(case) == [vendor["he"]]
    assert watching.watches(case, vendor.actor("he"))
    assert not watching.watches(case, vendor.actor("zhou"))
    assert lines() == before


def test_who_may_read_all_of_it_may_watch_also_without_changing_anything(case: Case, vendor: Cast) -> None:
    for reader in ("tang", "shen"):
        watching.watch(case, by=vendor.actor(reader))
    assert Watch.objects.count() == 2


@pytest.mark.parametrize("outsider", ["lin", "pan", "xu", "zhang", "nobody"])
def test_an_outsider_and_sales_cannot_watch(case: Case, vendor: Cast, outsider: str) -> None:
    with pytest.raises(NotFound):
        watching.watch(case, by=vendor.actor(outsider))
    with pytest.raises(NotFound):
        watching.unwatch(case, by=vendor.actor(outsider))
