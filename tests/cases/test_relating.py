"""Cases that have to do with each other, and cases under others."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError

from proxeny.cases import relating
from proxeny.cases.models import Case, Relation
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from tests.cases.handy import OUTSIDERS, again, lines, opened
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def pair(vendor: Cast) -> tuple[Case, Case]:
    return opened(vendor, "一"), opened(vendor, "二")


def test_related_is_related_both_ways_whichever_is_named_first(pair: tuple[Case, Case], vendor: Cast) -> None:
    zhou, (one, two) = vendor.actor("zhou"), pair
    relating.relate(two, one, reason="同一个导出", by=zhou)
    assert list(relating.related(one, zhou)) == [two]
    assert list(relating.related(two, zhou)) == [one]
    before = lines()
    relating.relate(one, two, by=zhou)
    assert (Relation.objects.count(), lines()) == (1, before)


def test_untying_and_tying_again(pair: tuple[Case, Case], vendor: Cast) -> None:
    zhou, (one, two) = vendor.actor("zhou"), pair
    relating.relate(one, two, by=zhou)
    assert relating.unrelate(two, one, by=zhou)
    assert not relating.unrelate(two, one, by=zhou)
    assert not relating.related(one, zhou)
    relating.relate(one, two, by=zhou)
    assert list(relating.related(one, zhou)) == [two]


def test_a_case_has_nothing_to_do_with_itself(pair: tuple[Case, Case], vendor: Cast) -> None:
    with pytest.raises(ValidationError):
        relating.relate(pair[0], pair[0], by=vendor.actor("zhou"))


def test_under_another_and_back_again(pair: tuple[Case, Case], vendor: Cast) -> None:
    zhou, (one, two) = vendor.actor("zhou"), pair
    assert relating.put_under(one, two, by=zhou) is None
    assert list(relating.children(two, zhou)) == [one]
    before = lines()
    relating.put_under(one, two, by=zhou)
    assert lines() == before
    assert relating.put_under(one, None, by=zhou) == two
    assert again(one).parent is None


def test_no_circle_can_be_closed_however_long(vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    chain = [opened(vendor, str(number)) for number in range(4)]
    for below, above in pairwise(chain):
        relating.put_under(below, above, by=zhou)
    for below in chain:
        with pytest.raises(ValidationError):
            relating.put_under(chain[-1], below, by=zhou)
    assert again(chain[-1]).parent is None


def test_one_is_tied_only_to_what_the_one_who_ties_may_read(pair: tuple[Case, Case], vendor: Cast) -> None:
    yunqis = opened_by_the_lead(vendor)
    for act in (relating.relate, relating.put_under):
        with pytest.raises(NotFound):
            act(pair[0], yunqis, by=vendor.actor("zhou"))


def test_who_may_not_read_the_other_case_does_not_learn_of_it(pair: tuple[Case, Case], vendor: Cast) -> None:
    yunqis, he = opened_by_the_lead(vendor), vendor.actor("he")
    relating.relate(pair[0], yunqis, by=he)
    relating.put_under(pair[1], yunqis, by=he)
    assert list(relating.related(pair[0], he)) == [yunqis]
    assert not relating.related(pair[0], vendor.actor("zhou"))
    assert list(relating.related(yunqis, vendor.actor("lin"))) == []
    assert list(relating.children(yunqis, vendor.actor("lin"))) == []


def test_an_outsider_can_tie_nothing(pair: tuple[Case, Case], vendor: Cast) -> None:
    one, two = pair
    for outsider in OUTSIDERS:
        by: Actor = vendor.actor(outsider)
        for act in (relating.relate, relating.unrelate, relating.put_under):
            with pytest.raises(NotFound):
                act(one, two, by=by)
    assert not Relation.objects.exists()


def opened_by_the_lead(vendor: Cast) -> Case:
    from proxeny.cases import opening

    return opening.open_case(vendor.yunqi, opening.Opening(text="云启的事"), by=vendor.actor("he"))
