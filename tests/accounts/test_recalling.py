from datetime import timedelta

import pytest
from django.db.models import F

from proxeny.accounts import recalling
from proxeny.accounts.finding import search_key
from proxeny.accounts.models import Account, Contact
from proxeny.core import clock
from proxeny.core.spelling.recall import Level
from proxeny.identity import adding
from proxeny.identity.roles import Role
from tests.cast import SETTING_UP, Cast, make_account

SPELLINGS = [
    "鲁班建材",
    "lubanjiancai",
    "lbjc",
    "鲁ban",
    "LB-01",
    "jiancai",
    "鲁班健材",
    "lubnajiancai",
    "lbjv",
    "l",
]


def names(vendor: Cast, username: str, words: str, **more: object) -> list[str]:
    return [one.account.name for one in recalling.accounts(vendor.actor(username), words, **more)]  # type: ignore[arg-type]


def rename(account: Account, name: str) -> None:
    key = search_key(name, account.reference)
    Account.objects.filter(pk=account.pk).update(name=name, search_key=key, changed_at=clock.now())


@pytest.mark.parametrize("words", SPELLINGS)
def test_however_it_is_spelled_the_outsider_finds_nothing(vendor: Cast, words: str) -> None:
    for insider in ("zhou", "he", "tang", "pan", "shen"):
        assert "鲁班建材" in names(vendor, insider, words), insider
    for outsider in ("lin", "xu", "zhang", "nobody"):
        assert "鲁班建材" not in names(vendor, outsider, words), outsider


def test_a_role_that_ended_finds_nothing_at_once(vendor: Cast) -> None:
    assert names(vendor, "zhou", "luban") == ["鲁班建材"]
    adding.end(vendor["zhou"], Role.SPOKESPERSON, by=SETTING_UP)
    assert names(vendor, "zhou", "luban") == []


def test_ones_own_customer_is_found_behind_any_number_of_others(vendor: Cast) -> None:
    for number in range(30):
        make_account(f"N-{number}", f"鲁班{number}号")
    assert names(vendor, "zhou", "luban") == ["鲁班建材"]
    assert names(vendor, "zhou", "lubna") == ["鲁班建材"]
    assert "鲁班建材" in names(vendor, "he", "lubanj")
    assert len(names(vendor, "he", "luban")) == 8


def test_a_new_name_is_found_and_the_old_one_is_not(vendor: Cast) -> None:
    assert names(vendor, "zhou", "luban") == ["鲁班建材"]
    rename(vendor.luban, "青松建材")
    assert names(vendor, "zhou", "lubanjiancai") == []
    assert names(vendor, "zhou", "qingsong") == ["青松建材"]
    make_account("N-1", "蓝湖食品", spokesperson=vendor["zhou"])
    assert names(vendor, "zhou", "lanhu") == ["蓝湖食品"]
    Account.objects.filter(reference="N-1").delete()
    assert names(vendor, "zhou", "lanhu") == []


def test_who_has_left_comes_after_those_who_are_here(vendor: Cast) -> None:
    left = make_account("A-1", "鲁班", spokesperson=vendor["zhou"], left_on=clock.today())
    assert names(vendor, "zhou", "lub") == ["鲁班建材", "鲁班"]
    Account.objects.filter(pk=left.pk).update(
        left_on=clock.today() + timedelta(days=1), changed_at=clock.now()
    )
    assert names(vendor, "zhou", "lub") == ["鲁班", "鲁班建材"]


def test_who_is_opened_often_comes_first(vendor: Cast) -> None:
    twin = make_account("A-1", "鲁班家居", spokesperson=vendor["zhou"])
    assert names(vendor, "zhou", "lb") == ["鲁班建材", "鲁班家居"]
    assert names(vendor, "zhou", "lb", familiar={twin.pk: 5.0}) == ["鲁班家居", "鲁班建材"]


def test_a_name_that_is_read_in_two_ways_is_found_as_it_is_read(vendor: Cast) -> None:
    make_account("A-1", "重庆长安银行", spokesperson=vendor["zhou"])
    assert names(vendor, "zhou", "chongqingchanganyinhang") == ["重庆长安银行"]
    assert names(vendor, "zhou", "cqcayh") == ["重庆长安银行"]


def test_people_at_customers_are_found_by_those_who_may_see_the_dossier(vendor: Cast) -> None:
    now = clock.now()
    for account, name in ((vendor.luban, "郑成功"), (vendor.yunqi, "郑和")):
        Contact.objects.create(account=account, name=name, added_at=now, changed_at=now)
    for typed in ("郑", "zheng", "zhengchenggong", "zcg", "zengcengong", "zhengchenggogn"):
        found = {
            who: [one.contact.name for one in recalling.contacts(vendor.actor(who), typed)]
            for who in ("zhou", "he", "lin", "nobody")
        }
        assert found["zhou"] == ["郑成功"], typed
        assert "郑成功" in found["he"], typed
        assert "郑成功" not in found["lin"], typed
        assert found["nobody"] == [], typed


def test_what_changed_in_other_respects_is_shown_as_it_stands(vendor: Cast) -> None:
    recalling.get_ready()
    Account.objects.filter(pk=vendor.luban.pk).update(
        spokesperson=vendor["lin"], changed_at=F("changed_at") + timedelta(seconds=1)
    )
    assert names(vendor, "zhou", "luban") == []
    found = recalling.accounts(vendor.actor("lin"), "luban")
    assert [(one.account.spokesperson, one.level, one.span) for one in found] == [
        (vendor["lin"], Level.PREFIX, (0, 2))
    ]
