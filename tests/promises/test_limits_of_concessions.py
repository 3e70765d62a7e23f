"""How much roles may give away, what a customer was given in twelve months, and what of it lies on the docket."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product

import pytest

from proxeny.core.references import Reference
from proxeny.docket import gathering
from proxeny.docket import reading as docket
from proxeny.docket.sources import SOURCES
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Role
from proxeny.ledger import reading
from proxeny.promises.concessions import deciding, findings, limiting, withdrawing
from proxeny.promises.concessions.limiting import Limits, limits
from proxeny.promises.concessions.weighing import total_of, totals_of, year_before
from proxeny.promises.models import Concession, ConcessionLimit
from tests.cast import TODAY, Cast
from tests.promises.conceded import concede, limit, yuan

pytestmark = pytest.mark.usefixtures("on_22_november")


def said(finding: findings.Finding) -> str:
    return finding.sentence.in_language("en").replace("\u00a0", " ").replace("\u202f", " ")


def test_the_owner_sets_every_limit_a_lead_those_of_who_answers_to_leads(vendor: Cast) -> None:
    may = {
        name: {role.value for role in limiting.ROLES if limiting.may_set(vendor.actor(name), role)}
        for name in vendor.people
    }
    everything = {role.value for role in limiting.ROLES}
    nobody: set[str] = set()
    assert may == {
        **dict.fromkeys(vendor.people, nobody),
        "tang": everything,
        "he": {"sales", "spokesperson"},
    }
    with pytest.raises(NotFound):
        limit(vendor, Role.LEAD, 1, by="he")


def test_the_newest_limit_holds_and_the_older_ones_stay_to_be_read(vendor: Cast) -> None:
    for amount in (10, 20, 20, None):
        limit(vendor, Role.SALES, amount)
    assert [row.minor for row in ConcessionLimit.objects.all()] == [None, 2000, 1000]
    assert limits().of(["sales"], "CNY") == 0
    kinds = [line.kind for line in reading.about(Reference("concession-limit", "sales/CNY"))]
    assert kinds == ["concession.limit-lifted", "concession.limit-set", "concession.limit-set"]


def some(of: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of some of them."""
    for count in range(len(of) + 1):
        yield from combinations(of, count)


def test_of_several_roles_the_highest_limit_counts_and_without_one_only_the_owner_has_no_end() -> None:
    held = ["sales", "spokesperson", "lead", "owner", "auditor"]
    for of, roles in product(product([None, 0, 7, 9], repeat=4), some(held)):
        rows = {role: minor for role, minor in zip(held, of, strict=False) if minor is not None}
        found = Limits({(role, "CNY"): minor for role, minor in rows.items()}).of(roles, "CNY")
        if "owner" in roles and "owner" not in rows:
            assert found is None
        else:
            assert found == max([rows.get(role, 0) for role in roles] or [0])


def test_a_year_before_a_day_lies_365_or_366_days_back() -> None:
    for day in (date(2019, 1, 1) + timedelta(days=days) for days in range(3000)):
        assert (day - year_before(day)).days in {365, 366}


def test_the_sum_of_twelve_months_leaves_out_what_is_older_refused_or_withdrawn(vendor: Cast) -> None:
    concede(vendor, 1, made_on=TODAY - timedelta(days=364))
    concede(vendor, 2, made_on=TODAY - timedelta(days=365))
    concede(vendor, 4)
    concede(vendor, 8, currency="USD")
    concede(vendor, 16, account=vendor.star_river)
    deciding.refuse(concede(vendor, 32), reason="x", by=vendor.actor("he"))
    withdrawing.withdraw(concede(vendor, 64), reason="x", by=vendor.actor("he"))
    assert total_of(vendor.luban, "CNY", TODAY, seen_by=vendor.actor("he")) == yuan(5)
    of_luban = Concession.objects.filter(account=vendor.luban)
    assert totals_of(of_luban, TODAY) == [yuan(5), yuan(8, "USD")]


def of_day(found: Iterable[findings.Finding]) -> dict[int | None, str]:
    return {one.account_id: said(one) for one in found}


def test_what_a_vp_gives_whom_nobody_here_authorised_lies_on_the_docket_until_it_is_decided(
    vendor: Cast,
) -> None:
    made = concede(vendor)
    assert of_day(findings.over_limit(TODAY)) == {
        vendor.luban.pk: "秦副总 gave away “三个月的存储,免费”; the customer got ¥50k in twelve months, "
        "and nobody with the authority agreed."
    }
    gathering.gather(TODAY, findings.over_limit(TODAY))
    lying = {
        name: len(docket.docket(vendor.actor(name), TODAY).items) for name in ("zhou", "he", "lin", "pan")
    }
    assert lying == {"zhou": 1, "he": 1, "lin": 0, "pan": 0}
    assert findings.over_limit in SOURCES
    deciding.approve(made, by=vendor.actor("tang"))
    assert list(findings.over_limit(TODAY)) == []


def test_within_the_limit_of_who_gave_it_nothing_lies_there_and_beyond_it_it_does(vendor: Cast) -> None:
    limit(vendor, Role.SALES, 60_000)
    concede(vendor, by_person=vendor["pan"])
    assert list(findings.over_limit(TODAY)) == []
    concede(vendor, by_person=vendor["pan"], what="再送一台")
    (one,) = findings.over_limit(TODAY)
    assert said(one) == (
        "潘磊 gave away “再送一台”; with it the customer got ¥100k in twelve months, the limit is ¥60k."
    )
    assert one.stake == yuan(100_000)
    assert len(one.evidence) == 2


def test_half_as_much_again_is_another_matter_and_a_little_more_is_not(vendor: Cast) -> None:
    concede(vendor)
    (before,) = findings.over_limit(TODAY)
    concede(vendor, 10_000)
    (little,) = findings.over_limit(TODAY)
    concede(vendor, 50_000)
    (much,) = findings.over_limit(TODAY)
    assert before.cause.covers(little.cause)
    assert not before.cause.covers(much.cause)


def test_what_the_owner_gave_needs_nobody(vendor: Cast) -> None:
    concede(vendor, 10_000_000, by_person=vendor["tang"])
    assert list(findings.over_limit(TODAY)) == []
