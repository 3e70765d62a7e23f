import pytest

from proxeny.accounts import access
from proxeny.core.actors import Actor
from proxeny.identity import adding
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Role
from tests.cast import SETTING_UP, Cast


def names(actor: Actor, area: Area, *, write: bool = False) -> set[str]:
    return {account.name for account in access.accounts(actor, area, write=write)}


ALL = {"鲁班建材", "星河物流", "云启科技"}


def test_each_role_reaches_as_far_as_the_table_says(vendor: Cast) -> None:
    assert {who: names(vendor.actor(who), Area.DOSSIER) for who in vendor.people} == {
        "zhou": {"鲁班建材", "星河物流"},
        "lin": {"云启科技"},
        "he": ALL,
        "tang": ALL,
        "pan": {"鲁班建材"},
        "shen": ALL,
        **{outsider: set() for outsider in ("xu", "zhang", "nobody")},
    }
    assert {who for who in vendor.people if names(vendor.actor(who), Area.HEALTH)} == {
        "zhou",
        "lin",
        "he",
        "tang",
    }
    assert {who for who in vendor.people if names(vendor.actor(who), Area.HEALTH, write=True)} == {
        "zhou",
        "lin",
        "he",
    }


def test_who_speaks_here_and_sells_there_sees_health_only_here(vendor: Cast) -> None:
    adding.grant(vendor["zhou"], Role.SALES, by=SETTING_UP)
    vendor.yunqi.sales = vendor["zhou"]
    vendor.yunqi.save()
    zhou = vendor["zhou"].actor
    assert names(zhou, Area.DOSSIER) == ALL
    assert names(zhou, Area.HEALTH) == {"鲁班建材", "星河物流"}
    assert names(zhou, Area.COMMERCIAL) == {"云启科技"}


def test_for_the_outsider_a_customer_does_not_exist(vendor: Cast) -> None:
    assert access.account_for(vendor.actor("zhou"), vendor.luban.pk) == vendor.luban
    for outsider in ("lin", "xu", "zhang", "nobody"):
        with pytest.raises(NotFound):
            access.account_for(vendor.actor(outsider), vendor.luban.pk)
    with pytest.raises(NotFound):
        access.account_for(vendor.actor("pan"), vendor.luban.pk, Area.HEALTH)


def test_a_role_that_ended_opens_nothing_any_more(vendor: Cast) -> None:
    adding.end(vendor["zhou"], Role.SPOKESPERSON, by=SETTING_UP)
    assert names(vendor["zhou"].actor, Area.DOSSIER) == set()
